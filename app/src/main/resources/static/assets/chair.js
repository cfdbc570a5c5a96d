// The chair's desk: figures move by themselves; when the stage changes, by another hand or on another desk, the page
// reloads, unless something is being typed.
(() => {
  'use strict';
  const stage = document.querySelector('[data-stage]');
  const root = stage && stage.closest('[data-live]');
  if (!root) { return; }
  root.addEventListener('live', (event) => {
    if (event.detail.name === 'stage' && event.detail.html !== stage.dataset.stage
        && !document.activeElement.matches('input, textarea')) {
      location.reload();
    }
  });
})();
