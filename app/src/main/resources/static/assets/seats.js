// The seat map: each push names every seat in short, 12-8:in:ok; the picture and its table take the new marks and
// words. Without this script the page asks for itself every ten seconds.
(() => {
  'use strict';
  const table = document.querySelector('[data-seats]');

  const mark = (id, kind, state) => {
    const use = document.getElementById(id);
    const name = kind + '-' + state;
    if (!use || use.getAttribute('href') === '#' + name) { return; }
    use.setAttribute('href', '#' + name);
    use.setAttribute('class', kind === 'seat' ? 'seat ' + name : name);
  };
  const say = (cell, words) => { if (words && cell.textContent !== words) { cell.textContent = words; } };

  document.addEventListener('live', (event) => {
    if (event.detail.name !== 'states') { return; }
    for (const each of event.detail.html.trim().split(' ')) {
      const [seat, person, unit] = each.split(':');
      if (!unit) { continue; }
      mark('s-' + seat, 'seat', person);
      mark('u-' + seat, 'unit', unit);
      const row = table && table.querySelector('[data-seat="' + CSS.escape(seat) + '"]');
      if (!row) { continue; }
      say(row.cells[3], table.getAttribute('data-word-' + person));
      if (row.hasAttribute('data-member')) {
        const off = unit === 'ok' && person !== 'in' && person !== 'pressed';
        say(row.cells[4], table.getAttribute('data-unit-' + (off ? 'off' : unit)));
      }
    }
  });
})();
