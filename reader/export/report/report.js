"use strict";
(() => {
  const panes = [...document.querySelectorAll("section")];
  const article = document.querySelector("article");
  const rows = panes.map((pane) => [...pane.querySelectorAll("li")]);
  const byId = new Map(rows.flat().map((row) => [row.dataset.id, row]));
  const history = [];
  let focus = "";
  let lit = [];
  let kept = [];
  const reached = rows.map(() => null);

  const words = (element, name) => (element.getAttribute(name) || "").split(" ").filter(Boolean);
  const add = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));

  // The marks of each annotation in the article, and the rows that name each in what they go with.
  const marks = new Map();
  for (const mark of article.querySelectorAll("span")) {
    for (const name of ["data-e", "data-q", "data-v"]) {
      for (const id of words(mark, name)) add(marks, id, mark);
    }
  }
  const naming = new Map();
  for (const row of byId.values()) {
    for (const id of [...words(row, "data-with"), ...words(row, "data-near")]) add(naming, id, row);
  }

  // The rows of the other panes that have to do with a focus.
  function related(id) {
    const row = byId.get(id);
    const named = row ? [...words(row, "data-with"), ...words(row, "data-near")] : [];
    const found = [...(naming.get(id) || []), ...named.map((other) => byId.get(other))];
    return new Set(found.filter((other) => other && other.dataset.id[0] !== id[0]));
  }

  const isShown = (number, row) => !panes[number].classList.contains("narrowed") || row.classList.contains("kept");
  const shownIn = (number) => rows[number].filter((row) => isShown(number, row));

  function count(number, shown) {
    const all = rows[number].length;
    const heading = panes[number].querySelector("h3");
    heading.textContent = heading.dataset.name + " · " + (shown === all ? all : `${shown} of ${all}`);
  }

  function show(id) {
    const before = byId.get(focus);
    if (before) before.removeAttribute("aria-selected");
    for (const element of lit) element.classList.remove("lit");
    for (const row of kept) row.classList.remove("kept");
    focus = id;
    lit = (id && marks.get(id)) || [];
    kept = id ? [...related(id)] : [];
    article.dataset.at = "0";
    for (const element of lit) element.classList.add("lit");
    for (const row of kept) row.classList.add("kept");
    panes.forEach((pane, number) => {
      const isOwn = !id || !rows[number].length || rows[number][0].dataset.id[0] === id[0];
      pane.classList.toggle("narrowed", !isOwn);
      count(number, isOwn ? rows[number].length : kept.filter((row) => pane.contains(row)).length);
      reach(number);
    });
    const chosen = byId.get(id);
    if (chosen) chosen.setAttribute("aria-selected", "true");
    if (lit.length) lit[0].scrollIntoView({ block: "center" });
  }

  function choose(id) {
    if (id === focus) return;
    history.push(focus);
    show(id);
  }

  // Exactly one visible row of each pane can be reached with tab.
  function reach(number, row) {
    const known = reached[number];
    const isKept = !row && known && isShown(number, known);
    const next = isKept ? known : row || rows[number].find((other) => isShown(number, other)) || null;
    if (known && known !== next) known.tabIndex = -1;
    if (next) next.tabIndex = 0;
    reached[number] = next;
    return next;
  }

  function step(row, by) {
    const number = panes.indexOf(row.closest("section"));
    const shown = shownIn(number);
    const next = shown[Math.max(0, Math.min(shown.length - 1, shown.indexOf(row) + by))];
    reach(number, next).focus();
  }

  function walk(by) {
    if (!lit.length) return;
    const at = Number(article.dataset.at || 0) + by;
    const next = (at + lit.length) % lit.length;
    article.dataset.at = String(next);
    lit[next].scrollIntoView({ block: "center" });
  }

  document.addEventListener("click", (event) => {
    const row = event.target.closest("li");
    if (row) return choose(row.dataset.id);
    const mark = event.target.closest("article span");
    if (!mark || String(getSelection())) return;
    const id = (mark.getAttribute("data-e") || mark.getAttribute("data-q") || mark.getAttribute("data-v") || "").split(" ").pop();
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
    else if (/^[234]$/.test(event.key)) {
      const first = reach(Number(event.key) - 2);
      if (first) first.focus();
    } else return;
    event.preventDefault();
  });

  show("");
})();
