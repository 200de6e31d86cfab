import { createHash, createHmac } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loopClient } from '../../../infra/local/client/loop-client.ts';
import type { Call, LoopClient, Reply } from '../../../infra/local/client/loop-client.ts';
import {
  createCertificate,
  formatMarkdown,
  writeCertificate,
} from '../../../infra/local/scenario/conformance/certificate.ts';
import { serviceChecks } from '../../../infra/local/scenario/conformance/check/all.table.ts';
import { runChecks } from '../../../infra/local/scenario/conformance/check/check.ts';
import { openScene } from '../../../infra/local/scenario/conformance/scene.ts';
import type { Scene } from '../../../infra/local/scenario/conformance/scene.ts';
import { makeSignatureVectors } from '../../../infra/local/scenario/conformance/vectors.ts';
import { serveWorld } from './served-world.ts';
import type { ServedWorld } from './served-world.ts';

let world: ServedWorld;

beforeAll(async () => {
  world = await serveWorld();
});

afterAll(() => world.stop());

const client = (): LoopClient => loopClient(world.url, { now: world.now });
const scene = (): Scene => openScene(client(), world.key, world.now);

const outcomesOf = async (over: Scene): Promise<ReadonlyMap<string, string>> => {
  const verdicts = await runChecks(serviceChecks, over, () => undefined);
  return new Map(
    verdicts.map(({ id, outcome, because }) => [id, because === undefined ? outcome : because]),
  );
};

const failedOf = async (over: Scene): Promise<readonly string[]> =>
  [...(await outcomesOf(over))].filter(([, outcome]) => outcome !== 'passed').map(([id]) => id);

/** The service with its answers changed on the way, as a wrong one would give them. */
const changed = (change: (reply: Reply<unknown>, call: Call) => Reply<unknown>): Scene => {
  const sound = client();
  const send = async <Body>(call: Call): Promise<Reply<Body>> =>
    change(await sound.send<Body>(call), call) as Reply<Body>;
  return openScene({ ...sound, send }, world.key, world.now);
};

describe('the signature vectors', () => {
  it('are the ones that are published', async () => {
    const text = `${JSON.stringify(makeSignatureVectors(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../../events/signature-vectors.json');
  });

  it.each(makeSignatureVectors().vectors.map((vector) => [vector.name, vector] as const))(
    'follow from the words of the interface: %s',
    (_name, { method, path, query = '', date, nonce, body, bodyBase64, ...vector }) => {
      const bytes =
        bodyBase64 === undefined ? Buffer.from(body ?? '') : Buffer.from(bodyBase64, 'base64');
      const digest = `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;
      const lines = [
        method.toUpperCase(),
        path,
        query.split('&').sort().join('&'),
        'AKvectors',
        date,
        ...(bytes.length === 0 ? [] : [digest]),
        ...(nonce === undefined ? [] : [nonce]),
      ];
      const string = lines.map((line) => `${line}\n`).join('');
      expect(vector.stringToSign).toBe(string);
      expect(vector.signature).toBe(
        createHmac('sha256', 'vector-secret-0123456789').update(string).digest('base64'),
      );
    },
  );
});

describe('the service', () => {
  it('conforms in everything it is held to', async () => {
    const outcomes = await outcomesOf(scene());
    expect(Object.fromEntries(outcomes)).toEqual(
      Object.fromEntries(serviceChecks.map(({ id }) => [id, 'passed'])),
    );
    expect(outcomes.size).toBeGreaterThan(20);
  });

  it('that does not is found out, by the check that it fails', async () => {
    const lenient = changed((reply) =>
      (reply.body as { code?: string }).code === 'replayed'
        ? { ...reply, status: 200, body: {} }
        : reply,
    );
    expect(await failedOf(lenient)).toEqual(['signature.replay']);
    const forgetful = changed((reply) => ({
      ...reply,
      body: JSON.parse(JSON.stringify(reply.body).replaceAll('"repeat"', '"stored"')) as unknown,
    }));
    expect(await failedOf(forgetful)).toEqual(['events.once']);
    const open = changed((reply) =>
      (reply.body as { code?: string }).code === 'not_permitted'
        ? { ...reply, status: 404, body: { ...(reply.body as object), code: 'case_unknown' } }
        : reply,
    );
    expect(await failedOf(open)).toEqual(['right.center']);
    const talkative = changed((reply, { body }) =>
      reply.status === 400
        ? { ...reply, body: { ...(reply.body as object), sent: String(body) } }
        : reply,
    );
    expect(await failedOf(talkative)).toEqual(['problem.paths']);
  });

  it('that cannot be reached fails every check, and none is left out', async () => {
    const nobody = openScene(loopClient('http://127.0.0.1:9'), world.key, world.now);
    const outcomes = await outcomesOf(nobody);
    const passed = [...outcomes].filter(([, outcome]) => outcome === 'passed');
    expect(passed.map(([id]) => id)).toEqual(['signature.vectors']);
    expect(outcomes.size).toBe(serviceChecks.length);
  });
});

describe('the certificate', () => {
  const subject = {
    side: 'service',
    url: 'https://pingjia.example.cn',
    accessKey: 'AKexample',
    kit: '0.1.0',
    at: new Date('2026-11-20T01:30:00Z'),
  } as const;
  const one = { id: 'a.b', zh: '甲', en: 'A', outcome: 'passed' } as const;

  it('conforms when something passed and nothing failed', () => {
    const missing = { ...one, outcome: 'not_shown' } as const;
    const wrong = { ...one, outcome: 'failed', because: 'expected a | b' } as const;
    const conforms = (...checks: Parameters<typeof createCertificate>[1]) =>
      createCertificate(subject, checks).conforms;
    expect([conforms(one, missing), conforms(one, wrong), conforms(missing), conforms()]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    const client = { ...subject, side: 'integrator' } as const;
    expect(createCertificate(client, [one]).conforms).toBe(true);
    expect(createCertificate(client, [one, missing]).conforms).toBe(false);
    expect(formatMarkdown(createCertificate(subject, [wrong]))).toContain(
      String.raw`expected a \| b |`,
    );
  });

  it('comes as Markdown and as JSON that belong together', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'certificate-'));
    const certificate = createCertificate(subject, [one]);
    const [markdown = '', json = ''] = await writeCertificate(certificate, folder);
    const { digest, ...content } = JSON.parse(await readFile(json, 'utf8')) as typeof certificate;
    expect(createHash('sha256').update(JSON.stringify(content)).digest('hex')).toBe(digest);
    const text = await readFile(markdown, 'utf8');
    expect(text).toContain(digest);
    expect(text).toContain('| `a.b` | 甲<br>A | ✓ 通过 passed |');
    await rm(folder, { recursive: true });
  });
});
