// Small comforts; every page works without them. Focus goes to what is wrong; arrows move inside a ballot and along the
// rows of a table; / goes to the search field; letters and digits press what a desk offers. Single keys can be turned off (WCAG 2.1.4) by a [data-keys] button.
(() => {
  'use strict';
  const summary = document.getElementById('summary');
  if (summary) { summary.focus(); }

  document.addEventListener('htmx:configRequest', (event) => {
    const token = document.querySelector('meta[name="csrf"]');
    if (token) { event.detail.headers['X-XSRF-TOKEN'] = token.content; }
  });

  // Signing out takes the documents kept on this device along; see documents.js.
  const signOut = document.querySelector('form[action="/logout"]');
  if (signOut && 'caches' in window) {
    signOut.addEventListener('submit', async (event) => {
      event.preventDefault();
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith('yicheng-openings ') || key.startsWith('yicheng-notes ')) { localStorage.removeItem(key); }
      }
      await caches.delete('yicheng-documents-1').catch(() => {});
      signOut.submit();
    });
  }

  const off = () => localStorage.getItem('keys') === 'off';
  const keysButton = document.querySelector('[data-keys]');
  if (keysButton) {
    keysButton.hidden = false;
    keysButton.setAttribute('aria-pressed', String(!off()));
    keysButton.addEventListener('click', () => {
      localStorage.setItem('keys', off() ? 'on' : 'off');
      keysButton.setAttribute('aria-pressed', String(!off()));
    });
  }

  const step = (list, from, by) => list[(list.indexOf(from) + by + list.length) % list.length];
  const arrows = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    const at = document.activeElement;
    const group = at && at.closest('[role="radiogroup"]');
    if (group && arrows[event.key]) {
      event.preventDefault();
      step([...group.querySelectorAll('[role="radio"]')], at, arrows[event.key]).focus();
      return;
    }
    if (off() || (at && at.matches('input, select, textarea'))) { return; }
    const search = document.querySelector('input[type="search"]');
    if (event.key === '/' && search) {
      event.preventDefault();
      search.focus();
      return;
    }
    // What carries a letter is pressed by it; a digit chooses in the open list of choices and goes on to the reason.
    const keyed = /^[a-z]$/.test(event.key) && document.querySelector(`[data-key="${event.key}"]`);
    if (keyed) {
      event.preventDefault();
      keyed.click();
      return;
    }
    const choice = /^[1-9]$/.test(event.key)
      && [...document.querySelectorAll('select[data-digits]')].find((one) => one.offsetParent !== null);
    if (choice && choice.options[event.key - 1]) {
      event.preventDefault();
      choice.selectedIndex = event.key - 1;
      (choice.form.querySelector('input[name="reason"]') || choice).focus();
      return;
    }
    const rows = [...document.querySelectorAll('.ledger tbody tr a:first-of-type')];
    if (rows.length && (event.key === 'ArrowDown' || event.key === 'ArrowUp') && (rows.includes(at) || at === document.body)) {
      event.preventDefault();
      const by = event.key === 'ArrowDown' ? 1 : -1;
      (rows.includes(at) ? step(rows, at, by) : rows[0]).focus();
    }
  });
})();
