// A note being typed is never lost: what stands in a form[data-keep] is kept on the device until the platform has it,
// and sent by itself. Somebody else's change in between (412) is shown, not written over.
(() => {
  'use strict';
  const PAUSE = 1500, AGAIN = 5000;

  // The page after a form that was taken: nothing of it is left to keep.
  const sent = sessionStorage.getItem('note-sent');
  if (sent) {
    sessionStorage.removeItem('note-sent');
    if (!document.getElementById('summary')) { localStorage.removeItem(sent); }
  }
  const form = document.querySelector('form[data-keep]');
  if (!form) { return; }
  const fresh = form.elements.version.value === '0';
  const store = 'note:' + form.dataset.keep + ':' + (fresh ? 'new' : form.elements.id.value);
  const csrf = document.querySelector('meta[name="csrf"]').content;
  const told = form.querySelector('[data-said]');
  const FIELDS = ['id', 'version', 'speaker', 'guest', 'item', 'topic', 'paragraph', 'kind', 'words', 'wording'];
  const read = () => Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value]));
  let timer = 0, sending = false, again = false, stopped = false;

  const say = (kind, text) => { told.className = 'notice notice-' + kind; told.textContent = text; told.hidden = false; };
  const keep = () => localStorage.setItem(store, JSON.stringify(read()));
  const later = (wait) => { clearTimeout(timer); timer = setTimeout(send, wait); };

  const heard = (note, status, body) => {
    if (status === 200) {
      form.elements.version.value = body.version;
      const now = read();
      if (FIELDS.every((name) => name === 'version' || now[name] === note[name])) {
        // A new note stays known to the device until the page has it in its list: reloading goes on with it.
        if (fresh) { keep(); } else { localStorage.removeItem(store); }
      } else { keep(); }
      say('ok', form.dataset.saved.replace('{time}', new Date().toTimeString().slice(0, 8)));
    } else if (status === 412) {
      stopped = true;
      say('warn', form.dataset.stale + ' ' + (body.detail || ''));
    } else if (status >= 500 || status === 429) {
      say('warn', form.dataset.waiting);
      later(AGAIN);
    } else {
      say('info', form.dataset.unfinished + ' ' + (body.detail || ''));
    }
  };

  async function send() {
    if (stopped) { return; }
    if (sending) { again = true; return; }
    const note = read();
    if (!note.words.trim()) { return; }
    sending = true; again = false;
    const paragraph = note.paragraph.trim() === '' ? null : Number(note.paragraph);
    try {
      const answer = await fetch(form.dataset.save + '/' + note.id, {
        method: 'PUT', credentials: 'same-origin',
        headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': csrf },
        body: JSON.stringify({ ...note, version: Number(note.version), paragraph }),
      });
      heard(note, answer.status, await answer.json().catch(() => ({})));
    } catch {
      say('warn', form.dataset.waiting);
      later(AGAIN);
    }
    sending = false;
    if (again) { send(); }
  }

  const kept = localStorage.getItem(store);
  if (kept) {
    const note = JSON.parse(kept);
    for (const name of FIELDS) { form.elements[name].value = note[name]; }
    say('info', form.dataset.restored);
    send();
  }
  form.addEventListener('input', () => { keep(); later(PAUSE); });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    stopped = true;
    keep();
    sessionStorage.setItem('note-sent', store);
  });
  addEventListener('online', send);
})();
