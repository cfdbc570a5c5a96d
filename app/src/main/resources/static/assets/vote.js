// The ballot: one press is one vote. A press that gets no answer is sent again with the same key until it is answered;
// the words below the keys always say how things stand. Without this script each key submits the form.
(() => {
  'use strict';
  const form = document.querySelector('form[data-press]');
  const floor = document.querySelector('[data-live^="floor:"]');
  const words = document.querySelector('[data-word]');
  let first = null;

  // When the floor moves on, every phone reloads, spread over 400 ms.
  if (floor) {
    floor.addEventListener('live', (event) => {
      if (event.detail.name !== 'floor') { return; }
      if (first === null) { first = event.detail.html; return; }
      if (first === event.detail.html) { return; }
      setTimeout(() => location.assign(floor.dataset.here), Math.random() * 400);
    });
  }
  if (!form) { return; }

  const csrf = form.querySelector('[name="_csrf"]').value;
  const keys = [...form.querySelectorAll('.choice')];
  let sending = null;

  const say = (kind, head, more) => {
    words.className = 'ballot-word notice notice-' + kind;
    words.replaceChildren(Object.assign(document.createElement('b'), { textContent: head }), more);
  };
  const label = (key) => key.childNodes[1].textContent.trim();
  const mark = (key, waiting) => {
    for (const each of keys) {
      const mine = each === key;
      each.setAttribute('aria-checked', String(mine && !waiting));
      each.classList.toggle('choice-waiting', mine && waiting);
      each.querySelector('.choice-said').textContent = mine ? (waiting ? form.dataset.waiting : form.dataset.said) : '';
    }
  };

  const send = async (press) => {
    while (sending === press) {
      try {
        const answer = await fetch(form.dataset.press, {
          method: 'POST', credentials: 'same-origin',
          headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': csrf },
          body: JSON.stringify({ question: form.dataset.question, mark: press.key.value, key: press.id }),
        });
        if (sending !== press) { return; }
        if (answer.ok) {
          mark(press.key, false);
          say('ok', form.dataset.recorded + label(press.key), form.dataset.recordedMore);
          return;
        }
        if (answer.status < 500 && answer.status !== 429) {
          const problem = await answer.json().catch(() => ({}));
          mark(null, false);
          say('warn', problem.detail || problem.title || String(answer.status), '');
          return;
        }
      } catch { /* no network: try again below */ }
      if (sending !== press) { return; }
      say('warn', form.dataset.offline, form.dataset.offlineMore);
      await new Promise((go) => setTimeout(go, 1500));
    }
  };

  form.addEventListener('submit', (event) => {
    if (!event.submitter || event.submitter.name !== 'mark') { return; }
    event.preventDefault();
    const press = { key: event.submitter, id: Date.now().toString(36) + Math.random().toString(36).slice(2) };
    sending = press;
    mark(press.key, true);
    say('info', form.dataset.sending, '');
    send(press);
  });
})();
