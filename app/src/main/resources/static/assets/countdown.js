// Countdowns: <span data-ends="epoch ms"> inside <… data-clock="epoch ms on the platform when the page was made">. The
// platform's clock counts, not the device's: the difference is taken once. Live parts bring new numbers by themselves.
(() => {
  'use strict';
  const root = document.querySelector('[data-clock]');
  if (!root) { return; }
  const ahead = Number(root.dataset.clock) - Date.now();
  const show = (clock) => {
    const left = Math.ceil((Number(clock.dataset.ends) - Date.now() - ahead) / 1000);
    const seconds = Math.abs(left);
    clock.textContent = (left < 0 ? '−' : '') + Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
    clock.classList.toggle('clock-over', left < 0);
  };
  setInterval(() => document.querySelectorAll('[data-ends]').forEach(show), 250);
})();
