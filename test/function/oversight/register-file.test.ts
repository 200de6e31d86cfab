import { array, assert, asyncProperty, boolean, constantFrom, option, record } from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';

import type { RegisterEntry } from '../../../shared/domain/oversight/register.ts';
import { creditCode } from '../../support/case-facts.ts';
import { csvType, gb18030, ndjsonType, xlsxOf, xlsxType } from '../case/import-file-sample.ts';
import type { Reply } from '../reply.ts';
import type { Given } from '../request.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';
import { saveRegister } from './register-sample.ts';

const upload = (noun: string, file: string | Uint8Array, type = csvType): Given => ({
  as: people.admin,
  path: { noun },
  query: { area: '330602' },
  headers: { 'content-type': type },
  file: typeof file === 'string' ? Buffer.from(file) : file,
});

const put = 'PUT /v1/register/{noun}/file';

const shown = async (world: World, noun: string): Promise<readonly RegisterEntry[]> => {
  const reply = await world.call('GET /v1/register/{noun}', {
    as: people.supervisor,
    path: { noun },
  });
  return bodyOf<{ entries: readonly RegisterEntry[] }>(reply).entries;
};

const download = async (world: World, noun: string, form: 'csv' | 'xlsx') => {
  const given = { as: people.supervisor, path: { noun } };
  const reply = await world.call(`GET /v1/register/{noun}/file.${form}`, given);
  expect(outcomeOf(reply)).toBe('200');
  return reply;
};

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

const hallEntries = [
  {
    code: '330602-H1',
    name: '越城区政务服务中心',
    level: 'county',
    windows: ['A01', 'A02'],
    terminals: ['Z01'],
    hours: [
      { days: [1, 2, 3, 4, 5], from: '08:30', to: '17:30' },
      { days: [6], from: '09:00', to: '12:00' },
    ],
  },
  { code: '330602-H2', name: '皋埠街道便民服务中心', level: 'town', windows: ['T01'] },
];

describe('a register as a file', () => {
  it('is the same in every encoding and form, and needs two persons', async () => {
    const rows = halls.split('\r\n').map((line) => line.split(','));
    const files = [
      [halls, csvType],
      [gb18030(halls), csvType],
      [await xlsxOf({ name: '清单', rows }), xlsxType],
    ] as const;
    for (const [file, type] of files) {
      const world = newWorld();
      const done = await world.byTwo(put, upload('halls', file, type));
      expect(done).toMatchObject({ version: 1, count: 2 });
      expect(await shown(world, 'halls')).toEqual(hallEntries);
    }
  });

  it('is found below a title, with short lines and other separators, and told so', async () => {
    const world = newWorld();
    const file = `越城区事项清单\n${'事项编码,名称,敏感事项\nm1,公司设立登记\n'.replaceAll(',', ';')}`;
    const { body } = await world.call(put, upload('matters', file));
    expect(body).toMatchObject({ reading: { separator: 'semicolon', headerLine: 2 } });
    const done = await world.byTwo(put, upload('matters', file));
    expect(done).toMatchObject({ version: 1, count: 1 });
    const rows = [
      ['code', 'name'],
      ['m1', '公司设立登记'],
    ];
    const remarks = { name: '填写说明', rows: [['请按模板填写']] };
    const same = await xlsxOf(remarks, { name: '清单', rows });
    const again = await world.call(put, upload('matters', same, xlsxType));
    expect(again.body).toMatchObject({ changed: false, reading: { sheet: '清单' } });
  });

  it('has contact persons, sensitive matters, systems and places', async () => {
    const world = newWorld();
    const files = {
      departments: `统一社会信用代码,名称,联络员\n${creditCode},测试局,测试一 YC-1；测试 二 YC-2`,
      matters: '事项编码,名称,敏感事项\nm1,残疾人证核发,是\nm2,公司设立登记,否\nm3,其他,',
      systems: `系统编码,名称,主管部门,接入系统编号\nzjj,审批系统,${creditCode},`,
      areas: '区划代码,名称,区划类型\n330602001,塔山街道,街道',
    };
    for (const [noun, file] of Object.entries(files)) {
      await world.byTwo(put, upload(noun, file));
    }
    expect(await shown(world, 'departments')).toEqual([
      {
        code: creditCode,
        name: '测试局',
        contacts: [
          { name: '测试一', staffId: 'YC-1' },
          { name: '测试 二', staffId: 'YC-2' },
        ],
      },
    ]);
    expect(await shown(world, 'matters')).toEqual([
      { code: 'm1', name: '残疾人证核发', sensitive: true },
      { code: 'm2', name: '公司设立登记', sensitive: false },
      { code: 'm3', name: '其他' },
    ]);
    expect(await shown(world, 'systems')).toEqual([
      { code: 'zjj', name: '审批系统', department: creditCode },
    ]);
    expect(await shown(world, 'areas')).toEqual([
      { code: '330602001', name: '塔山街道', kind: 'town' },
    ]);
  });

  it('is refused as a whole, with line and column of every error', async () => {
    const world = newWorld();
    const file = [
      '名称,大厅编码,大厅层级,窗口,办公时间',
      'x,330602-H1,县级,A01,每天上午',
      'y,330683-H1,五级,a,',
      '',
      ',330602-H3,镇,,',
      'x,330602-H4,村级,T01,周一 08:00-09:00',
    ].join('\n');
    const unread = await world.call(put, upload('halls', file));
    expect(outcomeOf(unread)).toBe('400 invalid_input');
    expect(told(unread)).toEqual([
      '2 办公时间 wrong_format',
      '3 大厅层级 not_allowed',
      '3 大厅编码 other_area',
      '5 大厅层级 not_allowed',
      '5 名称 missing',
    ]);
    const wrong = [
      '名称,大厅编码,大厅层级,窗口',
      'x,330602-H1,县级,A01',
      '',
      'y,330602-H2,县级,a_1',
      ',330602-H3,县级,A01',
    ].join('\n');
    const unfit = await world.call(put, upload('halls', wrong));
    expect(told(unfit)).toEqual(['4 窗口 wrong_format', '5 名称 missing']);
    const twice = wrong.replace('a_1', 'A2').replace('\n,330602-H3', '\nz,330602-H2');
    const again = await world.call(put, upload('halls', twice));
    expect(told(again)).toEqual(['5 大厅编码 named_twice']);
    expect(world.stores.memory.writes()).toBe(0);
  });

  it.each([
    ['', csvType, '400 file_empty'],
    ['甲,乙\n1,2', csvType, '400 file_header_missing'],
    ['事项编码,名称,电话\nm,x,1', csvType, '400 file_columns_unknown'],
    ['名称\nx', csvType, '400 file_columns_missing'],
    ['code,事项编码,名称\nm,m,x', csvType, '400 file_columns_twice'],
    ['事项编码,名称\nm', csvType, '400 invalid_input'],
    ['事项编码,名称\nm,"x', csvType, '400 file_quotes_unmatched'],
    ['{"code":"m"}', ndjsonType, '415 file_type_unknown'],
    ['not a workbook', xlsxType, '400 file_unreadable'],
  ])('that cannot be read changes nothing: %j', async (file, type, expected) => {
    const world = newWorld();
    expect(outcomeOf(await world.call(put, upload('matters', file, type)))).toBe(expected);
    expect(world.stores.memory.writes()).toBe(0);
  });

  it('may empty a register by its header alone', async () => {
    const world = newWorld();
    await saveRegister(world, 'matters', [{ code: 'm', name: 'x' }]);
    const done = await world.byTwo(put, upload('matters', '事项编码,名称\n'));
    expect(done).toMatchObject({ version: 2, count: 0 });
  });

  it('is for who may propose the list, and compares the version that was seen', async () => {
    const world = newWorld();
    await saveRegister(world, 'matters', [{ code: 'm', name: 'x' }]);
    const given = upload('matters', '事项编码,名称\nn,y\n');
    const outcomes = [
      await world.call(put, { ...given, as: people.supervisor }),
      await world.call(put, { ...given, as: { ...people.admin, area: '330683' } }),
      await world.call(put, { ...given, query: { area: '330602001' } }),
      await world.call(put, { ...given, query: { area: '330602', expectedVersion: '0' } }),
      await world.call(put, { ...given, query: { area: '330602', expectedVersion: '1' } }),
    ].map(outcomeOf);
    expect(outcomes).toEqual([
      '403 role_missing',
      '404 out_of_scope',
      '400 invalid_input',
      '409 register_changed',
      '202',
    ]);
  });
});

