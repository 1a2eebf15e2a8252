// Sorts and searches the list of articles. Without this script the list is complete, in the order of the file.
(() => {
  const table = document.querySelector(".list");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const text = rows.map((row) => row.cells[0].textContent.toLowerCase());
  const search = document.getElementById("search");
  const shown = document.getElementById("shown");
  search.closest("p").hidden = false;

  const find = () => {
    const wanted = search.value.trim().toLowerCase();
    let count = 0;
    rows.forEach((row, at) => {
      const fits = text[at].includes(wanted);
      row.hidden = !fits;
      count += fits;
    });
    shown.textContent = wanted ? `${count} of ${rows.length} articles` : "";
  };

  const keys = [...table.tHead.rows[0].cells].map((_, column) =>
    rows.map((row) => {
      const value = row.cells[column].textContent;
      const number = Number.parseFloat(value);
      return column < 2 || Number.isNaN(number) ? value : number;
    }),
  );
  const order = rows.map((_, at) => at);
  const sort = (head, column) => {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const key = keys[column];
    order.sort((one, two) => {
      const less = typeof key[one] === "number" && typeof key[two] === "number" ? key[one] - key[two] : String(key[one]).localeCompare(String(key[two]));
      return (down ? -less : less) || one - two;
    });
    body.append(...order.map((at) => rows[at]));
  };

  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () => sort(head, column));
    head.replaceChildren(button);
  });
  let timer;
  search.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(find, 80);
  });
})();
