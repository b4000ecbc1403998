// Material opens its menu and its search with labels, which a keyboard cannot reach. Here they become buttons.
// Nothing is stored and nothing is fetched.
(() => {
  "use strict";
  for (const label of document.querySelectorAll("label[data-gw-button], label.gw-search-open")) {
    label.setAttribute("role", "button");
    label.tabIndex = 0;
    if (label.dataset.gwButton) {
      label.setAttribute("aria-label", label.dataset.gwButton);
    }
    label.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        label.click();
      }
    });
  }
})();
