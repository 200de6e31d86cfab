import { describe, expect, it } from 'vitest';

import type { Operation } from '../../../events/contract.ts';
import { registerOperations } from '../../../events/oversight/register-contract.table.ts';
import { csvType, ndjsonType, xlsxOf, xlsxType } from '../case/import-file-sample.ts';
import type { Reply } from '../reply.ts';
import type { Given } from '../request.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';

const upload = (noun: string, file: string | Uint8Array, type = csvType): Given => ({
  as: people.admin,
  path: { noun },
  query: { area: '330602' },
  headers: { 'content-type': type },
  file: typeof file === 'string' ? Buffer.from(file) : file,
});

const put = 'PUT /v1/register/{noun}/file';

/** `2 窗口 wrong_format`: line, column and problem of each error. */
const told = (reply: Reply): readonly string[] =>
  (
    bodyOf<{ errors?: { line?: number; column?: string; problem: string }[] }>(reply).errors ?? []
  ).map(({ line, column, problem }) => `${line} ${column} ${problem}`);

const halls = [
  '大厅编码,名称,大厅层级,窗口,自助终端,办公时间',
  '330602-H1,越城区政务服务中心,县级,A01、A02,Z01,周一至周五 8:30-17:30；周六 09:00-12:00',
  '330602-H2,皋埠街道便民服务中心,town,T01,,',
].join('\r\n');

describe('a register as a file', () => {
  it('tells every problem of every line at once, once for each cell', async () => {
    const world = newWorld();
    const file = [
      '名称,大厅编码,大厅层级,窗口,办公时间',
      'x,330683-H1,县级,A01,每天上午',
      'y,330602-H2,县级',
      'z,330602-H3,县级,A01、A01,周一 08:00-09:00',
      'w,330602-H3,县级,A01,',
    ].join('\n');
    const reply = await world.call(put, upload('halls', `${file}\n`));
    expect(told(reply)).toEqual([
      '2 办公时间 wrong_format',
      '2 大厅编码 other_area',
      '3 undefined cells_differ',
      '4 窗口 named_twice',
      '5 大厅编码 named_twice',
    ]);
    const rows = file.split('\n').map((line) => line.split(','));
    const book = await xlsxOf({ name: '清单', rows });
    const same = await world.call(put, upload('halls', book, xlsxType));
    const { errors } = bodyOf<{ errors: { sheet: string; line: number; detail: string }[] }>(same);
    expect(errors[0]).toMatchObject({ sheet: '清单', line: 2, column: '办公时间' });
    expect(errors[0]?.detail).toContain('周一至周五 08:30-17:30；周六 09:00-12:00');
    expect(errors.map(({ line }) => line)).toEqual([2, 2, 4, 5]);
    expect(world.stores.memory.writes()).toBe(0);
  });

  it('of another area than the caller’s says how the area is named', async () => {
    const given = { ...upload('halls', halls), query: {} };
    const reply = await newWorld().call(put, given);
    const { errors } = bodyOf<{ errors: { problem: string; detail: string }[] }>(reply);
    expect(errors.map(({ problem }) => problem)).toEqual(['other_area', 'other_area']);
    expect(errors[0]?.detail).toContain('参数 area');
  });

  it('of a type that is not taken is told which are', async () => {
    const reply = await newWorld().call(put, upload('matters', '{}', ndjsonType));
    const { detail } = bodyOf<{ detail: string }>(reply);
    expect(detail).toContain('text/csv, application/csv, application/vnd.openxmlformats');
    expect(detail).not.toContain('ndjson');
  });

  it('has the columns of its example in the contract, in their order', async () => {
    const row = registerOperations.find(({ on }) => on === 'PUT /v1/register/{noun}/file');
    const request: Operation['request'] = row && 'request' in row ? row.request : undefined;
    const [first] = request && 'files' in request ? request.files : [];
    const asked = { as: people.supervisor, path: { noun: 'halls' } };
    const { body } = await newWorld().call('GET /v1/register/{noun}/file.csv', asked);
    const header = String(body).replace('\uFEFF', '').split('\r\n')[0];
    expect(first?.example?.split('\r\n')[0]).toBe(header);
    expect(outcomeOf(await newWorld().call(put, upload('halls', first?.example ?? '')))).toBe(
      '202',
    );
  });
});
