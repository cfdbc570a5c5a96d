// Live parts. <div data-live="topic" data-lost="words with {time}"> follows a topic; each push names parts, and the
// element with data-part="name" inside shows the newest. When the stream is full or the network is away the page asks
// for itself every ten seconds. Without this script the page's own refresh does that.
(() => {
  'use strict';
  const LOST_AFTER = 5000, SILENT_AFTER = 20000, ASK_EVERY = 10000, TRY_AGAIN = 30000;
  const clock = () => new Date().toTimeString().slice(0, 8);

  function follow(root) {
    let heard = Date.now(), time = clock(), brokenSince = 0, asking = 0, source;

    const notice = document.createElement('p');
    notice.className = 'live-lost notice notice-warn';
    notice.setAttribute('role', 'status');
    notice.hidden = true;
    root.prepend(notice);

    const alive = () => {
      heard = Date.now(); time = clock(); brokenSince = 0;
      if (!notice.hidden) { notice.hidden = true; document.documentElement.classList.remove('is-lost'); }
    };
    const lost = () => {
      if (!notice.hidden) { return; }
      notice.textContent = (root.dataset.lost || '').replace('{time}', time);
      notice.hidden = false;
      document.documentElement.classList.add('is-lost');
    };
    const show = (name, html) => {
      const part = root.querySelector('[data-part="' + CSS.escape(name) + '"]');
      if (part && part.innerHTML !== html) { part.innerHTML = html; }
      root.dispatchEvent(new CustomEvent('live', { detail: { name, html }, bubbles: true }));
    };
    const ask = async () => {
      try {
        const answer = await fetch(location.href, { headers: { 'X-Live': '1' }, credentials: 'same-origin' });
        if (!answer.ok) { return; }
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        for (const part of page.querySelectorAll('[data-live] [data-part]')) { show(part.dataset.part, part.innerHTML); }
        alive();
      } catch { /* the network is away; the notice says so */ }
    };
    const connect = () => {
      clearInterval(asking); asking = 0;
      source = new EventSource('/live?topic=' + encodeURIComponent(root.dataset.live)
        + '&lang=' + document.documentElement.lang);
      source.onopen = alive;
      source.addEventListener('beat', alive);
      source.onmessage = (event) => {
        alive();
        const parts = JSON.parse(event.data);
        for (const name in parts) { show(name, parts[name]); }
      };
      source.onerror = () => {
        brokenSince = brokenSince || Date.now();
        if (source.readyState === EventSource.CLOSED && !asking) {
          asking = setInterval(ask, ASK_EVERY);
          setTimeout(connect, TRY_AGAIN);
        }
      };
    };
    setInterval(() => {
      const now = Date.now();
      if (now - heard > SILENT_AFTER || (brokenSince && now - Math.max(brokenSince, heard) > LOST_AFTER)) { lost(); }
    }, 1000);
    addEventListener('offline', () => { brokenSince = brokenSince || Date.now(); });
    connect();
  }

  document.querySelectorAll('[data-live]').forEach(follow);
})();