const names = constantFrom('测试,一', '测试"二"', '第三 项', '=1+1');
const codes = array(constantFrom('A01', 'A02', 'B-1'), { maxLength: 3 }).map((all) => [
  ...new Set(all),
]);
const days = array(constantFrom(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }).map((all) =>
  [...new Set(all)].toSorted((a, b) => a - b),
);
const hours = record({ days, from: constantFrom('08:30', '09:00'), to: constantFrom('17:30') });

const randomHall = record({
  name: names,
  level: constantFrom('county', 'town', 'village'),
  windows: codes,
  hours: option(array(hours, { minLength: 1, maxLength: 3 }), { nil: undefined }),
  area: option(constantFrom('330602001', '330602'), { nil: undefined }),
});
const randomDepartment = record({
  name: names,
  orgCode: option(constantFrom('001008006007014'), { nil: undefined }),
  contacts: option(constantFrom([{ name: '测试 一', staffId: 'YC-1' }]), { nil: undefined }),
});
const randomMatter = record({ name: names, sensitive: option(boolean(), { nil: undefined }) });

describe('a downloaded register', () => {
  it.each([
    ['halls', randomHall, '330602-H1'],
    ['departments', randomDepartment, creditCode],
    ['matters', randomMatter, 'm-1'],
  ] as const)('of %s is the same list when it is uploaded again', async (noun, entry, code) => {
    const isSame = asyncProperty(entry, constantFrom('csv', 'xlsx'), async (facts, form) => {
      const world = newWorld();
      await saveRegister(world, noun, [{ code, ...facts }]);
      const { body } = await download(world, noun, form);
      const type = form === 'csv' ? csvType : xlsxType;
      const again = await world.call(put, upload(noun, body as Buffer, type));
      expect([outcomeOf(again), told(again)]).toEqual(['200', []]);
      expect(again.body).toMatchObject({ changed: false });
    });
    await assert(isSame, { numRuns: 25 });
  });

  it('is a template with remarks while there is no list', async () => {
    const world = newWorld();
    const csv = await download(world, 'systems', 'csv');
    expect(csv.body).toBe('\uFEFF系统编码,名称,主管部门,接入系统编号\r\n');
    expect(csv.headers['content-disposition']).toContain('systems-330602-v0.csv');
    const { body } = await download(world, 'halls', 'xlsx');
    const { sheets } = await readXlsx(body as Buffer);
    expect(sheets.map(({ name }) => name)).toEqual(['清单', '填写说明']);
    expect(sheets[1]?.rows.some((row) => row[0] === '大厅层级' && row[2] === '是')).toBe(true);
  });
});
