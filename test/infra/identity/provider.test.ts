import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { accounts, identityInstance, start, tokenFor } from './identity-instance.ts';
import type { IdentityInstance } from './identity-instance.ts';

const seconds = (iso: string): number => Date.parse(iso) / 1000;

describe('the embedded OpenID provider', () => {
  let instance: IdentityInstance;
  beforeAll(async () => {
    instance = await identityInstance();
  });
  afterAll(() => instance.stop());

  const take = async (account: string): Promise<string> => {
    const answer = await tokenFor(instance.issuer, account);
    const body = (await answer.json()) as { access_token: string };
    return body.access_token;
  };

  it('describes itself under its own issuer', async () => {
    const answer = await fetch(`${instance.issuer}/.well-known/openid-configuration`);
    const facts = (await answer.json()) as Record<string, unknown>;
    expect(facts).toMatchObject({
      issuer: instance.issuer,
      authorization_endpoint: `${instance.issuer}/auth`,
      token_endpoint: `${instance.issuer}/token`,
      jwks_uri: `${instance.issuer}/jwks`,
      code_challenge_methods_supported: ['S256'],
    });
    expect(facts['grant_types_supported']).toContain('urn:haochaping:local-account');
  });

  it('publishes no private part of its key', async () => {
    const answer = await fetch(`${instance.issuer}/jwks`);
    const { keys } = (await answer.json()) as { keys: Record<string, unknown>[] };
    expect(keys).toHaveLength(1);
    expect(Object.keys(keys[0]!).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });

  it('issues a token with the claims of the account and eight hours of the steered time', async () => {
    const jwks = createRemoteJWKSet(new URL(`${instance.issuer}/jwks`));
    const { payload } = await jwtVerify(await take('clerk-1'), jwks, {
      issuer: instance.issuer,
      audience: 'haochaping',
      currentDate: new Date(start),
    });
    expect(payload).toMatchObject({
      sub: 'clerk-1',
      name: '示例乙',
      roles: ['clerk', 'hall_admin'],
      department: '11330602MB90000001',
      area: '330602',
      iat: seconds(start),
      exp: seconds(start) + 8 * 3600,
    });
  });

  it('follows the clock when it is moved', async () => {
    const before = decodeJwt(await take('reviewer'));
    instance.clock.advance(3 * 86_400_000);
    const after = decodeJwt(await take('reviewer'));
    expect(after.iat! - before.iat!).toBe(3 * 86_400);
  });

  it.each([
    ['an unknown account', { account: 'nobody' }, 'invalid_grant'],
    ['no account', {}, 'invalid_request'],
    ['the browser client', { account: 'reviewer', client_id: 'haochaping-web' }, 'invalid_request'],
    ['an unknown client', { account: 'reviewer', client_id: 'stranger' }, 'invalid_client'],
  ])('refuses the local grant to %s', async (_who, facts, error) => {
    const form = {
      grant_type: 'urn:haochaping:local-account',
      client_id: 'haochaping-cli',
      ...facts,
    };
    const answer = await fetch(`${instance.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.json()).toMatchObject({ error });
  });

  it('says of an account it does not know where all of them are listed, and lists them', async () => {
    const answer = await tokenFor(instance.issuer, 'nobody');
    const { error_description: told } = (await answer.json()) as { error_description: string };
    expect(told).toBe(`no such account; ${instance.issuer}/accounts lists all accounts`);
    const listed = await fetch(`${instance.issuer}/accounts`);
    expect(await listed.json()).toEqual({ accounts });
    expect((await fetch(`${instance.issuer}/accounts`, { method: 'POST' })).status).toBe(404);
  });

  it('does not answer outside its own path', async () => {
    const answer = await fetch(`${instance.origin}/_local/identity/nowhere`);
    expect(answer.status).toBe(404);
  });
});

describe('the signing key', () => {
  it('is private to its owner and outlives a restart', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'identity-'));
    const first = await identityInstance(dataDir);
    const answer = await tokenFor(first.issuer, 'reviewer');
    const { access_token: token } = (await answer.json()) as { access_token: string };
    await first.stop();
    const { mode } = await stat(join(dataDir, 'identity-keys.json'));
    const second = await identityInstance(dataDir);
    const jwks = createRemoteJWKSet(new URL(`${second.issuer}/jwks`));
    const checked = await jwtVerify(token, jwks, { currentDate: new Date(start) });
    await second.stop();
    await rm(dataDir, { recursive: true });
    expect(checked.payload.sub).toBe('reviewer');
    expect(mode & 0o777).toBe(0o600);
  });
});
