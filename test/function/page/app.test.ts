import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { answerHeaders, pagePolicy } from '../../../shared/http/header.table.ts';
import { appHeaders } from '../../../shared/http/page/app-header.table.ts';
import { assetNames, padFiles } from '../../support/page-ground.ts';
import { newWorld } from '../world.ts';

const ask = (file: string) => newWorld().call('GET /pad/{file+}', { path: { file } });

describe('the application of the pad', () => {
  it('is below its folder, whichever way it is asked for', async () => {
    const reply = await newWorld().call('GET /pad');
    expect([reply.status, reply.headers['location']]).toEqual([308, '/pad/']);
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  it.each(['', 'index.html'])('is a page that is asked for again each time: %j', async (file) => {
    const { status, body, headers } = await ask(file);
    expect([status, String(body)]).toEqual([200, 'index.html']);
    expect(headers).toMatchObject({
      ...appHeaders.pad,
      'content-type': 'text/html; charset=utf-8',
    });
  });

  it.each([
    ['pad.aaaaaaa1.js', 'text/javascript; charset=utf-8', answerHeaders.asset],
    ['pad.bbbbbbb2.css', 'text/css; charset=utf-8', answerHeaders.asset],
    ['sw.js', 'text/javascript; charset=utf-8', appHeaders.worker],
    ['manifest.webmanifest', 'application/manifest+json; charset=utf-8', appHeaders.fixed],
    ['icon.svg', 'image/svg+xml', appHeaders.fixed],
    ['icon-192.png', 'image/png', appHeaders.fixed],
  ])('has the file %s with the headers of its kind', async (file, type, kind) => {
    const { status, body, headers } = await ask(file);
    expect([status, String(body)]).toEqual([200, file]);
    expect(headers).toMatchObject({ ...kind, 'content-type': type });
  });

  it('loads itself again for the script of an earlier build, and keeps its looks', async () => {
    const script = await ask('pad.zzzzzzz9.js');
    expect(String(script.body)).toBe(assetNames['reload.js']);
    const sheet = await ask('pad.zzzzzzz9.css');
    expect(String(sheet.body)).toBe('pad.bbbbbbb2.css');
    for (const { headers } of [script, sheet]) expect(headers['cache-control']).toBe('no-store');
  });

  it.each(['other.html', '../index.js', 'pad.zzzzzzz9.map', 'a/b', 'constructor'])(
    'has no other file: %j',
    async (file) => {
      const { status, headers } = await ask(file);
      expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    },
  );

  it('has files of every kind that the build makes', () => {
    const kinds = padFiles.map((name) => name.split('.').at(-1));
    expect(new Set(kinds)).toEqual(new Set(['html', 'js', 'webmanifest', 'svg', 'png', 'css']));
  });
});

const directives = (policy: string): ReadonlyMap<string, string> =>
  new Map(
    policy.split('; ').map((one) => [one.split(' ')[0] ?? '', one.slice(one.indexOf(' ') + 1)]),
  );

describe('the headers of an application', () => {
  it.each(Object.entries(appHeaders))('ask for it again each time: %s', (_kind, headers) => {
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    });
  });

  it('let the pad trust texts of its framework and the address of its worker', () => {
    const policy = directives(appHeaders.pad['content-security-policy']);
    const more = { 'trusted-types': 'vue pad', 'worker-src': "'self'" };
    const rendered = Object.fromEntries(directives(pagePolicy()));
    expect(Object.fromEntries(policy)).toEqual({ ...rendered, ...more });
  });

  it('let the worker load files of its own origin, and nothing else', () => {
    const policy = Object.fromEntries(directives(appHeaders.worker['content-security-policy']));
    expect(policy).toEqual({ 'default-src': "'none'", 'connect-src': "'self'" });
  });

  it('give the camera to the pad and to no other page', () => {
    expect(appHeaders.pad['permissions-policy']).toMatch(/^camera=\(self\), microphone=\(\)/);
    expect(answerHeaders.page['permissions-policy']).toMatch(/^camera=\(\), microphone=\(\)/);
  });
});
