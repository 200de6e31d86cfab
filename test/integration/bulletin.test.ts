import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { localToken } from '../../infra/local/client/local-token.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { unzip } from '../support/unzip.ts';

let loop: Loop;

beforeAll(async () => {
  loop = await startLoop();
});

afterAll(() => loop.stop());

const fileOf = async (format: string): Promise<Buffer> => {
  const token = await localToken(loop.system.url, 'sysadmin');
  const answer = await fetch(`${loop.system.url}/v1/bulletins/2026-11/${format}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toContain(`2026-11.${format}`);
  return Buffer.from(await answer.arrayBuffer());
};

test('the bulletin comes through the gateway byte for byte, with the rights of its role', async () => {
  const { sheets } = await readXlsx(await fileOf('xlsx'));
  expect(sheets.map(({ name }) => name)).toContain('部门指标总表');
  expect(unzip(await fileOf('docx')).has('word/document.xml')).toBe(true);
  expect((await fileOf('html')).toString('utf8')).toMatch(/^<!doctype html>[\s\S]*情况通报/);
});

test('anyone may read how the figures are calculated', async () => {
  const page = await fetch(`${loop.system.url}/open/method?lang=en`);
  expect([page.status, page.headers.get('content-type')]).toEqual([
    200,
    'text/html; charset=utf-8',
  ]);
  expect(await page.text()).toContain('How the figures are calculated');
  const answer = await fetch(`${loop.system.url}/v1/open/method`);
  expect(await answer.json()).toMatchObject({ policy: { version: 2 } });
});
