// Sorts, searches and narrows the list of articles. Without this script the list is complete, in the order of the file.
// What was asked for stands in the address, so that the way back from an article, and a link, show the same list.
(() => {
  const table = document.querySelector(".list");
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...body.rows];
  const text = rows.map((row) => row.textContent.toLowerCase());
  const reasons = rows.map((row) => (row.dataset.is || "").split(" "));
  const search = document.getElementById("search");
  const only = document.getElementById("only");
  const shown = document.getElementById("shown");
  search.closest("p").hidden = false;
  // A browser lays out a few hundred rows at once; the others wait for the button.
  const PAGE = 300;
  const more = document.getElementById("more");
  let most = PAGE;
  let order = rows.map((_, at) => at);
  let sorted = { column: -1, down: false };

  const find = () => {
    const wanted = search.value.trim().toLowerCase();
    let count = 0;
    for (const at of order) {
      const fits = text[at].includes(wanted) && (!only.value || reasons[at].includes(only.value));
      count += fits;
      rows[at].hidden = !fits || count > most;
    }
    more.hidden = count <= most;
    more.textContent = `Show all ${count}`;
    shown.textContent = wanted || only.value ? `${count} of ${rows.length} articles` : "";
  };

  const keys = [];
  const textColumns = Number(table.dataset.text);
  const keysOf = (column) => {
    keys[column] ??= rows.map((row) => {
      const value = row.cells[column].textContent;
      const number = Number.parseFloat(value);
      return column < textColumns || Number.isNaN(number) ? value : number;
    });
    return keys[column];
  };
  const letters = new Intl.Collator("en");
  const sort = (column, down) => {
    sorted = { column, down };
    heads.forEach((head, at) => {
      if (at === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    order = rows.map((_, at) => at);
    if (column >= 0) {
      const key = keysOf(column);
      order.sort((one, two) => {
        const numbers = typeof key[one] === "number" && typeof key[two] === "number";
        const less = numbers ? key[one] - key[two] : letters.compare(key[one], key[two]);
        return (down ? -less : less) || one - two;
      });
    }
    const sortedRows = document.createDocumentFragment();
    for (const at of order) sortedRows.append(rows[at]);
    body.append(sortedRows);
  };

  const remember = () => {
    const state = new URLSearchParams();
    if (search.value) state.set("search", search.value);
    if (only.value) state.set("only", only.value);
    if (sorted.column >= 0) state.set("sort", `${sorted.column}${sorted.down ? "-" : ""}`);
    history.replaceState(null, "", state.size ? `#?${state}` : location.pathname + location.search);
  };
  const recall = () => {
    const state = new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : "");
    search.value = state.get("search") || "";
    only.value = state.get("only") || "";
    if (only.selectedIndex < 0) only.value = "";
    const by = state.get("sort") || "";
    const column = Number.parseInt(by, 10);
    const known = column >= 0 && column < heads.length;
    if (known || sorted.column >= 0) sort(known ? column : -1, by.endsWith("-"));
    find();
  };

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () => {
      sort(column, sorted.column === column && !sorted.down);
      find();
      remember();
    });
    head.replaceChildren(button);
  });
  let timer;
  search.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      find();
      remember();
    }, 80);
  });
  only.addEventListener("change", () => {
    find();
    remember();
  });
  more.addEventListener("click", () => {
    most = rows.length;
    find();
  });
  addEventListener("hashchange", recall);
  recall();
})();
