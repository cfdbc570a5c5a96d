// Passkeys: fetches the options, asks the device, sends the form with its answer. Without WebAuthn the forms stay hidden.
(() => {
  const addresses = { create: '/api/v1/me/passkeys/options', get: '/api/v1/sign-in/passkey/options' };
  const able = window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON;

  async function options(form) {
    const answer = await fetch(addresses[form.dataset.passkey], {
      method: 'POST',
      headers: { 'X-XSRF-TOKEN': form.querySelector('[name="_csrf"]').value, 'Accept-Language': document.documentElement.lang },
    });
    const body = await answer.json();
    if (!answer.ok) throw new Error(body.detail);
    return body;
  }

  async function credential(form) {
    const given = await options(form);
    return form.dataset.passkey === 'create'
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(given) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(given) });
  }

  for (const form of document.querySelectorAll('[data-passkey]')) {
    form.hidden = !able;
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const said = form.querySelector('[data-said]');
      said.textContent = '';
      try {
        form.elements.answer.value = JSON.stringify(await credential(form));
        form.submit();
      } catch (error) {
        said.textContent = error instanceof DOMException ? form.dataset.failed : error.message;
      }
    });
  }
})();
