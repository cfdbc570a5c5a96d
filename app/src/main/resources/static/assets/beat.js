// A gate or a board says every quarter of a minute that it is there, and what its own clock says; when that is too far
// off the server's, the element shows it. [data-beat] = where to, data-drift = the words, with {seconds}.
(() => {
  'use strict';
  const EVERY = 15000;
  const notice = document.querySelector('[data-beat]');
  if (!notice) { return; }
  const csrf = document.querySelector('meta[name="csrf"]');

  const beat = async () => {
    try {
      const reply = await fetch(notice.dataset.beat, {
        method: 'POST', credentials: 'same-origin',
        headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': csrf ? csrf.content : '' },
        body: JSON.stringify({ clock: new Date().toISOString() }),
      });
      if (!reply.ok) { return; }
      const said = await reply.json();
      notice.textContent = notice.dataset.drift.replace('{seconds}', String(Math.round(said.driftMillis / 1000)));
      notice.hidden = !said.warning;
    } catch { /* no network: the secretariat's page shows that this device is silent */ }
  };
  beat();
  setInterval(beat, EVERY);
})();
