import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startCenter } from './center-instance.ts';
import type { CenterInstance } from './center-instance.ts';
import { caseRecords, paths } from './center-records.ts';
import type { CaseRecords } from './center-records.ts';

let center: CenterInstance;
beforeAll(async () => {
  center = await startCenter();
});
afterAll(() => center.remove());

interface Shown {
  readonly kind: string;
  readonly key: string;
  readonly revision: number;
  readonly withdrawn: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

const held = async ({ projectNo }: CaseRecords): Promise<readonly Shown[]> =>
  (await center.view<{ records: readonly Shown[] }>(`?projectNo=${projectNo}`)).records;

const heldKinds = async (records: CaseRecords): Promise<string> =>
  (await held(records)).map(({ kind, revision }) => `${kind}/${revision}`).join(' ');

const troubles = async ({ projectNo }: CaseRecords) => {
  const { problems } = await center.view<{
    problems: readonly { projectNo: string; code: string; message: string; operation: string }[];
  }>('?problems');
  return problems.filter((one) => one.projectNo === projectNo);
};

const tell = (kind: keyof typeof paths, body: object) => center.outcome(paths[kind], body);

describe('the order of a case', () => {
  it('is service, rating, steps, follow-up, end; each is kept with its receipt', async () => {
    const records = caseRecords();
    const said = await center.tell(paths.service, records.service());
    expect(said).toMatchObject({ success: true, code: '0000', message: '成功' });
    expect(said.data?.['receiptNo']).toMatch(/^ZJ\d{12}$/);
    for (const [kind, body] of [
      ['rating', records.rating()],
      ['step', records.step(1)],
      ['step', records.step(4)],
      ['rating', records.second()],
      ['finish', records.finish()],
    ] as const) {
      expect(await tell(kind, body)).toBe('0000');
    }
    expect(await heldKinds(records)).toBe('service/1 rating/1 step/1 step/1 rating/1 finish/1');
    expect(await troubles(records)).toEqual([]);
  });

  it.each([
    ['a rating', (records: CaseRecords) => ['rating', records.rating()] as const],
    ['an end', (records: CaseRecords) => ['finish', records.finish()] as const],
    ['a step', (records: CaseRecords) => ['step', records.step(1)] as const],
  ])('has no room for %s of a case that nobody reported', async (_name, made) => {
    const records = caseRecords();
    const [kind, body] = made(records);
    expect(await tell(kind, body)).toContain('1001');
    expect(await held(records)).toEqual([]);
    expect(await troubles(records)).toMatchObject([{ operation: kind, code: '1001' }]);
  });

  it('has none for a rating of another contact, a step before its rating, or a second before the first', async () => {
    const records = caseRecords();
    await tell('service', records.service());
    expect(await tell('rating', records.rating({ serviceNumber: 2 }))).toContain('1001');
    expect(await tell('step', records.step(1))).toContain('1001');
    expect(await tell('rating', records.second())).toContain('1001');
    await tell('rating', records.rating());
    expect(await tell('step', records.step(1, { assessNumber: '2' }))).toContain('1001');
    expect(await tell('step', records.step(1))).toBe('0000');
  });

  it('never goes back among the steps of a work order', async () => {
    const records = caseRecords();
    await tell('service', records.service());
    await tell('rating', records.rating());
    await tell('step', records.step(3));
    expect(await tell('step', records.step(2))).toContain('1005');
    expect(await tell('step', records.step(3))).toContain('0001');
    expect(await tell('step', records.step(5))).toBe('0000');
  });

  it('ends a case that is finished only', async () => {
    const records = caseRecords();
    await tell('service', records.service());
    expect(await tell('finish', records.finish({ proStatus: '2' }))).toContain('1004');
  });
});

const rated = async (more: object): Promise<string> => {
  const records = caseRecords();
  await tell('service', records.service());
  return tell('rating', records.rating({ ...more }));
};

describe('what a rating must be', () => {
  it('has a reason when it is bad', async () => {
    const silent = { evalDetail: undefined, writingEvaluation: undefined };
    expect(await rated({ ...silent })).toBe('1002 差评必须勾选详情或填写文字评价');
    expect(await rated({ ...silent, satisfaction: '1', writingEvaluation: '  ' })).toContain(
      '1002',
    );
    expect(await rated({ ...silent, satisfaction: '3' })).toBe('0000');
    expect(await rated({ ...silent, writingEvaluation: '慢' })).toBe('0000');
    expect(await rated({ ...silent, evalDetail: '209' })).toBe('0000');
  });

  it('is later than the service', async () => {
    expect(await rated({ assessTime: '2026-11-16 08:59:59' })).toBe(
      '1003 评价时间必须晚于服务时间',
    );
    expect(await rated({ assessTime: '2026-11-16 09:00:00' })).toBe('0000');
  });
});

describe('the same record again', () => {
  it('is answered as a repeat with the first receipt, and kept once', async () => {
    const records = caseRecords();
    const first = await center.tell(paths.service, records.service());
    const again = await center.tell(paths.service, records.service());
    expect(again).toMatchObject({ success: false, code: '0001', message: '请勿重复评价' });
    expect(again.data).toEqual(first.data);
    expect(await held(records)).toHaveLength(1);
  });

  it('of many at once is taken once', async () => {
    const records = caseRecords();
    await tell('service', records.service());
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => tell('rating', records.rating())),
    );
    expect(outcomes.filter((outcome) => outcome === '0000')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.startsWith('0001'))).toHaveLength(7);
  });

  it('with other words under the same number changes nothing, and is noted', async () => {
    const records = caseRecords();
    await tell('service', records.service());
    await tell('rating', records.rating());
    expect(
      await tell('rating', records.rating({ satisfaction: '1', evalDetail: '115' })),
    ).toContain('0001');
    expect((await held(records)).at(-1)?.body).toMatchObject({ satisfaction: '2' });
    expect((await troubles(records)).at(-1)?.message).toContain('内容不同');
  });
});

