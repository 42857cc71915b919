// Shows a row of a list that renders only what is in view: scrolls to where the row must be, and waits until it is there.

export async function show(list, index, count, rowId, controlId) {
  for (let attempt = 0; attempt < 40; attempt++) {
    const row = document.getElementById(rowId);
    if (row) {
      row.scrollIntoView({ block: "nearest" });
      const control = document.getElementById(controlId) ?? row.querySelector("input,select,textarea,button");
      control?.focus({ preventScroll: true });
      return;
    }
    if (attempt % 5 === 0) {
      list.scrollIntoView({ block: "nearest" });
      list.scrollTop = (list.scrollHeight * index) / count - list.clientHeight / 2;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
