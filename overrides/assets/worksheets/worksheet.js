// A worksheet on the screen. Nothing leaves this page, and nothing is stored unless the reader ticks "keep".
// A plain script and no module, so that it also works from a folder on a disk.
(() => {
  "use strict";
  const PREFIX = "worksheet:";
  const DAYS = 7;
  const fields = [...document.querySelectorAll(".ws-field")];
  if (!fields.length) {
    return;
  }
  const key = PREFIX + location.pathname;
  const one = (selector) => document.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const grows = CSS.supports("field-sizing", "content");
  const isText = (field) => field.tagName === "TEXTAREA";
  const isFilled = (field) => (isText(field) ? field.value.trim() !== "" : field.checked);
  const anything = () => fields.some(isFilled);

  // What is told, in the language of the sheet.
  const words = JSON.parse((one("[data-ws-words]") || { dataset: {} }).dataset.wsWords || "{}");
  const say = (key, values = {}) => (words[key] || "").replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // ---- What is filled in, shown on paper and counted ----

  // A text area cannot go over from one page to the next; its answer as text can.
  const show = (field) => {
    const box = field.closest(".ws-write");
    let copy = box.querySelector(".ws-answer");
    if (!copy) {
      copy = document.createElement("span");
      copy.className = "ws-answer";
      copy.setAttribute("aria-hidden", "true");
      box.append(copy);
    }
    copy.textContent = field.value;
    box.classList.toggle("ws-filled", isFilled(field));
    if (!grows) {
      field.style.height = "auto";
      field.style.height = `${field.scrollHeight + 2}px`;
    }
  };

  const questions = all("[data-question]").filter((each) => each.querySelector(".ws-field"));
  const count = () => {
    const line = one("[data-ws-progress]");
    if (line) {
      const done = questions.filter((each) => fields.some((field) => each.contains(field) && isFilled(field))).length;
      line.hidden = done === 0;
      line.textContent = say("progress", { n: done, all: questions.length });
    }
  };

  const refresh = () => {
    fields.filter(isText).forEach(show);
    count();
  };

  const empty = () => {
    for (const field of fields) {
      if (isText(field)) {
        field.value = "";
      } else {
        field.checked = false;
      }
    }
    refresh();
  };

  // ---- Keeping, only where it is asked for ----

  const keep = one("[data-ws-keep]");

  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(key));
      return kept && kept.until > Date.now() ? kept : null;
    } catch {
      return null;
    }
  };

  const forget = () => {
    try {
      localStorage.removeItem(key);
    } catch {
      // A browser that lets nothing be stored has nothing to delete.
    }
  };

  const store = () => {
    if (!keep || !keep.checked) {
      return;
    }
    const answers = {};
    for (const field of fields.filter(isFilled)) {
      answers[field.id] = isText(field) ? field.value : true;
    }
    try {
      localStorage.setItem(key, JSON.stringify({ until: Date.now() + DAYS * 24 * 60 * 60 * 1000, answers }));
    } catch {
      keep.checked = false;
    }
  };

  const showKept = () => {
    const button = one("[data-ws-kept]");
    if (button) {
      button.hidden = !keep.checked;
    }
  };

  const restore = () => {
    const kept = read();
    if (!kept) {
      return;
    }
    for (const field of fields) {
      const answer = kept.answers[field.id];
      if (isText(field)) {
        field.value = typeof answer === "string" ? answer : "";
      } else {
        field.checked = answer === true;
      }
    }
    if (keep) {
      keep.checked = true;
    }
    refresh();
  };

  const begin = (again) => {
    // Browsers like to fill a page in again by themselves. On a first visit, what stands there was typed just now.
    if (again) {
      empty();
    }
    refresh();
    if (keep) {
      keep.checked = false;
    }
    restore();
    if (keep) {
      showKept();
    }
  };

  document.addEventListener("input", (event) => {
    if (fields.includes(event.target)) {
      if (isText(event.target)) {
        show(event.target);
      }
      count();
      store();
    }
  });
  // Without this, the Back button would show everything again, out of the browser's memory.
  addEventListener("pagehide", empty);
  addEventListener("pageshow", (event) => {
    if (event.persisted) {
      begin(true);
    }
  });

  if (keep) {
    keep.addEventListener("change", () => {
      if (keep.checked) {
        store();
      } else {
        forget();
      }
      showKept();
    });
    one("[data-ws-forget]").addEventListener("click", () => {
      forget();
      keep.checked = false;
      showKept();
      keep.focus();
    });
  }

  all("[data-ws-clear]").forEach((button) =>
    button.addEventListener("click", () => {
      if (anything() && confirm(say("sure"))) {
        empty();
        store();
      }
    }),
  );

  // A link to where a question comes from leads to the heading; browsers that can show the very sentence.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-evidence]") : null;
    if (link) {
      link.href += `${link.hash ? "" : "#"}:~:text=${link.dataset.evidence}`;
      delete link.dataset.evidence;
    }
  });

  // A link out of a half-filled sheet would lose it; it opens beside it instead.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!link || link.closest("[data-gw-exit]") || link.hasAttribute("download")) {
      return;
    }
    const here = link.origin === location.origin && link.pathname === location.pathname;
    if (!here && anything() && !(keep && keep.checked)) {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    } else if (link.target === "_blank") {
      link.removeAttribute("target");
    }
  });

  // ---- Printing ----

  const title = document.title;
  const root = document.documentElement;
  const style = document.createElement("style");
  document.head.append(style);

  const option = (name) => {
    const box = one(`[data-ws-${name}]`);
    if (box) {
      box.checked = false;
      box.addEventListener("change", () => {
        root.classList.toggle(`ws-${name}`, box.checked);
        const discreet = root.classList.contains("ws-discreet");
        style.textContent = discreet ? '@page { @bottom-left { content: "" !important; } }' : "";
      });
    }
  };
  option("large");
  option("discreet");
  addEventListener("beforeprint", () => {
    document.title = root.classList.contains("ws-discreet") ? "Notes" : title;
  });
  addEventListener("afterprint", () => {
    document.title = title;
  });
  all("[data-ws-print]").forEach((button) => button.addEventListener("click", () => print()));

  // ---- Answers as a PDF file, made here ----

  const load = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = () => reject(new Error(address));
      document.head.append(script);
    });

  const told = one("[data-ws-told]");
  const save = async (button) => {
    const assets = new URL(button.closest("[data-ws-assets]").dataset.wsAssets, location.href).href;
    for (const name of ["pdf-lib.min.js", "fontkit.umd.min.js", "answers.js"]) {
      if (!one(`script[src="${assets}${name}"]`)) {
        await load(assets + name);
      }
    }
    const { file, unseen } = await window.worksheetAnswers(fields, new URL(button.dataset.wsSave, location.href).href, assets);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([file], { type: "application/pdf" }));
    link.download = "answers.pdf";
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    return unseen;
  };
  all("[data-ws-save]").forEach((button) =>
    button.addEventListener("click", async () => {
      told.textContent = say("moment");
      try {
        const unseen = await save(button);
        told.textContent = unseen ? `${say("saved")} ${say("unseen", { characters: unseen })}` : say("saved");
      } catch {
        told.textContent = say("failed");
      }
    }),
  );

  all("[data-ws-script]").forEach((each) => {
    each.hidden = false;
  });
  const [visit] = performance.getEntriesByType("navigation");
  begin(!visit || visit.type !== "navigate");
})();
