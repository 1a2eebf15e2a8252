// Filters and keys. Without this script the page is complete, only without them.
(() => {
  const bar = document.querySelector(".bar");
  if (!bar) return;
  bar.hidden = false;
  const main = document.querySelector("main");
  const edits = [...document.querySelectorAll(".edit")];
  const impacts = [...bar.querySelectorAll("[data-impact]")];
  const kinds = [...bar.querySelectorAll(".kinds input")];
  const fold = bar.querySelector("[data-fold]");
  const source = bar.querySelector("[data-source]");
  const help = document.querySelector(".help");
  const pressed = (button) => button.getAttribute("aria-pressed") === "true";
  const press = (button, on) => button.setAttribute("aria-pressed", String(on));

  // What is switched off stands in the address, so that a link shows the same page.
  const remember = () => {
    const state = new URLSearchParams();
    const off = (items, on, name) => items.filter((item) => !on(item)).map(name).join(",");
    const hidden = off(impacts, pressed, (button) => button.dataset.impact);
    const without = off(kinds, (box) => box.checked, (box) => box.value);
    if (hidden) state.set("hide", hidden);
    if (without) state.set("without", without);
    if (pressed(fold)) state.set("fold", "1");
    if (source && !pressed(source)) state.set("original", "0");
    const anchor = location.hash.slice(1).split("?")[0];
    const address = anchor + (state.size ? `?${state}` : "");
    if (address !== location.hash.slice(1)) history.replaceState(null, "", address ? `#${address}` : location.pathname + location.search);
  };

  const recall = () => {
    const [anchor, query] = location.hash.slice(1).split("?");
    if (query !== undefined) {
      const state = new URLSearchParams(query);
      const list = (name) => (state.get(name) || "").split(",");
      impacts.forEach((button) => press(button, !list("hide").includes(button.dataset.impact)));
      kinds.forEach((box) => (box.checked = !list("without").includes(box.value)));
      press(fold, state.get("fold") === "1");
      if (source) press(source, state.get("original") !== "0");
      // The browser knows an address without filters only.
      if (anchor) document.getElementById(anchor)?.scrollIntoView({ block: "center" });
    }
  };

  const show = () => {
    const hidden = new Set(impacts.filter((button) => !pressed(button)).map((button) => button.dataset.impact));
    const without = new Set(kinds.filter((box) => !box.checked).map((box) => box.value));
    for (const edit of edits) {
      const off = hidden.has(edit.dataset.impact) || without.has(edit.dataset.kind);
      edit.classList.toggle("off", off);
      edit.tabIndex = off ? -1 : 0;
    }
    main.classList.toggle("fold-same", pressed(fold));
    main.classList.toggle("no-source", Boolean(source) && !pressed(source));
  };

  const changed = () => {
    show();
    remember();
  };
  const toggle = (button) => {
    press(button, !pressed(button));
    changed();
  };

  let at = -1;
  const go = (step) => {
    const stops = edits.filter((edit) => edit.id && !edit.classList.contains("off"));
    if (!stops.length) return;
    const from = stops.indexOf(edits[at]);
    const next = stops[(from + step + stops.length + (from < 0 && step < 0 ? 1 : 0)) % stops.length];
    at = edits.indexOf(next);
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  };

  const twins = (edit, on) => {
    for (const other of edits) {
      if (other !== edit && other.dataset.edit === edit.dataset.edit) other.classList.toggle("twin", on);
    }
  };
  for (const edit of edits) {
    edit.addEventListener("mouseenter", () => twins(edit, true));
    edit.addEventListener("mouseleave", () => twins(edit, false));
    edit.addEventListener("focus", () => {
      at = edits.indexOf(edit);
      twins(edit, true);
    });
    edit.addEventListener("blur", () => twins(edit, false));
  }

  // A value or a name, wherever it stands, points to its likes.
  const tied = document.querySelectorAll("[data-tie]");
  const point = (event, on) => {
    const tie = event.target.closest?.("[data-tie]")?.dataset.tie;
    if (tie) for (const other of tied) if (other.dataset.tie === tie) other.classList.toggle("tied", on);
  };
  main.addEventListener("mouseover", (event) => point(event, true));
  main.addEventListener("mouseout", (event) => point(event, false));

  for (const button of [...impacts, fold, source].filter(Boolean)) button.addEventListener("click", () => toggle(button));
  for (const box of kinds) box.addEventListener("change", changed);
  bar.querySelector("[data-help]").addEventListener("click", () => help.showModal());
  const keys = { j: () => go(1), k: () => go(-1), u: () => toggle(fold), o: () => source && toggle(source), "?": () => help.showModal() };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || event.target.matches("input, select, textarea")) return;
    const act = keys[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
  // A jump within the page, and the way back, keep the filters.
  addEventListener("hashchange", () => {
    recall();
    changed();
  });
  recall();
  show();
})();
