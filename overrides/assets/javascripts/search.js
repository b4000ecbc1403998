// The search field: opens by click, tap or the keys f, s and /, shows results as a reader types, and leads through
// them by arrow keys. The engine and its files are loaded with the first letter, not before. What was typed is in the
// field and nowhere else: not in a store, not in an address, not in a request.
(() => {
  "use strict";

  const SITE = new URL("../../", document.currentScript.src);
  const ENGINE = new URL("search-engine.js", document.currentScript.src);
  const PAUSE = 90;
  const STEP = 10;
  const KINDS = { guides: "Guide", topics: "Topic", worksheets: "Worksheet" };

  const search = document.querySelector(".gw-search");
  const toggle = document.getElementById("__search");
  if (!search || !toggle) {
    return;
  }
  const [form, field, clear, kinds, meta, list, more, none] = [
    "form", ".md-search__input", "[type=reset]", ".gw-search-kinds", ".md-search-result__meta",
    ".md-search-result__list", ".gw-search-more", ".gw-search-none",
  ].map((selector) => search.querySelector(selector));
  const greeting = meta.textContent;

  // ---- Open and close ----

  let before = null;

  function open() {
    if (!toggle.checked) {
      toggle.click();
    }
  }

  function close() {
    if (toggle.checked) {
      toggle.click();
    }
  }

  field.addEventListener("focus", open);
  toggle.addEventListener("change", () => {
    if (!toggle.checked && search.contains(document.activeElement)) {
      // On a small screen the field is gone now: the focus goes back to what opened it.
      field.blur();
      document.activeElement.blur();
      before?.focus({ preventScroll: true });
    }
  });
  document.addEventListener("focusin", ({ target }) => {
    if (search.contains(target)) {
      return;
    }
    before = target;
    if (toggle.checked && target !== toggle) {
      close();
    }
  });

  const editable = (element) => element.matches("input, select, textarea") || element.isContentEditable;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    if (["f", "s", "/"].includes(event.key) && !editable(event.target)) {
      event.preventDefault();
      open();
      field.focus();
      field.select();
    } else if (event.key === "Escape" && toggle.checked) {
      event.preventDefault();
      close();
    } else if (["ArrowDown", "ArrowUp"].includes(event.key) && search.contains(event.target) && event.target.type !== "radio") {
      event.preventDefault();
      const stops = [field, ...search.querySelectorAll(".md-search__output a, .gw-search-more")].filter(
        (stop) => stop.offsetParent !== null,
      );
      const at = stops.indexOf(event.target);
      stops.at((at + (event.key === "ArrowDown" ? 1 : -1)) % stops.length).focus();
    }
  });

  // ---- Ask ----

  let engine = null;
  let asked = 0;
  let count = STEP;
  let waiting = 0;
  let answer = Promise.resolve();

  function find(query, options) {
    engine ??= new Promise((done, failed) => {
      // The engine asks for its index first: it may be under way by then.
      const early = document.createElement("link");
      Object.assign(early, { rel: "preload", as: "script", href: new URL("search/index.js", SITE) });
      document.head.append(early);
      const script = document.createElement("script");
      script.src = ENGINE;
      script.onload = done;
      script.onerror = () => {
        engine = null;
        failed(new Error("the search engine cannot be loaded"));
      };
      document.head.append(script);
    });
    return engine.then(() => self.guidewrightSearch.find(query, options));
  }

  async function ask() {
    clearTimeout(waiting);
    const turn = ++asked;
    const query = field.value;
    clear.hidden = !query;
    if (!query.trim()) {
      show(null);
      return;
    }
    const slow = setTimeout(() => (meta.textContent = "Searching …"), 400);
    try {
      const found = await find(query, { kind: kinds.querySelector(":checked").value, count });
      if (turn === asked) {
        show(found);
      }
    } catch (error) {
      if (turn === asked) {
        show({ failed: true, pages: [], instead: [], total: 0 });
      }
      console.error(error);
    } finally {
      clearTimeout(slow);
    }
  }

  field.addEventListener("input", () => {
    count = STEP;
    clearTimeout(waiting);
    answer = new Promise((done) => (waiting = setTimeout(() => ask().then(done), PAUSE)));
  });
  kinds.addEventListener("change", () => {
    count = STEP;
    answer = ask();
  });
  more.addEventListener("click", async () => {
    const shown = list.children.length;
    count += STEP;
    await ask();
    list.children[shown]?.querySelector("a").focus();
  });
  form.addEventListener("reset", () => {
    field.value = "";
    ask();
    field.focus();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const query = field.value;
    await answer;
    if (query === field.value) {
      list.querySelector("a")?.click();
    }
  });

  // ---- Show: all words of pages go in as text, never as markup ----

  function element(name, className, ...children) {
    const made = document.createElement(name);
    made.className = className;
    made.append(...children);
    return made;
  }

  const marked = (pieces) => pieces.map(([text, hit]) => (hit ? element("mark", "", text) : text));

  function address(url) {
    const there = new URL(url, SITE);
    // From a folder on a disk nobody turns a folder into its index page.
    if (there.protocol === "file:" && there.pathname.endsWith("/")) {
      there.pathname += "index.html";
    }
    return there.href;
  }

  function link(className, url, ...children) {
    const made = element("a", className, ...children);
    made.href = address(url);
    return made;
  }

  function result(page) {
    const [best, ...others] = page.sections;
    const where = [KINDS[page.kind] ?? "Page"];
    if (best.heading.length) {
      where.push(": ", ...marked(best.heading));
    }
    const item = element(
      "li",
      "md-search-result__item",
      link(
        "md-search-result__link gw-hit",
        best.url,
        element("span", "gw-hit__title", ...marked(page.title)),
        element("span", "gw-hit__where", ...where),
        element("span", "gw-hit__text", ...marked(best.excerpt)),
      ),
    );
    const further = others.filter((section) => section.heading.length);
    if (further.length) {
      const links = further.map((section) => element("li", "", link("", section.url, ...marked(section.heading))));
      item.append(element("ul", "gw-hit__more", ...links));
    }
    return item;
  }

  function told({ failed, total, instead, lost }) {
    if (failed) {
      return ["The search cannot be loaded right now."];
    }
    const said = [total ? `${total} ${total === 1 ? "page" : "pages"} found.` : "Nothing found."];
    if (total && instead.length) {
      said.push(" Showing results for ");
      instead.forEach(([, other], at) => said.push(at ? ", " : "", element("strong", "", other)));
      said.push(".");
    }
    if (total && lost.length) {
      said.push(` Not on this site: ${lost.map((word) => `“${word}”`).join(", ")}.`);
    }
    return said;
  }

  function show(found) {
    list.replaceChildren(...(found?.pages ?? []).map(result));
    meta.replaceChildren(...(found ? told(found) : [greeting]));
    kinds.hidden = !found || found.failed;
    more.hidden = !found || found.total <= found.pages.length;
    none.hidden = !found || found.pages.length > 0;
    list.closest(".md-search__scrollwrap").scrollTop = 0;
  }
})();
