// Material opens its menu and its search with labels, which a keyboard cannot reach. Here they become buttons.
// Nothing is stored and nothing is fetched.
(() => {
  "use strict";
  for (const label of document.querySelectorAll("label[data-gw-button]")) {
    const toggle = document.getElementById(label.htmlFor);
    const button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.append(...label.childNodes);
    if (label.dataset.gwButton) {
      button.setAttribute("aria-label", label.dataset.gwButton);
    }
    button.addEventListener("click", () => {
      toggle.click();
      if (toggle.dataset.mdToggle === "search") {
        document.querySelector(".md-search__input").focus();
      }
    });
    label.replaceWith(button);
  }
})();
