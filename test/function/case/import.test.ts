import { describe, expect, it } from 'vitest';

import type { CaseImportAnswer } from '../../../events/case/import.ts';
import { nextProjectNo } from '../../support/case-facts.ts';
import type { Reply } from '../reply.ts';
import { bodyOf, outcomeOf } from '../world.ts';
import {
  acceptedLine,
  chineseNames,
  chineseWords,
  csvOf,
  csvType,
  gb18030,
  ndjsonType,
  openImport,
  rowsOf,
  xlsxOf,
  xlsxType,
} from './import-file-sample.ts';
import type { Values } from './import-file-sample.ts';

const read = (reply: Reply): CaseImportAnswer => {
  expect(outcomeOf(reply)).toBe('200');
  return bodyOf<CaseImportAnswer>(reply);
};

/** `2 stored`, `3 refused invalid_input 发生时间 not_a_time`: one text per line. */
const told = (reply: Reply): readonly string[] =>
  read(reply).lines.map(({ line, outcome, problem }) =>
    [
      line,
      outcome,
      ...(problem === undefined ? [] : [problem.code]),
      ...(problem?.errors ?? []).map((error) => `${error.column ?? error.path} ${error.problem}`),
    ].join(' '),
  );

describe('a case file', () => {
  it('is the same in every encoding, format, language and order of columns', async () => {
    const { world, send } = await openImport();
    const line: Values = {
      ...acceptedLine(),
      applicantName: '测试𠮷',
      matterName: '㐀字"号"核准,一',
    };
    const chinese = csvOf([chineseWords(line)], { names: chineseNames });
    const turned = Object.fromEntries(Object.entries(line).toReversed());
    const event = {
      type: 'accepted',
      projectNo: line.projectNo,
      at: '2026-11-20T01:00:00Z',
      header: {
        matter: { code: line['matterCode'], name: line['matterName'] },
        department: { creditCode: line['departmentCode'], name: line['departmentName'] },
        area: '330602',
        caseKind: 'immediate',
        applicant: { kind: 'person', name: line['applicantName'] },
      },
      contact: { serviceNumber: 1, service: 'accept', at: '2026-11-20T09:00:00+08:00' },
    };
    const files: readonly (readonly [string | Uint8Array, string, object])[] = [
      [gb18030(chinese), csvType, { form: 'csv', encoding: 'gb18030', stored: 1 }],
      [chinese, csvType, { encoding: 'utf-8', repeats: 1 }],
      [`\uFEFF${chinese}`, csvType, { encoding: 'utf-8-bom', repeats: 1 }],
      [csvOf([turned], { end: '\n' }), csvType, { encoding: 'utf-8', repeats: 1 }],
      [JSON.stringify(event), ndjsonType, { form: 'ndjson', encoding: 'utf-8', repeats: 1 }],
      [
        await xlsxOf({ name: '办件', rows: rowsOf([line]) }),
        xlsxType,
        { form: 'xlsx', sheet: '办件', sheetsNotRead: [], repeats: 1 },
      ],
    ];
    for (const [file, type, expected] of files) {
      expect(read(await send(file, type))).toMatchObject({ refused: 0, ...expected });
    }
    const known = await world.stores.cases.find(line.projectNo ?? '');
    expect(known).toMatchObject({ matter: { name: line.matterName }, timeline: [{}] });
  });

  it('keeps line breaks and quotes of a cell, and counts lines as an editor does', async () => {
    const { world, send } = await openImport();
    const projectNo = nextProjectNo();
    const first: Values = { ...acceptedLine(projectNo), stepNote: '', stepName: '' };
    const noted = {
      projectNo,
      type: 'step',
      at: '2026-11-20 09:05',
      stepName: '核查',
      stepNote: '第一行\r\n"第二行",\r\n第三行',
    };
    const lost = { ...noted, at: '', stepName: '复核' };
    const reply = await send(csvOf([first, noted, lost]).replace(/$/, '\r\n,,\r\n'));
    expect(told(reply)).toEqual(['2 stored', '3 stored', '6 refused invalid_input at missing']);
    const known = await world.stores.cases.find(projectNo);
    expect(known?.timeline[1]?.step?.note).toBe('第一行\n"第二行",\n第三行');
  });

  it('may hold many events of many cases, whose order within a case stays', async () => {
    const { world, send } = await openImport();
    const numbers = Array.from({ length: 40 }, () => nextProjectNo());
    const lines = numbers.flatMap((projectNo): Values[] => [
      acceptedLine(projectNo),
      { projectNo, type: '办结', at: '2026/11/20 9:20', outcome: '准予' },
    ]);
    const reply = await send(csvOf(lines));
    expect(read(reply)).toMatchObject({ stored: 80, refused: 0 });
    expect(read(reply).lines.map(({ line }) => line)).toEqual(lines.map((_line, at) => at + 2));
    const finished = await world.stores.cases.find(numbers[7] ?? '');
    expect(finished?.timeline.map(({ type }) => type)).toEqual(['accepted', 'finished']);
  });

  it('has the events of special procedures and the terms of steps, in words', async () => {
    const { world, send } = await openImport();
    const projectNo = nextProjectNo();
    const ofCase = (type: string, at: string, more: Values): Values => ({
      projectNo,
      type,
      at,
      ...more,
    });
    const lines: Values[] = [
      acceptedLine(projectNo),
      ofCase('办理', '2026-11-20 09:05', {
        stepName: '审查',
        stepState: '待办',
        stepWorkingDays: '2',
      }),
      ofCase('中止', '2026-11-20 09:10', { procedureKind: '听证', procedureWorkingDays: '5' }),
      ofCase('恢复', '2026-11-20 09:15', {}),
      ofCase('延长', '2026-11-20 09:20', {
        procedureKind: '延长审批',
        procedureReason: '情况复杂',
        procedureWorkingDays: '10',
        procedureApprovedBy: '王示例',
      }),
      ofCase('延长', '2026-11-20 09:25', { procedureKind: '听证', procedureWorkingDays: '1' }),
    ];
    expect(told(await send(csvOf(lines)))).toEqual([
      '2 stored',
      '3 stored',
      '4 stored',
      '5 stored',
      '6 stored',
      '7 refused invalid_input procedureKind not_allowed',
    ]);
    const known = await world.stores.cases.find(projectNo);
    expect(known?.timeline.slice(1)).toMatchObject([
      { type: 'step', step: { name: '审查', state: 'begun', workingDays: 2 } },
      { type: 'suspended', procedure: { kind: 'hearing', workingDays: 5 } },
      { type: 'resumed' },
      {
        type: 'extended',
        procedure: { kind: 'extension', reason: '情况复杂', workingDays: 10, approvedBy: '王示例' },
      },
    ]);
  });

  it('is not open to keys without the right', async () => {
    const { world, send } = await openImport();
    const other = await world.integrator(['invitations']);
    expect(outcomeOf(await send(csvOf([acceptedLine()]), csvType, other))).toBe(
      '403 not_permitted',
    );
  });
});

