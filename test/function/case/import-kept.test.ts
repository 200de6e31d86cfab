import { describe, expect, it } from 'vitest';

import type { CaseImportAnswer } from '../../../events/case/import.ts';
import { creditCode, nextProjectNo } from '../../support/case-facts.ts';
import { bodyOf, outcomeOf } from '../world.ts';
import {
  acceptedLine,
  csvOf,
  csvType,
  gb18030,
  ndjsonType,
  openImport,
} from './import-file-sample.ts';
import type { Values } from './import-file-sample.ts';

const told = ({ lines }: CaseImportAnswer): readonly string[] =>
  lines.map(({ line, outcome, problem }) => {
    const errors = (problem?.errors ?? []).map((one) => `${one.column} ${one.problem}`);
    return [line, outcome, ...(problem ? [problem.code] : []), ...errors].join(' ');
  });

const open = async () => {
  const { world, key, send, refused } = await openImport();
  const outcomes = async (file: string | Uint8Array, type = csvType) => {
    const reply = await send(file, type);
    expect([outcomeOf(reply), reply.body]).toEqual(['200', reply.body]);
    return told(bodyOf<CaseImportAnswer>(reply));
  };
  const known = ({ projectNo = '' }: Values) => world.stores.cases.find(projectNo);
  return { world, key, send, refused, outcomes, known };
};

const step = ({ projectNo = '' }: Values, more: Values = {}): Values => ({
  projectNo,
  type: 'step',
  at: '2026-11-20 09:10',
  stepName: '审查',
  ...more,
});

describe('a text that was kept from a spreadsheet', () => {
  it('is stored as it is shown, in every kind of column', async () => {
    const { outcomes, known } = await open();
    const line = { ...acceptedLine(), staffId: '00123', staffName: '王"示例"' };
    const guarded = Object.fromEntries(
      Object.entries(line).map(([name, text]) => [name, `="${text.replaceAll('"', '""')}"`]),
    );
    const file = csvOf([{ ...guarded, mobile: '=""' }]);
    expect(await outcomes(file)).toEqual(['2 stored']);
    expect(await known(line)).toMatchObject({
      matter: { name: '食品经营许可' },
      department: { name: '越城区测试局' },
      contacts: [{ staff: { id: '00123', name: '王"示例"' } }],
    });
  });

  it('is stored without its apostrophe, and quotation marks stay', async () => {
    const { outcomes, known } = await open();
    const line = { ...acceptedLine(), matterName: "'食品经营许可", departmentName: "'越城'测试局" };
    expect(await outcomes(csvOf([line]))).toEqual(['2 stored']);
    expect(await known(line)).toMatchObject({
      matter: { name: '食品经营许可' },
      department: { name: "'越城'测试局" },
    });
  });

  it('is refused when it is another formula, or the separator cut it', async () => {
    const { outcomes } = await open();
    const line = acceptedLine();
    const problem = 'refused invalid_input matterName no_formula_result';
    expect(await outcomes(csvOf([{ ...line, matterName: '="食品"&A1' }]))).toEqual([
      `2 ${problem}`,
    ]);
    const cut = csvOf([{ ...step(line), stepNote: '' }]).replace('审查,', '="审,查"');
    expect(await outcomes(cut)).toEqual(['2 refused invalid_input stepName no_formula_result']);
  });
});

const certificate = (number: string): Values => ({
  certificateType: 'other',
  certificateNumber: number,
});

describe('a number that a spreadsheet may have cut', () => {
  it.each<[string, Values, string]>([
    ['a certificate', certificate('810000199408230000'), 'certificateNumber'],
    ['of seventeen digits', certificate('81000019940823000'), 'certificateNumber'],
    ['an event', { eventId: '123456789012345000' }, 'eventId'],
    ['a text', { matterName: '123456789012345000' }, 'matterName'],
  ])('is refused: %s', async (_what, more, column) => {
    const { outcomes } = await open();
    expect(await outcomes(csvOf([{ ...acceptedLine(), ...more }]))).toEqual([
      `2 refused invalid_input ${column} maybe_cut`,
    ]);
  });

  it('is stored when its writer says that it is so', async () => {
    const { outcomes, known } = await open();
    const [first, second] = [acceptedLine(), acceptedLine()];
    const lines = [
      { ...first, ...certificate("'810000199408230000"), eventId: '="123456789012345000"' },
      { ...second, ...certificate('810000199408230021'), eventId: '123456789012345010' },
    ];
    expect(await outcomes(csvOf(lines))).toEqual(['2 stored', '3 stored']);
    expect((await known(first))?.timeline[0]?.eventId).toBe('123456789012345000');
  });

  it.each(['3月12日', '12-Mar', 'Mar-12', '2026/3/12'])('nor a code that became %s', async (id) => {
    const { outcomes } = await open();
    expect(await outcomes(csvOf([{ ...acceptedLine(), staffId: id, staffName: '王' }]))).toEqual([
      '2 refused invalid_input staffId changed_by_spreadsheet',
    ]);
  });
});

