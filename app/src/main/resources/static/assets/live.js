// Live parts: <div data-live="topic" data-lang="zh-CN"> holds elements with data-part="name"; each pushed event
// replaces the element of its name. Without this script every page works by reloading.
(() => {
  'use strict';
  const LOST_AFTER = 5000, POLL_EVERY = 10000;
  const clock = () => new Date().toTimeString().slice(0, 8);

  function follow(root) {
    let last = Date.now(), told = false, polling = 0;
    const lostWords = root.dataset.lost || '';
    const notice = document.createElement('p');
    notice.className = 'notice notice-warn live-lost';
    notice.setAttribute('role', 'status');
    notice.hidden = true;
    root.prepend(notice);
    let fresh = clock();

    const alive = () => {
      last = Date.now(); fresh = clock();
      if (told) { told = false; notice.hidden = true; document.documentElement.classList.remove('is-lost'); }
    };
    const show = (name, html) => {
      const part = root.querySelector('[data-part="' + name + '"]');
      if (part) {
        if (part.innerHTML !== html) { part.innerHTML = html; }
      } else {
        root.dispatchEvent(new CustomEvent('live:' + name, { detail: html, bubbles: true }));
      }
      root.dispatchEvent(new CustomEvent('live', { detail: { name, html }, bubbles: true }));
    };
    const poll = async () => {
      try {
        const answer = await fetch(location.href, { headers: { 'X-Live': '1' }, credentials: 'same-origin' });
        if (!answer.ok) { return; }
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        for (const part of page.querySelectorAll('[data-live] [data-part]')) { show(part.dataset.part, part.innerHTML); }
        alive();
      } catch { /* the network is away; the notice says so */ }
    };
    const connect = () => {
      const source = new EventSource('/live?topic=' + encodeURIComponent(root.dataset.live) + '&lang=' + document.documentElement.lang);
      source.onopen = alive;
      source.onmessage = (event) => { alive(); const parts = JSON.parse(event.data); for (const name in parts) { show(name, parts[name]); } };
      source.addEventListener('beat', alive);
      source.onerror = () => {
        if (source.readyState === EventSource.CLOSED && !polling) {
          polling = setInterval(poll, POLL_EVERY);
          setTimeout(() => { clearInterval(polling); polling = 0; connect(); }, POLL_EVERY * 3);
        }
      };
    };
    setInterval(() => {
      if (Date.now() - last > LOST_AFTER + 15000 || (!navigator.onLine && Date.now() - last > LOST_AFTER)) {
        told = true; notice.hidden = false;
        document.documentElement.classList.add('is-lost');
        notice.textContent = lostWords.replace('{time}', fresh);
      }
    }, 1000);
    addEventListener('offline', () => { last = Math.min(last, Date.now() - LOST_AFTER); });
    connect();
  }

  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('[data-live]').forEach(follow);
    const summary = document.getElementById('summary');
    if (summary) { summary.focus(); }
  });
})();
