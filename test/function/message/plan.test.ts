import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';

import { relayChanges } from '../../../functions/notice/relay.ts';
import { storedCase } from '../../../shared/store/case/schema.ts';
import { storedContest } from '../../../shared/store/rating/contest-schema.ts';
import { storedRating } from '../../../shared/store/rating/schema.ts';
import type { StoredKind } from '../../../shared/store/stored-kind.ts';
import { toItem } from '../../../shared/store/table.ts';
import { storedStep } from '../../../shared/store/ticket/step-schema.ts';
import { sampleCase, sampleRating, ticketOf } from '../../contract/suite/sample.ts';
import { at, fakeClock } from '../../fake/clock.ts';
import { fakeDuePublisher } from '../../fake/due-index.ts';

const friday = at('2026-11-20T09:41:07+08:00');

const imageOf = <T extends object>(kind: StoredKind<T>, item: NoInfer<T>) =>
  toItem({ key: { pk: 'P', sk: 'S' }, kind }, item) as never;

const changed = <T extends object>(
  kind: StoredKind<T>,
  after: NoInfer<T>,
  before?: NoInfer<T>,
): DynamoDBRecord => ({
  eventName: before === undefined ? 'INSERT' : 'MODIFY',
  dynamodb: {
    SequenceNumber: '1',
    NewImage: imageOf(kind, after),
    ...(before !== undefined && { OldImage: imageOf(kind, before) }),
  },
});

const known = sampleCase();
const entry = { eventId: 'e9', type: 'finished', at: friday, accessKey: 'k' } as const;
const finished = { ...known, timeline: [...known.timeline, entry], version: 2 };
const { first } = ticketOf(sampleRating());

const sampleContest = {
  number: 1,
  area: '330602',
  creditCode: known.department.creditCode,
  channel: 'sms',
  sender: 's2',
  fingerprint: 'f2',
  sealed: '1.x',
  at: friday,
  term: { amount: 5, unit: 'working_day' },
  state: 'open',
  callBacks: [],
  looks: [],
  version: 1,
} as const;

const relay = async (records: readonly DynamoDBRecord[], calls = fakeDuePublisher()) => {
  const { now } = fakeClock(friday);
  const deps = { now, notices: fakeDuePublisher(), reports: undefined, messageCalls: calls };
  const answer = await relayChanges(deps)({ Records: [...records] });
  return { answer, ids: calls.taken.map(({ id }) => id) };
};

describe('the relay calls for messages', () => {
  it('when a case is finished and when a ticket is opened, once for each', async () => {
    const { answer, ids } = await relay([
      changed(storedCase, known),
      changed(storedCase, finished, known),
      changed(storedCase, { ...finished, version: 3 }, finished),
      changed(storedStep, first),
    ]);
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(ids).toEqual([`invitation.${known.projectNo}-1`, `receipt.${first.ticketId}.1`]);
  });

  it('when staff entered a rating, which nobody else is told of', async () => {
    const rating = sampleRating();
    const entered = { ...rating, proof: 'staff_entered' } as const;
    const { ids } = await relay([
      changed(storedRating, entered),
      changed(storedRating, entered, entered),
      changed(storedRating, rating),
      changed(storedStep, first, first),
    ]);
    expect(ids).toEqual([`entered.${rating.projectNo}-${rating.serviceNumber}`]);
  });

  it('when a contest is received, and when it is ruled on, once each', async () => {
    const { projectNo, serviceNumber } = sampleRating();
    const contest = { ...sampleContest, projectNo, serviceNumber };
    const ruled = { ...contest, version: 2 };
    const upheld = { ...ruled, state: 'upheld' } as const;
    const { ids } = await relay([
      changed(storedContest, contest),
      changed(storedContest, ruled, contest),
      changed(storedContest, upheld, ruled),
      changed(storedContest, { ...upheld, version: 3 }, upheld),
      changed(storedContest, { ...ruled, state: 'rejected' }, contest),
      changed(storedContest, { ...ruled, state: 'neither' }, contest),
    ]);
    const id = `${projectNo}-${serviceNumber}`;
    expect(ids).toEqual([
      `contest_received.${id}.1`,
      `contest_upheld.${id}g2.1`,
      `contest_rejected.${id}.1`,
      `contest_neither.${id}.1`,
    ]);
  });

  it('and asks the stream to come again when the queue refuses one', async () => {
    const calls = fakeDuePublisher();
    calls.refused.add(`receipt.${first.ticketId}.1`);
    const { answer } = await relay([changed(storedStep, first)], calls);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
  });
});