describe('two words in one cell', () => {
  it.each(['办结（不予许可）', '办结（退件）', '办结(作废)', '准予（不予）'])(
    '%s is no outcome',
    async (outcome) => {
      const { outcomes } = await open();
      expect(await outcomes(csvOf([{ ...acceptedLine(), type: 'finished', outcome }]))).toEqual([
        '2 refused invalid_input outcome not_allowed',
      ]);
    },
  );
});

describe('the fraction of a second', () => {
  it('tells two events apart, and is the same in every form', async () => {
    const { outcomes, known } = await open();
    const line = acceptedLine();
    const [first, second] = ['09:13:00.100', '09:13:00.900'].map((at) =>
      step(line, { at: `2026-11-20 ${at}` }),
    );
    expect(await outcomes(csvOf([line, first ?? {}, second ?? {}]))).toEqual([
      '2 stored',
      '3 stored',
      '4 stored',
    ]);
    const event = { ...step(line), at: '2026-11-20T09:13:00.900+08:00' };
    const { stepName: name, ...rest } = event as Values;
    expect(await outcomes(JSON.stringify({ ...rest, step: { name } }), ndjsonType)).toEqual([
      '1 repeat',
    ]);
    expect((await known(line))?.timeline.map(({ at }) => at.slice(17))).toEqual([
      '00.000Z',
      '00.100Z',
      '00.900Z',
    ]);
  });
});

describe('a code in full width', () => {
  it('is the same one from a file and from a call', async () => {
    const { world, key, outcomes, known } = await open();
    const matterCode = '许可－００７\u200B';
    const line = { ...acceptedLine(), matterCode };
    expect(await outcomes(csvOf([line]))).toEqual(['2 stored']);
    const [projectNo, at] = [nextProjectNo(), '2026-11-20T09:00:00+08:00'];
    const header = {
      matter: { code: matterCode, name: '许可' },
      department: { creditCode, name: '测试局' },
      area: '330602',
      caseKind: 'immediate',
      applicant: { kind: 'person', name: '测试' },
    };
    const events = [{ eventId: 'e', type: 'accepted', projectNo, at, header }];
    await world.call('POST /v1/cases', { by: key, body: { events } });
    for (const one of [line, { projectNo }])
      expect((await known(one))?.matter.code).toBe('许可-007');
  });
});

const file = (name: string) => csvOf([step(acceptedLine(), { stepHandler: name, stepName: 'x' })]);

describe('an encoding that cannot be told', () => {
  it('is refused: few Chinese characters, which are valid UTF-8 as well', async () => {
    const { refused } = await open();
    expect(await refused(gb18030(file('郑一')))).toMatch(/^400 file_encoding_unknown UTF-8/);
  });

  it.each<[string, Buffer]>([
    ['a cut character', Buffer.concat([Buffer.from('e5bc', 'hex')])],
    ['Windows-1252', Buffer.from('Hélène', 'latin1')],
    ['Big5', Buffer.from('bc66ac64', 'hex')],
  ])('is refused: %s', async (_what, name) => {
    const { refused } = await open();
    const [before = '', after = ''] = file('@').split('@');
    const bytes = Buffer.concat([Buffer.from(before), name, Buffer.from(after)]);
    expect(await refused(bytes)).toMatch(/^400 file_encoding_unknown ≠ UTF-8.*, 2:/);
  });

  it('is refused: a line in UTF-8 within a file in GB18030', async () => {
    const { refused } = await open();
    const lines = Array.from({ length: 9 }, () => file('审查').split('\r\n')[1] ?? '');
    const bytes = Buffer.concat([
      gb18030(`${file('审查')}${lines.join('\r\n')}\r\n`),
      Buffer.from(file('审查人员乙').split('\r\n')[1] ?? ''),
    ]);
    expect(await refused(bytes)).toMatch(/^400 file_encoding_unknown/);
  });
});
