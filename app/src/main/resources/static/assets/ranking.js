// Numbering a paper by tapping the projects in order. Tapping one that has a number takes it back and the later ones move
// up, so the numbers never have a gap; a number chosen in a field moves the project there and the later ones down. Every
// step can be undone. What is sent are the fields, which also serve without this script.
(() => {
  'use strict';
  for (const form of document.querySelectorAll('[data-ranking]')) {
    const most = Number(form.dataset.ranking);
    const rows = [...form.querySelectorAll('[data-rank-row]')];
    const fields = rows.map((row) => row.querySelector('select'));
    const number = (at) => fields[at].selectedIndex;
    const numbers = () => fields.map((_, at) => number(at));
    const say = (text, facts) => text.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
    const past = [];
    let known = numbers();

    const show = () => {
      const count = known.filter((one) => one > 0).length;
      rows.forEach((row, at) => {
        const own = known[at];
        const tap = row.querySelector('[data-rank-tap]');
        row.classList.toggle('numbered', own > 0);
        tap.setAttribute('aria-pressed', String(own > 0));
        row.querySelector('[data-rank-number]').textContent = own || '';
        row.querySelector('[data-rank-word]').textContent = own
          ? say(form.dataset.has, { n: own })
          : count < most ? say(form.dataset.next, { n: count + 1 }) : form.dataset.full;
        tap.classList.toggle('rank-full', !own && count >= most);
      });
      form.querySelector('[data-rank-state]').textContent =
        count ? say(form.dataset.soFar, { n: count, most }) : form.dataset.nothing;
      form.querySelector('[data-rank-undo]').disabled = past.length === 0;
      form.querySelector('[data-rank-clear]').disabled = count === 0;
    };
    const set = (next, undoing) => {
      if (!undoing && next.some((one, at) => one !== known[at])) { past.push(known); }
      next.forEach((one, at) => { fields[at].selectedIndex = one; });
      known = next;
      show();
    };
    const without = (own) => known.map((one) => one === own ? 0 : one > own ? one - 1 : one);

    rows.forEach((row, at) => {
      row.querySelector('[data-rank-tap]').addEventListener('click', () => {
        const count = known.filter((one) => one > 0).length;
        if (known[at]) { set(without(known[at])); }
        else if (count < most) { set(known.map((one, place) => place === at ? count + 1 : one)); }
      });
      fields[at].addEventListener('change', () => {
        const chosen = number(at), own = known[at];
        const count = known.filter((one) => one > 0).length;
        if (!chosen) { set(own ? without(own) : known); return; }
        // A new one comes in at its place and the later ones move down; one that was numbered moves to its new place.
        const rest = own ? without(own) : known;
        const last = Math.min(most, own ? count : count + 1);
        const to = Math.min(chosen, last);
        const next = rest.map((one) => one >= to ? one + 1 : one).map((one) => one > most ? 0 : one);
        next[at] = to;
        set(next);
      });
    });
    form.querySelector('[data-rank-undo]').addEventListener('click', () => { if (past.length) { set(past.pop(), true); } });
    form.querySelector('[data-rank-clear]').addEventListener('click', () => set(known.map(() => 0)));
    for (const part of form.querySelectorAll('[data-rank-note], [data-rank-bar], [data-rank-tap], [data-rank-label]')) {
      part.hidden = false;
    }
    form.classList.add('by-tapping');
    show();
  }
})();
