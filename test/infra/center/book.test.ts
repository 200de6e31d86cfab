import { createHash } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { makeCreditCode } from '../../../shared/domain/number/identifier.ts';
import { startCenter } from './center-instance.ts';
import type { CenterInstance } from './center-instance.ts';
import { caseRecords, deptCode, paths } from './center-records.ts';

let center: CenterInstance;
beforeEach(async () => {
  center = await startCenter();
});
afterEach(() => center.remove());

const otherDept = makeCreditCode('11330603MB1TE5T01')!;
const day = '2026-11-16';

const rated = async (more: object = {}, service: object = {}) => {
  const records = caseRecords();
  await center.tell(paths.service, records.service({ ...service }));
  expect(await center.outcome(paths.rating, records.rating({ ...more }))).toBe('0000');
  return records;
};

describe('the daily counts', () => {
  it('are by department, level, channel and number, of the day a rating was given', async () => {
    await rated();
    const records = await rated();
    await center.tell(paths.rating, records.second());
    await center.tell(paths.step, records.step(1));
    await rated({ pf: '1', satisfaction: '5', evalDetail: '', deptCode: otherDept });
    await rated({ assessTime: '2026-11-17 00:00:00' });
    const { data } = await center.tell(paths.counts, { day });
    expect(data?.['rows']).toEqual([
      { deptCode, satisfaction: '2', pf: '3', assessNumber: 1, count: 2 },
      { deptCode, satisfaction: '4', pf: '3', assessNumber: 2, count: 1 },
      { deptCode: otherDept, satisfaction: '5', pf: '1', assessNumber: 1, count: 1 },
    ]);
    expect(data?.['steps']).toEqual([{ deptCode, count: 1 }]);
    expect((await center.tell(paths.counts, { day: '2026-11-15' })).data).toEqual({
      rows: [],
      steps: [],
    });
  });

  it('are followed by the records of a department, as they were sent', async () => {
    const rating = await rated();
    const { projectNo } = rating;
    await center.tell(paths.step, rating.step(2));
    await rated({ deptCode: otherDept });
    const { data } = await center.tell(paths.records, { day, deptCode });
    expect(data).toEqual({
      records: [
        {
          projectNo,
          serviceNumber: 1,
          assessNumber: 1,
          satisfaction: '2',
          assessTime: '2026-11-16 09:30:00',
        },
      ],
      steps: [{ caseCode: `${projectNo}-1`, stepNumber: 2 }],
    });
  });

  it('leave out what was withdrawn, and count a correction once', async () => {
    const records = await rated();
    await center.tell(paths.rating, records.rating({ revision: 2, proManager: '丙' }));
    await center.tell(paths.step, records.step(1));
    const step = { caseCode: `${records.projectNo}-1`, stepNumber: 1, serviceNumber: 1 };
    await center.tell(paths.withdraw, records.withdraw('step', step));
    const { data } = await center.tell(paths.counts, { day });
    expect(data).toMatchObject({ rows: [{ count: 1 }], steps: [] });
  });

  it('are asked by day', async () => {
    expect(await center.outcome(paths.counts, { day: 'today' })).toContain('1004');
    expect(await center.outcome(paths.records, { day })).toContain('1004');
  });
});

const document = '{"period":"2026-10"}';
const digest = createHash('sha256').update(document).digest('hex');
const edition = (more: object = {}) => ({
  period: '2026-10',
  edition: 1,
  digest,
  document,
  ...more,
});
const submit = (body: object) => center.tell(paths.period, body);

describe('a period', () => {
  it('is accepted once, and answered the same ever after', async () => {
    expect((await submit(edition())).data).toEqual({ state: 'accepted' });
    expect((await submit(edition())).data).toEqual({ state: 'accepted' });
    const other = '{}';
    const changed = { document: other, digest: createHash('sha256').update(other).digest('hex') };
    expect(await submit(edition(changed))).toMatchObject({ code: '1005' });
    expect(await submit(edition({ edition: 2 }))).toMatchObject({ code: '1005' });
  });

  it('may be sent back for a change, and then comes in a next edition', async () => {
    center.faults.center = { requestChange: { reason: '数据口径不符', times: 1 } };
    const wanted = { state: 'change_requested', reason: '数据口径不符' };
    expect((await submit(edition())).data).toEqual(wanted);
    expect((await submit(edition())).data).toEqual(wanted);
    expect((await submit(edition({ edition: 2 }))).data).toEqual({ state: 'accepted' });
    expect(await submit(edition({ edition: 3 }))).toMatchObject({ code: '1005' });
    const { periods } = await center.view<{ periods: object[] }>();
    expect(periods).toMatchObject([
      { period: '2026-10', edition: 1, state: 'change_requested' },
      { period: '2026-10', edition: 2, state: 'accepted' },
    ]);
  });

  it('goes on with the edition after one that was refused, of which nothing is kept', async () => {
    center.faults.center = { refuse: { code: '1007', times: 1 } };
    expect(await submit(edition())).toMatchObject({ code: '1007' });
    expect((await submit(edition({ edition: 2 }))).data).toEqual({ state: 'accepted' });
    expect(await submit(edition())).toMatchObject({ code: '1005' });
  });

  it.each([
    ['period', { period: '2026-13' }],
    ['edition', { edition: 0 }],
    ['document', { document: { period: '2026-10' } }],
    ['digest', { digest: 'x'.repeat(64) }],
  ])('is refused with a wrong %s', async (name, more) => {
    const said = await submit(edition(more));
    expect(said).toMatchObject({ code: '1004' });
    expect(said.message).toContain(name);
  });
});

describe('a center that is started again', () => {
  it('still holds everything: records, problems, periods and its keys', async () => {
    const records = await rated();
    await center.tell(paths.finish, caseRecords().finish());
    await submit(edition());
    await center.local('/callback-key', { accessKey: 'AK1', secret: 's' });
    const before = await center.view<object>();
    const problems = await center.view<object>('?problems');
    await center.stop();
    center = await startCenter(center.directory);
    expect(await center.view<object>()).toEqual(before);
    expect(await center.view<object>('?problems')).toEqual(problems);
    expect(before).toMatchObject({ callbackKey: 'AK1', counts: { service: 1, rating: 1 } });
    expect(await center.outcome(paths.rating, records.rating())).toContain('0001');
    expect(await center.outcome(paths.rating, records.second())).toBe('0000');
  });
});

describe('the routes beside the gateway', () => {
  it('list what is held, without contents', async () => {
    const { projectNo } = await rated();
    const { records } = await center.view<{ records: object[] }>('?records');
    expect(records).toEqual([
      expect.objectContaining({ kind: 'service', key: `${projectNo}/1`, revision: 1 }),
      expect.objectContaining({ kind: 'rating', key: `${projectNo}/1/1`, revision: 1 }),
    ]);
    expect(JSON.stringify(records)).not.toContain('测试甲');
  });

  it('call nobody back without a key, and nothing that they do not know', async () => {
    const callback = { operation: 'evaluation.sync', body: {} };
    expect((await center.local('/callback', callback)).status).toBe(409);
    expect((await center.local('/callback', { operation: 'other', body: {} })).status).toBe(400);
    expect((await center.local('/callback-key', { accessKey: '' })).status).toBe(400);
    expect((await center.local('/other', {})).status).toBe(404);
  });

  it('are closed to pages of somewhere else', async () => {
    const answer = await fetch(`${center.url}/_local/center`, {
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(answer.status).toBe(403);
  });
});