describe('a correction', () => {
  it('has the next number, and takes the place of what it corrects', async () => {
    const records = caseRecords();
    expect(await tell('service', records.service({ revision: 2 }))).toContain('1005');
    await tell('service', records.service());
    expect(await tell('service', records.service({ revision: 3 }))).toContain('1005');
    expect(await tell('service', records.service({ revision: 2, proManager: '丙' }))).toBe('0000');
    expect(await tell('service', records.service({ proManager: '旧' }))).toContain('0001');
    expect(await heldKinds(records)).toBe('service/1 service/2');
    expect((await center.view<{ counts: { service: number } }>()).counts.service).toBeGreaterThan(
      0,
    );
  });

  it.each([
    ['satisfaction', { satisfaction: '1', evalDetail: '115' }],
    ['writingEvaluation', { writingEvaluation: '很好' }],
    ['assessTime', { assessTime: '2026-11-16 09:31:00' }],
    ['pf', { pf: '1' }],
  ])('never touches %s of a rating', async (name, more) => {
    const records = caseRecords();
    await tell('service', records.service());
    await tell('rating', records.rating());
    const outcome = await tell('rating', records.rating({ ...more, revision: 2 }));
    expect(outcome).toContain(`1004`);
    expect(outcome).toContain(`${name}: 评价内容不可更改`);
    expect(await tell('rating', records.rating({ proManager: '丙', revision: 2 }))).toBe('0000');
  });
});

describe('a withdrawal', () => {
  it('takes back a service without ratings, once, and the record may come again', async () => {
    const records = caseRecords();
    const withdrawal = records.withdraw('service', { serviceNumber: 1 });
    expect(await tell('withdraw', withdrawal)).toContain('1001');
    await tell('service', records.service());
    expect(await tell('withdraw', { ...withdrawal, revision: 3 })).toContain('1005');
    expect(await tell('withdraw', withdrawal)).toBe('0000');
    expect(await tell('withdraw', withdrawal)).toContain('0001');
    expect(await tell('rating', records.rating())).toContain('1001');
    expect(await tell('service', records.service({ revision: 3 }))).toBe('0000');
    expect(await tell('rating', records.rating())).toBe('0000');
    expect((await held(records)).map((one) => one.withdrawn)).toEqual([false, true, false, false]);
  });

  it('is refused where there is a rating, and for ratings altogether', async () => {
    const records = caseRecords();
    await tell('service', records.service());
    await tell('rating', records.rating());
    const ofService = records.withdraw('service', { serviceNumber: 1 });
    expect(await tell('withdraw', ofService)).toBe('1006 存在评价，不能撤回');
    expect(await tell('withdraw', records.withdraw('rating'))).toContain('1004');
  });

  it('takes back an end and a step', async () => {
    const records = caseRecords();
    await tell('service', records.service());
    await tell('rating', records.rating());
    await tell('step', records.step(1));
    await tell('finish', records.finish());
    const ofStep = { caseCode: `${records.projectNo}-1`, stepNumber: 1, serviceNumber: 1 };
    expect(await tell('withdraw', records.withdraw('step', ofStep))).toBe('0000');
    expect(await tell('withdraw', records.withdraw('finish'))).toBe('0000');
    expect(await tell('finish', records.finish({ revision: 3 }))).toBe('0000');
  });
});
