'use strict';
// Signs in at the gate that every client goes through, then hands the session to this browser's cookie. The tokens never
// leave this function: the cookie is all that stays.
(() => {
  const byId = (id) => document.getElementById(id);
  const alertLine = byId('alert');
  const passwordForm = byId('password-form');
  const codeForm = byId('code-form');
  let challenge = null;

  const say = (text) => {
    alertLine.textContent = text;
    alertLine.hidden = !text;
  };

  const post = async (path, body, token) => {
    const headers = { 'Content-Type': 'application/json', 'Accept': 'application/json' };
    if (token) headers.Authorization = 'Bearer ' + token;
    const answer = await fetch(path, { method: 'POST', headers, body: body ? JSON.stringify(body) : undefined });
    const text = await answer.text();
    const json = text ? JSON.parse(text) : {};
    if (!answer.ok) throw new Error(json.detail || '');
    return json;
  };

  const goOn = async (answer) => {
    if (answer.status === 'MFA_REQUIRED') {
      challenge = answer.challenge;
      passwordForm.hidden = true;
      codeForm.hidden = false;
      byId('code').focus();
      return;
    }
    await post('/oauth/browser-session', null, answer.accessToken);
    location.reload();
  };

  const onSubmit = (form, step) => form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    say('');
    try {
      await goOn(await step());
    } catch (problem) {
      say(problem.message || byId('failed').textContent);
    } finally {
      button.disabled = false;
    }
  });

  onSubmit(passwordForm, () => post('/v1/auth/signin', { email: byId('email').value, password: byId('password').value }));
  onSubmit(codeForm, () => {
    const code = byId('code').value.trim();
    const way = /^\d{6}$/.test(code) ? 'totp' : /^\d{8}$/.test(code) ? 'temp-backup-code' : 'backup-code';
    return post('/v1/auth/mfa/' + way + '/signin', { challenge, code });
  });
  (byId('email').value ? byId('password') : byId('email')).focus();
})();
