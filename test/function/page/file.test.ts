import '../../support/silent-logs.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { configOf } from '../../../functions/page/config.ts';
import { packageFiles } from '../../../functions/page/package-files.ts';
import { answerHeaders } from '../../../shared/http/header.table.ts';
import type { AssetFiles } from '../../../shared/port/page/asset-files.ts';
import { fakeAssetFiles } from '../../fake/asset-files.ts';
import { newDirectory } from '../../support/new-directory.ts';
import { assetNames } from '../../support/page-ground.ts';
import { newWorld } from '../world.ts';

const ask = (name: string, query: Readonly<Record<string, string>> = {}) =>
  newWorld().call('GET /assets/{name}', { path: { name }, query });

describe('a part of a page', () => {
  it.each([
    [assetNames['resident.css'], 'text/css; charset=utf-8'],
    [assetNames['resident.js'], 'text/javascript; charset=utf-8'],
  ])('%s is kept for good', async (name, type) => {
    const reply = await ask(name);
    expect(reply.status).toBe(200);
    expect(String(reply.body)).toBe(name);
    expect(reply.headers).toMatchObject({ ...answerHeaders.asset, 'content-type': type });
  });

  it('of an earlier build is not kept: its script loads the page again', async () => {
    const script = await ask('resident.ZZZZZZZZ.js');
    expect([script.status, String(script.body)]).toEqual([200, assetNames['reload.js']]);
    const sheet = await ask('document.ZZZZZZZZ.css');
    expect([sheet.status, String(sheet.body)]).toEqual([200, assetNames['document.css']]);
    for (const { headers } of [script, sheet]) expect(headers['cache-control']).toBe('no-store');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    'other.css',
    'other.ZZZZZZZZ.css',
    'resident.ZZZZZZZZ.map',
    'index.js',
    '../index.js',
    '..%2Findex.js',
    'constructor',
    '',
  ])('that is none is a page that says what to do: %j', async (name) => {
    const reply = await ask(name);
    expect(reply.status).toBe(404);
    expect(reply.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'content-language': 'zh-CN',
    });
    expect(String(reply.body)).toContain('请完整打开短信或二维码中的链接');
  });

  it('that is none is said in the language and style of the reader', async () => {
    const { body, headers } = await ask('other.css', { lang: 'en', style: 'elder' });
    expect(headers['content-language']).toBe('en');
    expect(String(body)).toContain('<html lang="en" data-style="elder">');
    expect(String(body)).toContain('Open the whole link of your message');
    expect(String(body)).toContain('href="/receipt?lang=en&amp;style=elder"');
    expect(String(body)).not.toContain('/docs');
  });
});

const askAt = (path: string, accept: string) =>
  newWorld().call('GET /{path+}', { path: { path }, headers: { accept } });

describe('an address that nothing has', () => {
  it.each(['r', 'claim', 'foo', 'receipt/'])('is a page for a browser: /%s', async (path) => {
    const { status, headers, body } = await askAt(
      path,
      'text/html,application/xhtml+xml,*/*;q=0.8',
    );
    expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(String(body)).toContain('<h1>页面不存在</h1>');
    expect(String(body)).not.toContain('/docs');
  });

  it.each([
    ['foo', 'application/json', 'page_unknown'],
    ['foo', '*/*', 'page_unknown'],
    ['v1/ratings', 'text/html', 'address_unknown'],
  ])('is a problem for a program: /%s for %s', async (path, accept, code) => {
    const { status, headers, body } = await askAt(path, accept);
    expect([status, headers['content-type']]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
    expect(body).toMatchObject({ code });
  });

  it('is none where only the name of the service is known', async () => {
    const { status, headers } = await newWorld().call('GET /');
    expect([status, headers['location']]).toEqual([303, '/receipt']);
  });
});

const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = join(newDirectory(), 'assets');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, '..', 'index.js'), 'secret');
  return folder;
};

const files = { 'a.css': 'a{}', 'b.js': 'b()' };

describe.each<[string, AssetFiles]>([
  ['the package', packageFiles(folderWith(files))],
  ['the fake', fakeAssetFiles(files)],
])('the files of %s', (_name, reader) => {
  it('are read by name, again and again', async () => {
    for (const _time of [1, 2]) {
      expect(String(await reader.read('a.css'))).toBe('a{}');
      expect(String(await reader.read('b.js'))).toBe('b()');
    }
  });

  it.each(['c.css', '../index.js', './a.css', 'a.css/', 'a.css\0', '', '..', 'toString'])(
    'are no others: %j',
    async (name) => {
      await expect(reader.read(name)).resolves.toBeUndefined();
    },
  );
});

describe('the configuration of the pages', () => {
  it('is what the deployment says', async () => {
    const variables = {
      PUBLIC_URL: 'https://pingjia.example.cn',
      EVIDENCE_ORIGIN: 'https://evidence.example.cn',
      SIGN_IN_ISSUER: 'https://id.example.cn',
      SIGN_IN_CLIENT_ID: 'pages',
      SIGN_IN_AUDIENCE: 'haochaping',
      SIGN_IN_TOKEN: 'id_token',
      SIGN_IN_CLAIM_PREFIX: 'custom:',
    } as const;
    expect(configOf(variables)).toEqual({
      publicUrl: 'https://pingjia.example.cn',
      issuer: 'https://id.example.cn',
      clientId: 'pages',
      audience: 'haochaping',
      token: 'id_token',
      claimPrefix: 'custom:',
      evidenceOrigin: 'https://evidence.example.cn',
    });
  });

  it('is answered to everyone', async () => {
    const reply = await newWorld().call('GET /config.json');
    expect(reply.status).toBe(200);
    expect(reply.headers['cache-control']).toBe('public, max-age=300');
    expect(reply.body).toMatchObject({ token: 'access_token', audience: 'haochaping' });
  });
});
