// An OpenID provider: the one that is certified for Node.js, set up for one relying party, with a page less: whoever comes is
// signed in as the subject of the request's login_hint. Prints its issuer when it answers. A line on stdin,
// "rotate", makes it sign with another key.
import { createServer } from 'node:http';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import Provider from 'oidc-provider';

const [clientId, clientSecret, redirectUri] = process.argv.slice(2);
const key = () => ({
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
  kid: randomUUID(), use: 'sig', alg: 'RS256',
});

// subject.given.family.verified@host says all that there is to know of a person.
const person = (sub) => {
  const [, given_name, family_name, verified] = sub.split('.');
  return { sub, given_name, family_name, email: `${sub.replaceAll('.', '-')}@example.org`, email_verified: verified === 'yes' };
};

let handler;
const server = createServer((request, response) => handler(request, response));
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const open = () => {
    const provider = new Provider(issuer, {
      clients: [{
        client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri],
        response_types: ['code'], grant_types: ['authorization_code'],
      }],
      jwks: { keys: [key()] },
      cookies: { keys: [randomUUID()] },
      scopes: ['openid', 'email', 'profile'],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['given_name', 'family_name'] },
      pkce: { required: () => true },
      findAccount: (_, sub) => ({ accountId: sub, claims: () => person(sub) }),
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    });
    const callback = provider.callback();
    handler = async (request, response) => {
      if (!request.url.startsWith('/interaction/')) return callback(request, response);
      const { params, prompt, session } = await provider.interactionDetails(request, response);
      if (prompt.name === 'login') {
        return provider.interactionFinished(request, response, { login: { accountId: params.login_hint } });
      }
      const grant = new provider.Grant({ accountId: session.accountId, clientId });
      grant.addOIDCScope(params.scope);
      return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
    };
  };
  open();
  createInterface({ input: process.stdin }).on('line', (line) => {
    if (line === 'rotate') {
      open();
      console.log('rotated');
    }
  }).on('close', () => process.exit(0));
  console.log(issuer);
});
