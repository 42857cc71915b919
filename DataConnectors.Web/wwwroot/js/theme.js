// Runs before the first paint. The choice ("system", "light" or "dark") is kept in this browser; the root element carries the
// theme that results from it, and the style sheet does the rest.
(() => {
  const key = "theme";
  const system = window.matchMedia("(prefers-color-scheme: dark)");

  const read = () => {
    try {
      return localStorage.getItem(key) ?? "system";
    } catch {
      return "system"; // Storage can be forbidden; the theme then follows the system.
    }
  };

  const apply = () => {
    const choice = read();
    const dark = choice === "dark" || (choice === "system" && system.matches);
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    window.monaco?.editor?.setTheme(dark ? "vs-dark" : "vs");
  };

  apply();
  system.addEventListener("change", apply);
  window.addEventListener("storage", (event) => event.key === key && apply());

  window.consoleTheme = {
    choice: read,
    isDark: () => document.documentElement.dataset.theme === "dark",
    choose: (choice) => {
      try {
        localStorage.setItem(key, choice);
      } catch {
        // Nothing to keep it in: it holds until the page is left.
      }
      apply();
    },
  };
})();
