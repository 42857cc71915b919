// A list of conversations that goes on by itself: it says when its end comes near, moves through its rows by arrow keys without asking the
// server, and stays where it is while rows move above what is read.
const watched = new WeakMap();

const box = pane => pane?.querySelector(".virtual-list");
const rowsOf = list => [...list.querySelectorAll("a[data-row]")];

export function listen(pane) {
  pane?.addEventListener("keydown", event => {
    const list = event.target.closest?.(".virtual-list");
    if (!list || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    const rows = rowsOf(list);
    const at = rows.indexOf(document.activeElement);
    const inView = () => rows.find(row => row.getBoundingClientRect().top >= list.getBoundingClientRect().top - 1);
    const next = {
      ArrowDown: () => (at < 0 ? inView() : rows[at + 1]),
      ArrowUp: () => (at < 0 ? inView() : rows[at - 1]),
    }[event.key];
    if (!next) {
      return;
    }
    event.preventDefault();
    const row = next();
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  });
}

// Called after every reading: where the end is in view still, that is said again.
export function watch(pane, owner) {
  watched.get(pane)?.disconnect();
  const list = box(pane);
  const end = list?.querySelector("[data-end]");
  if (!end) {
    return;
  }
  const observer = new IntersectionObserver(
    entries => {
      if (entries.some(entry => entry.isIntersecting)) {
        owner.invokeMethodAsync("ReadOnAsync");
      }
    },
    { root: list, rootMargin: "0px 0px 1200px 0px" },
  );
  observer.observe(end);
  watched.set(pane, observer);
}

// The first row in view, and how far it is scrolled; null at the top, where new rows are to be seen.
export function anchor(pane) {
  const list = box(pane);
  if (!list || list.scrollTop < 8) {
    return null;
  }
  const top = list.getBoundingClientRect().top;
  const row = rowsOf(list).find(candidate => candidate.getBoundingClientRect().bottom > top + 1);
  return row ? { id: row.dataset.row, offset: top - row.getBoundingClientRect().top } : null;
}

export function scrollTo(pane, position) {
  const list = box(pane);
  if (list) {
    list.scrollTop = position;
  }
}

export function unwatch(pane) {
  watched.get(pane)?.disconnect();
}

export function focus(id) {
  document.getElementById(id)?.focus();
}
