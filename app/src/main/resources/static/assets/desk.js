// The debate desk and the boards: when the debate moves on, by another hand or on another desk, the page reloads, unless
// something is being typed. The first stage a page hears is its own.
(() => {
  'use strict';
  document.querySelectorAll('[data-part="stage"]').forEach((part) => {
    const root = part.closest('[data-live]');
    let known = '';
    root.addEventListener('live', (event) => {
      if (event.detail.name !== 'stage') { return; }
      if (known && event.detail.html !== known && !document.activeElement.matches('input, textarea, select')) {
        location.reload();
        return;
      }
      known = known || event.detail.html;
    });
  });
})();
