"use strict";
(() => {
  const panes = [...document.querySelectorAll("section")];
  const article = document.querySelector("article");
  const rows = panes.map((pane) => [...pane.querySelectorAll("li")]);
  const attribute = { E: "data-e", Q: "data-q", V: "data-v" };
  const history = [];
  let focus = "";
  let lit = [];

  const has = (element, name, id) => ` ${element.getAttribute(name) || ""} `.includes(` ${id} `);
  const marked = (id) => [...article.querySelectorAll(`[${attribute[id[0]]}~="${id}"]`)];

  // What a row of one kind has to do with a focus of another.
  function belongs(row, id) {
    if (!id || row.dataset.id === id) return true;
    const kind = row.dataset.id[0];
    if (kind === id[0]) return true;
    if (id[0] === "E") return has(row, "data-with", id);
    const chosen = document.querySelector(`li[data-id="${id}"]`);
    if (kind === "E") return has(chosen, "data-with", row.dataset.id);
    return has(chosen, "data-near", row.dataset.id) || has(row, "data-near", id);
  }

  function count(number) {
    const shown = rows[number].filter((row) => !row.hidden).length;
    const all = rows[number].length;
    const heading = panes[number].querySelector("h3");
    heading.textContent = heading.dataset.name + " · " + (shown === all ? all : `${shown} of ${all}`);
  }

  function show(id) {
    focus = id;
    for (const element of lit) element.classList.remove("lit");
    lit = id ? marked(id) : [];
    article.dataset.at = "0";
    for (const element of lit) element.classList.add("lit");
    rows.forEach((list, number) => {
      for (const row of list) {
        row.hidden = !belongs(row, id);
        if (row.dataset.id === id) row.setAttribute("aria-selected", "true");
        else row.removeAttribute("aria-selected");
      }
      count(number);
      reach(number);
    });
    if (lit.length) lit[0].scrollIntoView({ block: "center" });
  }

  function choose(id) {
    if (id === focus) return;
    history.push(focus);
    show(id);
  }

  // Exactly one visible row of each pane can be reached with tab.
  function reach(number, row) {
    const shown = rows[number].filter((other) => !other.hidden);
    const kept = row || shown.find((other) => other.tabIndex === 0) || shown[0];
    for (const other of rows[number]) other.tabIndex = other === kept ? 0 : -1;
    return kept;
  }

  function step(row, by) {
    const number = panes.indexOf(row.closest("section"));
    const shown = rows[number].filter((other) => !other.hidden);
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