describe('a file that comes again', () => {
  it('changes nothing twice', async () => {
    const { world, send } = await openImport();
    const file = csvOf([acceptedLine(), acceptedLine()]);
    expect(read(await send(file))).toMatchObject({ stored: 2, repeats: 0 });
    const before = world.stores.memory.writes();
    expect(read(await send(file))).toMatchObject({ stored: 0, repeats: 2, refused: 0 });
    expect(world.stores.memory.count('case')).toBe(2);
    expect(world.stores.memory.writes()).toBe(before);
  });

  it('after it was cut off stores what was missing, and the cut line is not taken for a whole one', async () => {
    const { world, send } = await openImport();
    const lines = Array.from({ length: 5 }, () => acceptedLine());
    const whole = Buffer.from(csvOf(lines));
    const cut = whole.subarray(0, whole.length - 24);
    expect(told(await send(cut)).at(-1)).toBe('6 refused line_cells_differ');
    expect(read(await send(whole))).toMatchObject({ stored: 1, repeats: 4, refused: 0 });
    expect(world.stores.memory.count('case')).toBe(5);
  });

  it('with a changed line is told that it differs, and with a new line stores that one', async () => {
    const { send } = await openImport();
    const line: Values = {
      ...acceptedLine(),
      type: 'step',
      serviceNumber: '',
      service: '',
      stepName: '核查',
      stepNote: '甲',
    };
    await send(csvOf([line]));
    const changed = { ...line, stepNote: '乙' };
    const added = { ...line, at: '2026-11-20 09:01', stepNote: '丙' };
    expect(told(await send(csvOf([changed, added])))).toEqual([
      '2 refused event_differs',
      '3 stored',
    ]);
  });

  it('twice within itself counts once', async () => {
    const { send } = await openImport();
    const line = acceptedLine();
    expect(told(await send(csvOf([line, line])))).toEqual(['2 stored', '3 repeat']);
  });
});

