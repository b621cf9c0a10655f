// Sorting and filtering of the class's page. Without it, the page says the same.
'use strict';
{
  const words = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const collator = new Intl.Collator(document.documentElement.lang, {numeric: true});

  const key = (row, column, isNumber) => {
    const cell = row.cells[column];
    if (!isNumber) return cell.textContent.trim();
    const value = cell.dataset.v ?? cell.textContent;
    return value === '' ? -Infinity : Number(value);
  };

  const sort = (table, column, isNumber, isDescending) => {
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row, place) => ({row, place, key: key(row, column, isNumber)}));
    rows.sort((a, b) => {
      const order = isNumber ? (a.key === b.key ? 0 : a.key - b.key) : collator.compare(a.key, b.key);
      return (isDescending ? -order : order) || a.place - b.place;
    });
    body.append(...rows.map((sorted) => sorted.row));
  };

  for (const table of document.querySelectorAll('table.sortable')) {
    const headers = [...table.tHead.rows[0].cells];
    headers.forEach((header, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener('click', () => {
        const isDescending = header.getAttribute('aria-sort') === 'ascending';
        for (const other of headers) other.removeAttribute('aria-sort');
        header.setAttribute('aria-sort', isDescending ? 'descending' : 'ascending');
        sort(table, column, header.dataset.sort === 'number', isDescending);
      });
    });
  }

  const form = document.getElementById('filtres');
  if (form) {
    const name = document.getElementById('nom');
    const state = document.getElementById('etat');
    const count = document.getElementById('combien');
    const rows = [...document.getElementById('classe').tBodies[0].rows];
    const texts = new Map(rows.map((row) => [row, words(row.cells[0].textContent)]));
    const filter = () => {
      const wanted = words(name.value.trim());
      let shown = 0;
      for (const row of rows) {
        row.hidden = !(texts.get(row).includes(wanted) && row.dataset.s.includes(state.value));
        shown += row.hidden ? 0 : 1;
      }
      count.textContent = count.dataset.words.replace('##', rows.length).replace('#', shown);
    };
    form.hidden = false;
    form.addEventListener('submit', (event) => event.preventDefault());
    name.addEventListener('input', filter);
    name.addEventListener('change', filter);
    state.addEventListener('change', filter);
    filter();
  }
}
