// Passkeys: fetches the options, asks the device, sends the form with its answer. Without WebAuthn the forms stay
// hidden. Browsers before 2025 cannot turn the answers into JSON themselves: there it is done here, by the same rules
// (WebAuthn Level 3, 5.1.8 to 5.1.10).
(() => {
  'use strict';
  const addresses = { create: '/api/v1/me/passkeys/options', get: '/api/v1/sign-in/passkey/options' };

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (one) => one.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const known = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  const toCreate = (given) => PublicKeyCredential.parseCreationOptionsFromJSON
    ? PublicKeyCredential.parseCreationOptionsFromJSON(given)
    : { ...given, challenge: bytes(given.challenge), user: { ...given.user, id: bytes(given.user.id) },
      excludeCredentials: known(given.excludeCredentials) };
  const toGet = (given) => PublicKeyCredential.parseRequestOptionsFromJSON
    ? PublicKeyCredential.parseRequestOptionsFromJSON(given)
    : { ...given, challenge: bytes(given.challenge), allowCredentials: known(given.allowCredentials) };

  const PARTS = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];
  function plain(credential) {
    if (credential.toJSON) { return credential.toJSON(); }
    const response = {};
    for (const part of PARTS) {
      if (credential.response[part]) { response[part] = text(credential.response[part]); }
    }
    if (credential.response.getTransports) { response.transports = credential.response.getTransports(); }
    return { id: credential.id, rawId: text(credential.rawId), type: credential.type, response,
      authenticatorAttachment: credential.authenticatorAttachment || undefined,
      clientExtensionResults: credential.getClientExtensionResults() };
  }

  async function options(form) {
    const answer = await fetch(addresses[form.dataset.passkey], {
      method: 'POST',
      headers: { 'X-XSRF-TOKEN': form.querySelector('[name="_csrf"]').value, 'Accept-Language': document.documentElement.lang },
    });
    const body = await answer.json();
    if (!answer.ok) { throw new Error(body.detail); }
    return body;
  }

  async function credential(form) {
    const given = await options(form);
    return form.dataset.passkey === 'create'
      ? navigator.credentials.create({ publicKey: toCreate(given) })
      : navigator.credentials.get({ publicKey: toGet(given) });
  }

  for (const form of document.querySelectorAll('[data-passkey]')) {
    form.hidden = !window.PublicKeyCredential;
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const said = form.querySelector('[data-said]');
      said.textContent = '';
      try {
        form.elements.answer.value = JSON.stringify(plain(await credential(form)));
        form.submit();
      } catch (error) {
        said.textContent = error instanceof DOMException ? form.dataset.failed : error.message;
      }
    });
  }
})();