describe('a line that is wrong', () => {
  it.each<[string, Values, string]>([
    ['an unknown word', { type: '受理中' }, 'type not_allowed'],
    ['an unknown area', { area: '110101' }, 'area unknown_area'],
    [
      'a wrong check digit',
      { departmentCode: '11330602MB1TE5T010' },
      'departmentCode wrong_check_digit',
    ],
    ['a missing cell', { matterName: '' }, 'matterName missing'],
    ['a short number', { projectNo: '3306022611200000' }, 'projectNo not_a_project_number'],
    [
      'a number in scientific form',
      { projectNo: '3.30602E+20' },
      'projectNo changed_by_spreadsheet',
    ],
    [
      'a rounded number',
      { projectNo: '330602261120000000000' },
      'projectNo changed_by_spreadsheet',
    ],
    ['a date of unclear order', { at: '11/20/2026 9:00' }, 'at ambiguous_time'],
    ['a day alone', { at: '2026-11-20' }, 'at day_without_time'],
    ['no number', { serviceNumber: '一' }, 'serviceNumber wrong_type'],
    ['a lost character', { applicantName: '测\uFFFD' }, 'applicantName lost_character'],
  ])('with %s is refused by its column, alone', async (_name, wrong, expected) => {
    const { world, send } = await openImport();
    const reply = await send(csvOf([{ ...acceptedLine(), ...wrong }, acceptedLine()]));
    expect(told(reply)).toEqual([`2 refused invalid_input ${expected}`, '3 stored']);
    expect(world.stores.memory.count('case')).toBe(1);
  });

  it('names its columns as the file does, and repeats no value', async () => {
    const { send } = await openImport();
    const wrong = chineseWords({
      ...acceptedLine(),
      applicantName: '',
      departmentCode: 'SECRET-7',
    });
    const reply = await send(csvOf([wrong], { names: chineseNames }));
    expect(told(reply)).toEqual([
      '2 refused invalid_input 部门统一社会信用代码 wrong_check_digit 申请人姓名 missing',
    ]);
    expect(JSON.stringify(reply.body)).not.toContain('SECRET');
  });

  it('is refused for what is stored already, as an event of POST /v1/cases is', async () => {
    const { world, send } = await openImport();
    const line = acceptedLine();
    await send(csvOf([line]));
    const other = await world.integrator();
    const late = { ...acceptedLine(), at: '2026-11-20 10:00' };
    const bare = {
      projectNo: nextProjectNo(),
      type: 'step',
      at: '2026-11-20 09:00',
      stepName: '核查',
    };
    const step = { ...bare, projectNo: line['projectNo'] ?? '' };
    expect(told(await send(csvOf([late, bare])))).toEqual([
      '2 refused time_in_future',
      '3 refused case_unknown',
    ]);
    // Nothing tells a step of another system's case from one of no case.
    expect(told(await send(csvOf([step]), csvType, other))).toEqual(['2 refused case_unknown']);
  });

  it('of JSON Lines is told by its path', async () => {
    const { send } = await openImport();
    const good = { type: 'step', projectNo: nextProjectNo(), at: '2026-11-20T09:00:00+08:00' };
    const lines = [
      '',
      JSON.stringify({ ...good, extra: 1 }),
      '[1]',
      '{"type":',
      JSON.stringify(good),
    ];
    expect(told(await send(lines.join('\n'), ndjsonType))).toEqual([
      '2 refused invalid_input /extra not_expected',
      '3 refused line_no_object',
      '4 refused invalid_json',
      '5 refused case_unknown',
    ]);
  });
});
