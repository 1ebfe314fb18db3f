'use strict';
// Signs in at the gate that every client goes through, then hands the session to this browser's cookie. The tokens never
// leave this function: the cookie is all that stays. While somebody is at a provider, this tab alone keeps the secret that
// they began with.
(() => {
  const byId = (id) => document.getElementById(id);
  const alertLine = byId('alert');
  const passwordForm = byId('password-form');
  const codeForm = byId('code-form');
  const ways = byId('ways');
  const UNDER_WAY = 'tctf-provider';
  let challenge = null;
  let whenSignedIn = () => location.reload();

  const say = (text) => {
    alertLine.textContent = text;
    alertLine.hidden = !text;
  };
  const words = (id) => byId(id).textContent;

  // Says why in the words of this page; whatever else is thrown was not written for who reads it.
  class Refusal extends Error {}

  const refusal = (problem) => {
    const wasLastTry = problem.code === 'WRONG_CODE' && problem.remainingAttempts === 0;
    const sentence = document.querySelector(
      '[data-code="' + CSS.escape(wasLastTry ? 'SECOND_FACTOR_LOCKED' : problem.code || '') + '"]');
    const minutes = Math.ceil((problem.retryAfter || 60) / 60);
    return new Refusal(sentence ? sentence.textContent.replace('{minutes}', minutes) : words('failed'));
  };

  const post = async (path, body, token) => {
    const headers = { 'Content-Type': 'application/json', 'Accept': 'application/json' };
    if (token) headers.Authorization = 'Bearer ' + token;
    const answer = await fetch(path, { method: 'POST', headers, body: body ? JSON.stringify(body) : undefined });
    const text = await answer.text();
    const json = text ? JSON.parse(text) : {};
    if (!answer.ok) throw refusal(json);
    return json;
  };

  const goOn = async (answer) => {
    if (answer.status === 'MFA_REQUIRED') {
      challenge = answer.challenge;
      if (passwordForm) passwordForm.hidden = true;
      if (ways) ways.hidden = true;
      codeForm.hidden = false;
      byId('code').focus();
      return;
    }
    if (answer.status === 'SIGN_UP_REQUIRED') throw new Refusal(words('unknown-person'));
    if (answer.status === 'LINK_REQUIRED') throw new Refusal(words('link-first'));
    await post('/oauth/browser-session', null, answer.accessToken);
    whenSignedIn();
  };

  const attempt = async (button, step) => {
    if (button) button.disabled = true;
    say('');
    try {
      await step();
    } catch (problem) {
      say(problem instanceof Refusal ? problem.message : words('failed'));
    } finally {
      if (button) button.disabled = false;
    }
  };

  const onSubmit = (form, step) => form.addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(form.querySelector('button'), async () => goOn(await step()));
  });

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

  // By hand, as the JSON methods of WebAuthn Level 3 are not in every browser in use.
  const signed = async (options) => {
    let credential;
    try {
      credential = await navigator.credentials.get({ publicKey: {
        challenge: bytes(options.challenge),
        timeout: options.timeout,
        rpId: options.rpId,
        allowCredentials: options.allowCredentials.map((one) => ({ ...one, id: bytes(one.id) })),
        userVerification: options.userVerification,
      } });
    } catch (refused) {
      throw new Refusal(words('no-passkey'));
    }
    return {
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response: {
        clientDataJSON: text(credential.response.clientDataJSON),
        authenticatorData: text(credential.response.authenticatorData),
        signature: text(credential.response.signature),
        userHandle: credential.response.userHandle ? text(credential.response.userHandle) : undefined,
      },
    };
  };

  const byPasskey = async () => {
    const options = await post('/v1/auth/mfa/passkeys/signin');
    await goOn(await post('/v1/auth/mfa/passkeys/signin/complete', { credential: await signed(options) }));
  };

  const toProvider = async (provider) => {
    const redirectUri = ways.dataset.back;
    const begun = await post('/v1/auth/oauth/' + provider + '/start', { redirectUri });
    const request = new URLSearchParams(location.search).get('request');
    sessionStorage.setItem(UNDER_WAY, JSON.stringify({
      provider, attempt: begun.attempt, request, language: document.documentElement.lang,
    }));
    location.assign(begun.authorizationUrl);
  };

  const back = async () => {
    const kept = sessionStorage.getItem(UNDER_WAY);
    const brought = new URLSearchParams(location.search);
    const begun = kept ? JSON.parse(kept) : null;
    // Nobody but this tab knows which language the application asked for.
    if (begun && begun.language !== document.documentElement.lang && !brought.has('ui_locales')) {
      brought.set('ui_locales', begun.language);
      location.replace(location.pathname + '?' + brought);
      return;
    }
    sessionStorage.removeItem(UNDER_WAY);
    // What was brought is good once, and nobody's to see in the history.
    history.replaceState(null, '', location.pathname);
    if (!begun) throw new Refusal(words('failed'));
    const request = '/oauth/continue?request=' + encodeURIComponent(begun.request);
    byId('again').href = request;
    byId('again').hidden = false;
    whenSignedIn = () => location.replace(request);
    if (!brought.get('code')) throw new Refusal(words('refused-there'));
    await goOn(await post('/v1/auth/oauth/' + begun.provider + '/callback', {
      attempt: begun.attempt,
      state: brought.get('state'),
      code: brought.get('code'),
      iss: brought.get('iss') || undefined,
    }));
  };

  // The code is right in the sign-in that asked for it: on this page.
  const mailCode = byId('mail-code');
  mailCode.addEventListener('click', () => attempt(mailCode, async () => {
    await post('/v1/auth/mfa/temp-backup-code', { challenge });
    byId('code-mailed').textContent = words('code-mailed-words');
    byId('code').focus();
  }));
  onSubmit(codeForm, () => {
    const code = byId('code').value.trim();
    const way = /^\d{6}$/.test(code) ? 'totp' : /^\d{8}$/.test(code) ? 'temp-backup-code' : 'backup-code';
    return post('/v1/auth/mfa/' + way + '/signin', { challenge, code });
  });
  if (!passwordForm) {
    attempt(null, back);
    return;
  }
  onSubmit(passwordForm, () => post('/v1/auth/signin', { email: byId('email').value, password: byId('password').value }));
  const passkey = byId('passkey');
  passkey.hidden = !window.PublicKeyCredential;
  passkey.addEventListener('click', () => attempt(passkey, byPasskey));
  ways.querySelectorAll('[data-provider]').forEach((button) =>
    button.addEventListener('click', () => attempt(button, () => toProvider(button.dataset.provider))));
  (byId('email').value ? byId('password') : byId('email')).focus();
})();
