// What the marked candidates cost together and what is left of the frame, as one marks. The platform adds them up again;
// without this script the page's own button does.
(() => {
  'use strict';
  for (const total of document.querySelectorAll('[data-poll-total]')) {
    const form = total.closest('form');
    const frame = Number(total.dataset.frame), most = Number(total.dataset.most), digits = Number(total.dataset.digits), UNIT = 10 ** digits;
    // Whole fen stay below 2^53: adding them up is exact.
    const said = (fen) => {
      const whole = Math.floor(Math.abs(fen) / UNIT), rest = Math.abs(fen) % UNIT;
      const text = whole.toLocaleString('en-US') + (rest ? '.' + String(rest).padStart(digits, '0').replace(/0+$/, '') : '');
      return total.dataset.sumAs.replace('{n}', (fen < 0 ? '−' : '') + text);
    };
    const add = () => {
      const marked = [...form.querySelectorAll('[data-fen]:checked')];
      const sum = marked.reduce((all, one) => all + Number(one.dataset.fen), 0);
      total.querySelector('[data-count]').textContent = marked.length;
      total.querySelector('[data-sum]').textContent = said(sum);
      total.querySelector('[data-left]').textContent = said(frame - sum);
      total.querySelector('[data-over]').hidden = most > 0 ? marked.length <= most : sum <= frame;
    };
    form.addEventListener('change', add);
    for (const button of form.querySelectorAll('[data-poll-check]')) { button.hidden = true; }
    add();
  }
})();
