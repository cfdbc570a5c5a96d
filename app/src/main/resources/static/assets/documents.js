// Reading without network. The service worker keeps the reader's documents; this script tells it when to look again,
// says whether the page is a kept copy, and sends later what happened without network: openings and notes.
(() => {
  'use strict';
  const word = document.querySelector('[data-keep]');
  const reader = word ? word.dataset.keep : '';
  const OPENINGS = 'yicheng-openings ' + reader, NOTES = 'yicheng-notes ' + reader;
  const token = document.querySelector('meta[name="csrf"]');
  const article = document.querySelector('article[data-document]');
  const form = document.querySelector('form[data-note]');
  const read = (key, empty) => JSON.parse(localStorage.getItem(key) || empty);
  const write = (key, value) => localStorage.setItem(key, JSON.stringify(value));
  const time = (at) => new Date(at).toLocaleString(document.documentElement.lang,
    { timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });
  const say = (text) => { if (word) { word.textContent = text; word.hidden = false; } };
  const send = (method, path, body) => fetch(path, {
    method, credentials: 'same-origin', body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token ? token.content : '' },
  });

  const away = (at) => {
    if (at) { say(word.dataset.away.replace('{at}', time(at))); }
    if (article && reader) {
      const openings = read(OPENINGS, '[]');
      const { document: id, version } = article.dataset;
      if (!openings.some((one) => one.document === id && one.version === Number(version))) {
        write(OPENINGS, [...openings, { document: id, version: Number(version), at: new Date().toISOString() }].slice(-500));
      }
    }
  };

  const sendLater = async () => {
    const openings = read(OPENINGS, '[]');
    if (openings.length) {
      const answer = await send('POST', '/api/v1/documents/openings', { openings });
      if (answer.ok) { localStorage.removeItem(OPENINGS); }
    }
    const notes = read(NOTES, '{}');
    for (const id of Object.keys(notes)) {
      const answer = await send('PUT', '/api/v1/documents/' + id + '/note', { text: notes[id] });
      if (answer.ok || answer.status === 404) {
        delete notes[id];
        write(NOTES, notes);
        if (form && form.dataset.note === id && answer.ok) { noteWord(word.dataset.noteSaved); }
      }
    }
  };

  const noteWord = (text) => { form.querySelector('[data-note-word]').textContent = text; };
  if (form && reader) {
    const waiting = read(NOTES, '{}')[form.dataset.note];
    if (waiting !== undefined) { form.elements.note.value = waiting; noteWord(word.dataset.noteWaits); }
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const text = form.elements.note.value;
      try {
        const answer = await send('PUT', '/api/v1/documents/' + form.dataset.note + '/note', { text });
        if (!answer.ok) { form.submit(); return; }
        noteWord(word.dataset.noteSaved);
      } catch {
        write(NOTES, { ...read(NOTES, '{}'), [form.dataset.note]: text });
        noteWord(word.dataset.noteWaits);
      }
    });
  }

  if (!('serviceWorker' in navigator)) { return; }
  const look = document.documentElement.lang + ' ' + document.documentElement.dataset.mode;
  const assets = [...document.querySelectorAll('link[rel="stylesheet"], link[rel="icon"], script[src]')]
    .map((one) => one.href || one.src);
  const keep = async () => {
    const registration = reader
      ? await navigator.serviceWorker.register('/documents-worker.js', { scope: '/documents' })
      : await navigator.serviceWorker.getRegistration('/documents');
    const worker = registration && (registration.active || registration.waiting || registration.installing);
    if (!worker) { return; }
    const channel = new MessageChannel();
    channel.port1.onmessage = (event) => {
      const { state, kept, at } = event.data;
      if (state === 'kept') {
        if (kept > 0) { say(word.dataset.kept.replace('{n}', kept)); }
        document.documentElement.dataset.kept = String(kept);
        sendLater().catch(() => {});
      } else if (state === 'away') { away(at); }
    };
    worker.postMessage({
      reader, look, assets, lang: document.documentElement.lang,
      missing: word ? word.dataset.missing : '', back: word ? word.dataset.back : '',
    }, [channel.port2]);
  };
  keep().catch(() => {});
  addEventListener('online', () => keep().catch(() => {}));
})();
