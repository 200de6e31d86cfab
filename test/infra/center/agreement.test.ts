import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { applicantKinds } from '../../../shared/domain/case/applicant.ts';
import {
  finishRecord,
  ratingRecord,
  serviceRecord,
} from '../../../shared/domain/exchange/record/case-record.ts';
import { countsIn, recordsIn } from '../../../shared/domain/exchange/record/reconcile-answer.ts';
import { stepRecord } from '../../../shared/domain/exchange/record/step-record.ts';
import { withdrawRecord } from '../../../shared/domain/exchange/record/withdraw-record.ts';
import { zhejiang } from '../../../shared/domain/exchange/record/zhejiang.table.ts';
import { channels } from '../../../shared/domain/rating/channel.ts';
import { indicatorsFor, shippedIndicators } from '../../../shared/domain/rating/indicator.ts';
import { levels } from '../../../shared/domain/rating/level.ts';
import type { CivilDate } from '../../../shared/domain/time/instant.ts';
import { sampleCase, sampleRating, ticketOf } from '../../contract/suite/sample.ts';
import { at } from '../../fake/clock.ts';
import { startCenter } from './center-instance.ts';
import type { CenterInstance } from './center-instance.ts';
import { paths } from './center-records.ts';

let center: CenterInstance;
beforeAll(async () => {
  center = await startCenter();
});
afterAll(() => center.remove());

type Known = ReturnType<typeof sampleCase>;

const met = at('2026-11-16T09:00:00+08:00');
const given = at('2026-11-16T09:30:00+08:00');

const knownCase = (more: Partial<Known> = {}): Known => {
  const known = sampleCase();
  return {
    ...known,
    department: { ...known.department, orgCode: '001008006007014' },
    timeline: [
      { eventId: 'e1', type: 'accepted', at: met, accessKey: 'AK1' },
      { eventId: 'e2', type: 'finished', at: at('2026-11-16T09:45:00+08:00'), accessKey: 'AK1' },
    ],
    contacts: [
      { serviceNumber: 1, service: 'accept', at: met, staff: { id: 'w1', name: '示例乙' } },
    ],
    ...more,
  };
};

const sourceOf = (known: Known, revision = 1) => ({
  known,
  applicant: { name: '测试甲', certificate: { number: '330602199001011234' } },
  areaName: '越城区',
  revision,
});

const service = (known: Known, revision = 1) =>
  serviceRecord(sourceOf(known, revision), known.contacts[0]!, zhejiang);

const ratingOf = (known: Known, more: Parameters<typeof sampleRating>[0] = {}) =>
  sampleRating({ projectNo: known.projectNo, receivedAt: given, ...more });

const reported = (known: Known, rating: ReturnType<typeof sampleRating>) =>
  ratingRecord({ ...sourceOf(known), rating }, zhejiang);

const rated = async (more: Parameters<typeof sampleRating>[0] = {}): Promise<string> => {
  const known = knownCase();
  await center.tell(paths.service, service(known));
  return center.outcome(paths.rating, reported(known, ratingOf(known, more)));
};

/** Two independent implementations of one interface: each must accept the messages of the other. */
describe('what the city writes is what the center reads', () => {
  it.each(applicantKinds)('of an applicant that is a %s', async (kind) => {
    const known = knownCase();
    const applicant = { ...known.applicant, kind };
    expect(await center.outcome(paths.service, service({ ...known, applicant }))).toBe('0000');
  });

  it.each(['immediate', 'promised'] as const)('of a case that is %s', async (caseKind) => {
    expect(await center.outcome(paths.service, service(knownCase({ caseKind })))).toBe('0000');
  });

  it.each(channels)('of a rating over %s', async (channel) => {
    expect(await rated({ channel })).toBe('0000');
  });

  it.each(levels)('of a rating that is %s, with every reason there is', async (level) => {
    for (const { code } of indicatorsFor(shippedIndicators, level)) {
      expect(await rated({ level, tags: [code] })).toBe('0000');
    }
  });

  it('of a whole case: service, rating, step, follow-up, end', async () => {
    const known = knownCase();
    const rating = ratingOf(known);
    const { first } = ticketOf(rating);
    const step = stepRecord(
      { known, serviceNumber: 1, before: [], step: first, later: [], revision: 1 },
      zhejiang,
    );
    const second = { ...rating, assessNumber: 2, level: 'satisfied', tags: [] } as const;
    const end = finishRecord(sourceOf(known), zhejiang);
    expect(await center.outcome(paths.service, service(known))).toBe('0000');
    expect(await center.outcome(paths.rating, reported(known, rating))).toBe('0000');
    expect(await center.outcome(paths.step, step)).toBe('0000');
    expect(await center.outcome(paths.rating, reported(known, second))).toBe('0000');
    expect(await center.outcome(paths.finish, end!)).toBe('0000');
  });

  it('of a correction and a withdrawal', async () => {
    const known = knownCase();
    const { projectNo } = known;
    await center.tell(paths.service, service(known));
    expect(await center.outcome(paths.service, service(known, 2))).toBe('0000');
    const ref = { kind: 'service', serviceNumber: 1 } as const;
    const asked = { projectNo, ref, reason: '误报', revision: 3 };
    expect(await center.outcome(paths.withdraw, withdrawRecord(asked, zhejiang))).toBe('0000');
  });

  it('and the other way round: of the counts and records of a day', async () => {
    const day = '2026-11-18' as CivilDate;
    const known = knownCase();
    const rating = ratingOf(known, { receivedAt: at(`${day}T09:30:00+08:00`) });
    const { first } = ticketOf(rating);
    await center.tell(paths.service, service(known));
    await center.tell(paths.rating, reported(known, rating));
    await center.tell(
      paths.step,
      stepRecord(
        { known, serviceNumber: 1, before: [], step: first, later: [], revision: 1 },
        zhejiang,
      ),
    );
    const { creditCode } = known.department;
    const counts = countsIn((await center.tell(paths.counts, { day })).data);
    expect(counts).toEqual({
      ratings: [{ creditCode, satisfaction: '2', channel: '3', assessNumber: 1, count: 1 }],
      steps: [{ creditCode, count: 1 }],
    });
    const answer = await center.tell(paths.records, { day, deptCode: creditCode });
    expect(recordsIn(answer.data, creditCode)).toEqual({
      creditCode,
      ratings: [
        {
          projectNo: known.projectNo,
          serviceNumber: 1,
          assessNumber: 1,
          satisfaction: '2',
          assessTime: '2026-11-18 09:30:00',
        },
      ],
      steps: [{ ticketId: first.ticketId, stepNumber: 1 }],
    });
  });
});
