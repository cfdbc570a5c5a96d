// The gate: a card is read, the answer fills the screen. Without network events wait in this device's storage, with
// their own ids and times, and are sent when the network is back, also after a reload; the server takes each id once.
(() => {
  'use strict';
  const form = document.querySelector('form[data-events]');
  if (!form) { return; }
  const STORE = 'yicheng-gate ' + form.dataset.events + ' ' + form.dataset.device;
  const SEQUENCE = 'yicheng-gate-sequence ' + form.dataset.device;
  const offset = Number(form.dataset.now) - Date.now();
  const main = document.getElementById('main');
  const field = main.querySelector('[data-answer] [role="status"]');
  const sign = main.querySelector('.gate-sign use');
  const card = form.elements.card;
  const csrf = form.querySelector('[name="_csrf"]').value;
  let settle = 0;

  const kept = () => JSON.parse(localStorage.getItem(STORE) || '[]');
  const keep = (events) => localStorage.setItem(STORE, JSON.stringify(events));
  const now = () => new Date(Date.now() + offset);
  const node = (tag, text, name) => Object.assign(document.createElement(tag), { textContent: text, className: name || '' });

  const show = (kind, title, who, why) => {
    main.className = 'gate gate-' + kind;
    sign.setAttribute('href', kind === 'no' ? '#i-stop' : kind === 'wait' ? '#i-card' : '#i-check');
    field.replaceChildren(node('h1', title), node('p', who, 'gate-who'), node('p', why, 'gate-why'));
    clearTimeout(settle);
    if (kind !== 'wait') {
      settle = setTimeout(() => show('wait', form.dataset.ready, '', form.dataset.readyMore), 4000);
    }
  };

  const answer = (event, receipt) => {
    const { member, guest } = receipt;
    const who = guest ? guest.organisation + '　' + guest.name + (guest.demo ? form.dataset.demo : '') : member ? member.groupName + '　' + member.name + (member.demo ? form.dataset.demo : '') : '';
    if (receipt.effect === 'REJECTED') {
      show('no', form.dataset.stop, who, receipt.words || '');
    } else if (guest) {
      show('guest', event.direction === 'IN' ? form.dataset.in : form.dataset.out, who,
        guest.quality === 'OBSERVER' ? form.dataset.observer : form.dataset.visitor);
    } else {
      const seat = main.querySelector('[data-seat]');
      if (seat && member) { seat.textContent = member.seat || '—'; }
      show('yes', event.direction === 'IN' ? form.dataset.in : form.dataset.out, who,
        receipt.effect === 'COUNTED' ? form.dataset.enter : form.dataset.again);
    }
  };

  const post = (events) => fetch(form.dataset.events, {
    method: 'POST', credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': csrf, 'Accept-Language': document.documentElement.lang },
    body: JSON.stringify({ events }),
  });

  let uploading = false;
  const upload = async () => {
    if (uploading || kept().length === 0) { return; }
    uploading = true;
    try {
      const batch = kept().slice(0, 500);
      const reply = await post(batch);
      if (reply.ok) {
        const sent = new Set(batch.map((event) => event.eventId));
        keep(kept().filter((event) => !sent.has(event.eventId)));
      }
    } catch { /* still no network */ } finally { uploading = false; }
  };

  form.addEventListener('submit', async (submitted) => {
    submitted.preventDefault();
    const code = card.value.trim();
    card.value = '';
    card.focus();
    if (!code) { return; }
    const sequence = Number(localStorage.getItem(SEQUENCE) || '0') + 1;
    localStorage.setItem(SEQUENCE, String(sequence));
    const event = {
      eventId: form.dataset.device + '-' + Date.now().toString(36) + '-' + Math.random().toString(36).slice(2),
      at: now().toISOString(), credential: code, direction: form.elements.direction.value,
      device: form.dataset.device, sequence,
    };
    try {
      const reply = await post([event]);
      if (!reply.ok) { throw new Error(String(reply.status)); }
      answer(event, (await reply.json())[0]);
    } catch {
      keep([...kept(), event]);
      show('kept', form.dataset.queued, code, form.dataset.queuedMore.replace('{n}', kept().length));
    }
  });

  const clock = main.querySelector('[data-clock]');
  setInterval(() => {
    upload();
    if (clock) {
      clock.textContent = now().toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai' });
    }
    if (document.activeElement === document.body) { card.focus(); }
  }, 1000);
  addEventListener('online', upload);
  if ('serviceWorker' in navigator) { navigator.serviceWorker.register('/gate-worker.js', { scope: '/gate/' }).catch(() => {}); }
})();
