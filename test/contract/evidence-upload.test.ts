import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { headLength, mediaTypes } from '../../shared/domain/evidence/evidence.ts';
import { at } from '../fake/clock.ts';
import { startEngineStores } from '../support/engine-stores.ts';
import type { EngineStores } from '../support/engine-stores.ts';
import { program, sampleFiles, sha256Of } from '../support/sample-file.ts';
import { sampleEvidence } from './suite/evidence-store.ts';
import { friday } from './suite/sample.ts';

let engine: EngineStores;
beforeAll(async () => {
  engine = await startEngineStores(Date.parse(friday));
});
afterAll(() => engine.stop());

const now = () => at(new Date(engine.clock.now()).toISOString());

const put = async (
  address: { url: string; headers: Readonly<Record<string, string>> },
  body: Uint8Array<ArrayBuffer>,
): Promise<number> => {
  // The length header is derived from the body.
  const { 'content-length': _length, ...headers } = address.headers;
  return (await fetch(address.url, { method: 'PUT', headers, body })).status;
};

const bytesOf = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);

describe('an uploaded file', () => {
  it('is the one announced, and comes back as an attachment', async () => {
    const { evidence } = engine.stores;
    const bytes = bytesOf(Buffer.concat([sampleFiles.pdf, Buffer.alloc(2 * headLength, 7)]));
    const offered = sampleEvidence({ size: bytes.length, sha256: sha256Of(bytes) });
    expect(await put(await evidence.upload(offered, now()), bytes)).toBe(200);
    expect(await evidence.arrived(offered)).toEqual({
      mediaType: mediaTypes.pdf,
      size: bytes.length,
      sha256: offered.sha256,
      head: bytes.subarray(0, headLength),
    });
    const { url } = await evidence.download(offered, { name: '整改 (1).pdf', at: now() });
    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''%E6%95%B4%E6%94%B9%20%281%29.pdf",
    );
    expect(answer.headers.get('content-type')).toBe(mediaTypes.pdf);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
  });

  it('may be put again, but never another in its place', async () => {
    const { evidence } = engine.stores;
    const bytes = bytesOf(sampleFiles.pdf);
    const offered = sampleEvidence();
    const upload = await evidence.upload(offered, now());
    expect([await put(upload, bytes), await put(upload, bytes)]).toEqual([200, 200]);
    const other = bytesOf(Buffer.from(sampleFiles.pdf).fill(0x20, 8));
    expect(await put(upload, other)).toBe(400);
    expect(await evidence.arrived(offered)).toMatchObject({ sha256: offered.sha256 });
  });

  it.each([
    ['of another type', { 'content-type': 'application/x-msdownload' }],
    ['without its digest', { 'x-amz-checksum-sha256': undefined }],
    ['with the digest of another', { 'x-amz-checksum-sha256': sha256Of(program) }],
  ])('is refused %s', async (_name, wrong) => {
    const { evidence } = engine.stores;
    const offered = sampleEvidence();
    const { url, headers } = await evidence.upload(offered, now());
    const sent = Object.fromEntries(
      Object.entries({ ...headers, ...wrong }).filter(([, value]) => value !== undefined),
    ) as Record<string, string>;
    expect(await put({ url, headers: sent }, bytesOf(sampleFiles.pdf))).toBe(403);
    expect(await evidence.arrived(offered)).toBeUndefined();
  });

  it('is refused when it is longer, or comes too late', async () => {
    const { evidence } = engine.stores;
    const offered = sampleEvidence();
    const upload = await evidence.upload(offered, now());
    const longer = bytesOf(Buffer.concat([sampleFiles.pdf, program]));
    expect(await put(upload, longer)).toBe(403);
    engine.clock.advance(15 * 60_000 + 1000);
    expect(await put(upload, bytesOf(sampleFiles.pdf))).toBe(403);
    expect(await evidence.arrived(offered)).toBeUndefined();
  });

  it('is given out for five minutes', async () => {
    const { evidence } = engine.stores;
    const offered = sampleEvidence();
    await put(await evidence.upload(offered, now()), bytesOf(sampleFiles.pdf));
    const { url } = await evidence.download(offered, { name: 'a.pdf', at: now() });
    engine.clock.advance(5 * 60_000 + 1000);
    expect((await fetch(url)).status).toBe(403);
  });
});
