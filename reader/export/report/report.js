"use strict";
(() => {
  const PAGE = 16; // rows that a narrowed pane gets at a time
  const SLICE = 100; // marks that are lit at a time: first those that are scrolled to
  const article = document.querySelector("article");
  const byId = new Map();
  const history = [];
  let focus = "";
  let lit = [];
  let pending = 0;

  // A pane keeps its whole list as it is. A focus lays a short list of copies over it: to hide and
  // show thousands of rows would cost a style and a place for each of them.
  const panes = [...document.querySelectorAll("section")].map((section) => {
    const all = section.querySelector("ul");
    const some = all.cloneNode(false);
    some.hidden = true;
    section.append(some);
    const rows = [...all.children];
    const pane = { section, all, some, rows, heading: section.querySelector("h3"), kept: [], reached: null };
    rows.forEach((row, place) => byId.set(row.dataset.id, { row, place, pane }));
    some.addEventListener("scroll", () => {
      if (some.scrollTop + 2 * some.clientHeight > some.scrollHeight) fill(pane);
    });
    return pane;
  });

  const words = (element, name) => (element.getAttribute(name) || "").split(" ").filter(Boolean);
  const add = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));
  const goesWith = (row) => [...words(row, "data-with"), ...words(row, "data-near")];

  // The marks of each annotation in the article, and the rows that name each in what they go with.
  const marks = new Map();
  for (const mark of article.querySelectorAll("span")) {
    for (const name of ["data-e", "data-q", "data-v", "data-n"]) {
      for (const id of words(mark, name)) add(marks, id, mark);
    }
  }
  const naming = new Map();
  for (const known of byId.values()) {
    for (const id of goesWith(known.row)) add(naming, id, known);
  }

  // The rows of the other panes that have to do with a focus, pane by pane in their order.
  function related(id) {
    const own = byId.get(id);
    const found = new Set(naming.get(id) || []);
    if (own) for (const other of goesWith(own.row)) if (byId.has(other)) found.add(byId.get(other));
    const kept = new Map(panes.map((pane) => [pane, []]));
    for (const known of [...found].sort((one, other) => one.place - other.place)) kept.get(known.pane).push(known.row);
    return kept;
  }

  const isNarrowed = (pane) => pane.section.classList.contains("narrowed");
  const isDone = (pane) => pane.some.childElementCount >= pane.kept.length;
  const listed = (pane) => (isNarrowed(pane) ? pane.some : pane.all);

  function fill(pane, until = PAGE) {
    const made = pane.some.childElementCount;
    const copies = pane.kept.slice(made, made + until).map((row) => row.cloneNode(true));
    for (const copy of copies) copy.tabIndex = -1;
    pane.some.append(...copies);
  }

  function narrow(pane, kept) {
    pane.kept = kept || [];
    pane.some.replaceChildren();
    pane.some.hidden = !kept;
    pane.section.classList.toggle("narrowed", Boolean(kept));
    pane.all.setAttribute("aria-hidden", String(Boolean(kept)));
    if (kept) fill(pane);
    const every = pane.rows.length;
    const shown = kept ? `${kept.length} of ${every}` : every;
    pane.heading.textContent = `${pane.heading.dataset.name} · ${shown}`;
    reach(pane);
  }

  // Take the light from what was in focus and give it to what is: at once where the reader
  // looks, then slice by slice.
  function light(elements) {
    clearTimeout(pending);
    const gone = lit.filter((element) => element.classList.contains("lit"));
    lit = elements;
    const next = (at) => {
      for (const element of gone.slice(at, at + SLICE)) element.classList.remove("lit");
      for (const element of lit.slice(at, at + SLICE)) element.classList.add("lit");
      if (at + SLICE < Math.max(gone.length, lit.length)) pending = setTimeout(next, 0, at + SLICE);
    };
    next(0);
  }

  function show(id) {
    const before = byId.get(focus);
    if (before) before.row.removeAttribute("aria-selected");
    focus = id;
    const chosen = byId.get(id);
    const kept = id && related(id);
    light((id && marks.get(id)) || []);
    article.dataset.at = "0";
    for (const pane of panes) {
      const isOwn = !id || (chosen ? chosen.pane === pane : !pane.rows.length);
      narrow(pane, isOwn ? null : kept.get(pane));
    }
    if (chosen) chosen.row.setAttribute("aria-selected", "true");
    if (lit.length) lit[0].scrollIntoView({ block: "center" });
  }

  function choose(id) {
    if (id === focus) return;
    history.push(focus);
    show(id);
  }

  // Exactly one row of each pane can be reached with tab.
  function reach(pane, row) {
    const isThere = pane.reached && pane.reached.parentElement === listed(pane);
    const next = row || (isThere ? pane.reached : listed(pane).firstElementChild);
    if (pane.reached && pane.reached !== next) pane.reached.tabIndex = -1;
    if (next) next.tabIndex = 0;
    pane.reached = next;
    return next;
  }

  function step(row, by) {
    const pane = panes.find((one) => one.section.contains(row));
    const list = listed(pane);
    if (list === pane.some && !isDone(pane)) fill(pane, Math.max(PAGE, Math.min(by, pane.kept.length)));
    const at = [...list.children].indexOf(row) + by;
    reach(pane, list.children[Math.max(0, Math.min(list.childElementCount - 1, at))]).focus();
  }

  function walk(by) {
    if (!lit.length) return;
    const at = Number(article.dataset.at || 0) + by;
    const next = (at + lit.length) % lit.length;
    article.dataset.at = String(next);
    lit[next].classList.add("lit");
    lit[next].scrollIntoView({ block: "center" });
  }

  document.addEventListener("click", (event) => {
    const row = event.target.closest("li");
    if (row) return choose(row.dataset.id);
    const mark = event.target.closest("article span");
    if (!mark || String(getSelection())) return;
    const named = ["data-e", "data-q", "data-v", "data-n"].map((name) => mark.getAttribute(name)).find(Boolean);
    const id = (named || "").split(" ").pop();
    if (id) choose(id);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const row = event.target.closest("li");
    const steps = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 10, PageUp: -10, Home: -1e9, End: 1e9 };
    if (row && event.key in steps) step(row, steps[event.key]);
    else if (row && (event.key === "Enter" || event.key === " ")) choose(row.dataset.id);
    else if (event.key === "Escape") show(history.pop() || "");
    else if (event.key === "n") walk(1);
    else if (event.key === "N") walk(-1);
    else if (event.key === "1") article.focus();
    else if (/^[2345]$/.test(event.key) && panes[Number(event.key) - 2]) {
      const first = reach(panes[Number(event.key) - 2]);
      if (first) first.focus();
    } else return;
    event.preventDefault();
  });

  addEventListener("beforeprint", () => {
    for (const pane of panes) fill(pane, pane.kept.length);
    for (const element of lit) element.classList.add("lit");
  });

  show("");
})();
