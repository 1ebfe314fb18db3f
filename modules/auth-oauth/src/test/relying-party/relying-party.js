// A relying party on an unmodified, certified client library; its "browser" is the platform's own HTTP, with a cookie.
// Arguments: the platform's real address, its issuer, the application's id and secret, the browser's cookie.
import * as client from 'openid-client';

const [address, issuer, clientId, clientSecret, cookie] = process.argv.slice(2);
const here = (url) => String(url).replace(issuer, address);
const redirectUri = 'https://app.example/callback';
const report = {};

const config = await client.discovery(new URL(issuer), clientId, clientSecret, client.ClientSecretBasic(clientSecret), {
  execute: [client.allowInsecureRequests],
  [client.customFetch]: (url, options) => fetch(here(url), options),
});
report.issuer = config.serverMetadata().issuer;

const browse = (url, options = {}) =>
  fetch(new URL(here(url), address), { redirect: 'manual', ...options, headers: { cookie, ...options.headers } });

async function agree(url) {
  let answer = await browse(url);
  if (answer.status === 303 && answer.headers.get('location').startsWith('/oauth/continue')) {
    const page = await (await browse(answer.headers.get('location'))).text();
    const request = page.match(/name="request" value="([^"]+)"/)[1];
    answer = await browse('/oauth/consent', { method: 'POST', body: new URLSearchParams({ request, decision: 'allow' }) });
  }
  return new URL(answer.headers.get('location'));
}

const verifier = client.randomPKCECodeVerifier();
const state = client.randomState();
const nonce = client.randomNonce();
const url = await client.buildAuthorizationUrlWithPAR(config, {
  redirect_uri: redirectUri,
  scope: 'openid profile email offline_access',
  code_challenge: await client.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
  state,
  nonce,
});
report.pushed = url.searchParams.has('request_uri');

const tokens = await client.authorizationCodeGrant(config, await agree(url), {
  pkceCodeVerifier: verifier,
  expectedState: state,
  expectedNonce: nonce,
  idTokenExpected: true,
});
report.subject = tokens.claims().sub;

const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token);
report.refreshed = refreshed.refresh_token !== tokens.refresh_token;

report.email = (await client.fetchUserInfo(config, refreshed.access_token, report.subject)).email;
report.active = (await client.tokenIntrospection(config, refreshed.access_token)).active;
await client.tokenRevocation(config, refreshed.refresh_token);
report.revoked = !(await client.tokenIntrospection(config, refreshed.access_token)).active;

const logout = client.buildEndSessionUrl(config, {
  id_token_hint: tokens.id_token,
  post_logout_redirect_uri: 'https://app.example/signed-out',
  state,
});
const left = new URL((await browse(logout)).headers.get('location'));
report.left = left.origin + left.pathname;
report.leftWithState = left.searchParams.get('state') === state;

console.log(JSON.stringify(report));
