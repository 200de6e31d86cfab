import { createHash, randomBytes } from 'node:crypto';

import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { CookieJar } from './cookie-jar.ts';
import { identityInstance, start } from './identity-instance.ts';
import type { IdentityInstance } from './identity-instance.ts';

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');

describe('signing in with a browser', () => {
  let instance: IdentityInstance;
  let jar: CookieJar;
  beforeAll(async () => {
    instance = await identityInstance();
  });
  afterAll(() => instance.stop());
  beforeEach(() => {
    jar = new CookieJar();
  });

  const authorize = (changes: Record<string, string> = {}): Promise<Response> => {
    const query = new URLSearchParams({
      client_id: 'haochaping-web',
      response_type: 'code',
      redirect_uri: `${instance.origin}/desk`,
      scope: 'openid profile',
      state: 'state-1',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...changes,
    });
    return jar.fetch(`${instance.issuer}/auth?${query.toString()}`);
  };

  const next = (answer: Response): string =>
    new URL(answer.headers.get('location') ?? '', instance.origin).href;

  const choose = (page: string, account: string): Promise<Response> =>
    jar.fetch(page, { method: 'POST', body: new URLSearchParams({ account }) });

  const codeFor = async (account: string): Promise<URL> => {
    const chosen = await choose(next(await authorize()), account);
    const resumed = await jar.fetch(next(chosen));
    return new URL(next(resumed));
  };

  const redeem = (code: string, changes: Record<string, string> = {}): Promise<Response> =>
    fetch(`${instance.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: 'haochaping-web',
        redirect_uri: `${instance.origin}/desk`,
        code,
        code_verifier: verifier,
        ...changes,
      }),
    });

  it('shows every account in both languages, says it is local only, and loads nothing', async () => {
    const answer = await jar.fetch(next(await authorize()));
    const html = await answer.text();
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain('仅限本机试用');
    expect(html).toContain('For this machine only');
    expect(html.match(/<button name="account"/g)).toHaveLength(2);
    expect(html).toContain('示例局 &lt;b&gt;');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|https?:\/\//);
  });

  it('ends in a code, and the code in a token for the API', async () => {
    const back = await codeFor('reviewer');
    expect(back.origin + back.pathname).toBe(`${instance.origin}/desk`);
    expect(back.searchParams.get('state')).toBe('state-1');
    const answer = await redeem(back.searchParams.get('code') ?? '');
    const tokens = (await answer.json()) as { access_token: string; id_token: string };
    const jwks = createRemoteJWKSet(new URL(`${instance.issuer}/jwks`));
    const at = { issuer: instance.issuer, currentDate: new Date(start) };
    const access = await jwtVerify(tokens.access_token, jwks, { ...at, audience: 'haochaping' });
    const identity = await jwtVerify(tokens.id_token, jwks, { ...at, audience: 'haochaping-web' });
    expect(access.payload).toMatchObject({ sub: 'reviewer', roles: ['reviewer'], area: '330600' });
    expect(identity.payload).toMatchObject({ sub: 'reviewer', name: '测试甲' });
  });

  it('asks nobody twice within a session, and again when told to', async () => {
    await codeFor('reviewer');
    const second = new URL(next(await authorize()));
    const third = new URL(next(await authorize({ prompt: 'login' })));
    expect(second.searchParams.get('code')).toBeTruthy();
    expect(third.pathname).toMatch(/\/_local\/identity\/interaction\//);
  });

  it.each([
    ['without a challenge', { code_challenge: '', code_challenge_method: '' }],
    ['with a plain challenge', { code_challenge_method: 'plain' }],
  ])('refuses to start %s', async (_how, changes) => {
    const back = new URL(next(await authorize(changes)));
    expect(back.searchParams.get('error')).toBe('invalid_request');
    expect(back.searchParams.get('code')).toBeNull();
  });

  it('does not send anybody to a page that is not ours', async () => {
    const answer = await authorize({ redirect_uri: 'http://example.com/desk' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('invalid_redirect_uri');
  });

  it('redeems a code once, and only with its verifier', async () => {
    const wrong = await redeem((await codeFor('reviewer')).searchParams.get('code') ?? '', {
      code_verifier: randomBytes(32).toString('base64url'),
    });
    jar = new CookieJar();
    const code = (await codeFor('reviewer')).searchParams.get('code') ?? '';
    const first = await redeem(code);
    const again = await redeem(code);
    expect([wrong.status, first.status, again.status]).toEqual([400, 200, 400]);
  });

  it('refuses an account that does not exist, and a choice without its cookie', async () => {
    const page = next(await authorize());
    const unknown = await choose(page, 'nobody');
    jar = new CookieJar();
    const foreign = await choose(page, 'reviewer');
    expect([unknown.status, foreign.status]).toEqual([400, 400]);
    expect(await foreign.text()).toContain('登录未完成');
  });

  it('signs out after asking, on a page of its own', async () => {
    await codeFor('reviewer');
    const answer = await jar.fetch(`${instance.issuer}/session/end`);
    const html = await answer.text();
    expect(html).toContain('测试甲');
    const secret = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const confirmed = await jar.fetch(`${instance.issuer}/session/end/confirm`, {
      method: 'POST',
      body: new URLSearchParams({ xsrf: secret, logout: 'yes' }),
    });
    const done = await jar.fetch(next(confirmed));
    expect(await done.text()).toContain('已退出');
    expect(new URL(next(await authorize())).pathname).toMatch(/\/interaction\//);
  });
});
