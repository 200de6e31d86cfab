import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { longestFile } from '../../events/case/import.ts';
import type { CaseImportAnswer } from '../../events/case/import.ts';
import type { SigningKey } from '../../infra/local/client/loop-client.ts';
import { serviceChecks } from '../../infra/local/scenario/conformance/check/all.table.ts';
import { runChecks } from '../../infra/local/scenario/conformance/check/check.ts';
import { openScene } from '../../infra/local/scenario/conformance/scene.ts';
import {
  acceptedLine,
  chineseNames,
  chineseWords,
  csvOf,
  csvType,
  gb18030,
  xlsxType,
} from '../function/case/import-file-sample.ts';
import type { Values } from '../function/case/import-file-sample.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';

let loop: Loop;
let key: SigningKey;

beforeAll(async () => {
  loop = await startLoop();
  ({ key } = await loop.integrator());
});

afterAll(async () => {
  await loop?.stop();
});

const send = async (file: Uint8Array, type: string) => {
  const call = await loop.client.sign(key, {
    method: 'POST',
    path: '/v1/cases/import',
    body: Uint8Array.from(file),
    headers: { 'content-type': type },
  });
  return loop.client.send<CaseImportAnswer & { code?: string }>(call);
};

const lineOfToday = (): Values => ({ ...acceptedLine(), at: '2026-11-16 08:30' });

describe('a file through the gateway', () => {
  const file = gb18030(csvOf([chineseWords(lineOfToday())], { names: chineseNames }));

  it('keeps its bytes under a type that the gateway leaves alone, and is known again', async () => {
    const first = await send(file, csvType);
    expect(first.body).toMatchObject({ encoding: 'gb18030', stored: 1, refused: 0 });
    expect((await send(file, csvType)).body).toMatchObject({ stored: 0, repeats: 1 });
  });

  it('is told that it was spoilt as text/csv', async () => {
    expect(await send(file, 'text/csv')).toMatchObject({
      status: 400,
      body: { code: 'file_characters_lost' },
    });
  });

  it('may be as long as one call takes', async () => {
    const lines = Array.from({ length: longestFile }, lineOfToday);
    const { body } = await send(Buffer.from(csvOf(lines)), 'text/csv');
    expect(body).toMatchObject({ stored: longestFile, repeats: 0, refused: 0 });
  });

  it('can be made from the template that is handed out', async () => {
    const answer = await fetch(`${loop.system.url}/v1/cases/import/template.xlsx`);
    expect(answer.headers.get('content-type')).toBe(xlsxType);
    const template = new Uint8Array(await answer.arrayBuffer());
    // The line in it is four days ahead of this clock; the time is read from the workbook.
    expect((await send(template, xlsxType)).body).toMatchObject({
      sheet: '办件事件',
      lines: [{ line: 2, problem: { code: 'time_in_future' } }],
    });
  });
});

describe('the booted template', () => {
  it('conforms in everything an integrator may hold it to', async () => {
    const scene = openScene(loop.client, key, () => loop.clock.now());
    const verdicts = await runChecks(serviceChecks, scene, () => undefined);
    expect(verdicts.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  });
});
