// The table of cells: a page of rows at a time, so that thousands of cells stay light.
(() => {
  "use strict";
  const rows = JSON.parse(document.getElementById("cell-data").textContent);
  const table = document.getElementById("cell-table");
  const headings = [...table.tHead.rows[0].cells];
  const names = headings.map((heading) => heading.dataset.name);
  const filter = document.getElementById("filter");
  const [previous, next] = ["previous", "next"].map((id) => document.getElementById(id));
  const pageSize = 50;
  let shown = rows;
  let page = 0;
  let order = { column: -1, sign: 1 };

  // Empty fields come last in either direction.
  const compare = (a, b) => {
    if (a === null || b === null) return (a === null) - (b === null);
    return order.sign * (typeof a === "number" ? a - b : a.localeCompare(b));
  };

  const test = (term) => {
    const parts = /^([a-z0-9_]+)(<=|>=|=|<|>)(.+)$/.exec(term);
    const column = parts ? names.indexOf(parts[1]) : -1;
    if (column < 0) return (row) => row.some((field) => String(field ?? "").toLowerCase().includes(term));
    const [operator, text] = [parts[2], parts[3]];
    const number = Number(text);
    return (row) => {
      const field = row[column];
      if (field === null) return false;
      if (typeof field !== "number") return operator === "=" && field.toLowerCase() === text;
      if (operator === "=") return field === number;
      if (operator === "<") return field < number;
      if (operator === ">") return field > number;
      return operator === "<=" ? field <= number : field >= number;
    };
  };

  const show = () => {
    const pages = Math.max(1, Math.ceil(shown.length / pageSize));
    page = Math.min(page, pages - 1);
    const body = document.createElement("tbody");
    for (const row of shown.slice(page * pageSize, (page + 1) * pageSize)) {
      const line = body.insertRow();
      for (const field of row) {
        const cell = line.insertCell();
        cell.textContent = field ?? "";
        if (typeof field === "number") cell.className = "number";
      }
    }
    table.tBodies[0].replaceWith(body);
    document.getElementById("shown").textContent = `${shown.length} of ${rows.length} cells`;
    document.getElementById("page").textContent = `Page ${page + 1} of ${pages}`;
    previous.disabled = page === 0;
    next.disabled = page === pages - 1;
  };

  const update = () => {
    const tests = filter.value.toLowerCase().split(/\s+/).filter(Boolean).map(test);
    shown = rows.filter((row) => tests.every((holds) => holds(row)));
    if (order.column >= 0) shown.sort((a, b) => compare(a[order.column], b[order.column]));
    page = 0;
    show();
  };

  headings.forEach((heading, column) => {
    heading.querySelector("button").addEventListener("click", () => {
      order = { column, sign: order.column === column ? -order.sign : 1 };
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", order.sign > 0 ? "ascending" : "descending");
      update();
    });
  });
  filter.addEventListener("input", update);
  previous.addEventListener("click", () => { page -= 1; show(); });
  next.addEventListener("click", () => { page += 1; show(); });
  show();
})();
