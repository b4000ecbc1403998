// "Leave this page quickly", on every page: a plain link that works without this script. With it, what was typed and
// what was kept is wiped, the page goes blank at once, and it leaves no way back to itself. Shift three times does the
// same. Nothing here hides the browser's history; no text may say so.
(() => {
  "use strict";
  const KEPT = "worksheet:";
  const TIMES = 3;
  const WITHIN = 3000;

  const keys = () => {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(KEPT));
    } catch {
      return [];
    }
  };

  // What is past its day goes on any page, also when its own sheet is never opened again.
  for (const key of keys()) {
    let until = 0;
    try {
      until = JSON.parse(localStorage.getItem(key)).until;
    } catch {
      until = 0;
    }
    if (!(until > Date.now())) {
      localStorage.removeItem(key);
    }
  }

  const leave = () => {
    const link = document.querySelector("[data-gw-exit]");
    if (!link) {
      return;
    }
    keys().forEach((key) => localStorage.removeItem(key));
    document.documentElement.hidden = true;
    document.documentElement.style.display = "none";
    document.title = "\u200b";
    for (const field of document.querySelectorAll("input, textarea")) {
      field.value = "";
      field.checked = false;
    }
    for (const copy of document.querySelectorAll(".ws-answer")) {
      copy.textContent = "";
    }
    location.replace(link.href);
  };

  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-gw-exit]")) {
      event.preventDefault();
      leave();
    }
  });

  let pressed = [];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift" || event.repeat) {
      pressed = event.key === "Shift" ? pressed : [];
      return;
    }
    const now = Date.now();
    pressed = [...pressed.filter((time) => now - time < WITHIN), now];
    if (pressed.length >= TIMES) {
      pressed = [];
      leave();
    }
  });

  // A page that was left and comes back from memory must not be a blank one.
  addEventListener("pageshow", (event) => {
    if (event.persisted && document.documentElement.hidden) {
      location.reload();
    }
  });
})();
