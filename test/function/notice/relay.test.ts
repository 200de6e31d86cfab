import type { DynamoDBRecord } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';

import { relayChanges } from '../../../functions/notice/relay.ts';
import type { Notice } from '../../../shared/domain/notice/notice.ts';
import { projectNoOf, ticketIdOf } from '../../../shared/domain/ticket/ticket.ts';
import { storedCase } from '../../../shared/store/case/schema.ts';
import { storedNotice } from '../../../shared/store/notice/schema.ts';
import { storedPad } from '../../../shared/store/pad/schema.ts';
import { storedRating } from '../../../shared/store/rating/schema.ts';
import type { StoredKind } from '../../../shared/store/stored-kind.ts';
import { toItem } from '../../../shared/store/table.ts';
import { storedTicket } from '../../../shared/store/ticket/schema.ts';
import { storedStep } from '../../../shared/store/ticket/step-schema.ts';
import { sampleCase, samplePad, sampleRating, ticketOf } from '../../contract/suite/sample.ts';
import { at, fakeClock } from '../../fake/clock.ts';
import type { FakeClock } from '../../fake/clock.ts';
import { fakeDuePublisher } from '../../fake/due-index.ts';
import { fakeReportPublisher } from '../../fake/report-publisher.ts';

const friday = '2026-11-20T09:41:07+08:00';
const fridayNight = '2026-11-20T21:00:00+08:00';

let clock: FakeClock;
let notices: ReturnType<typeof fakeDuePublisher>;
let reports: ReturnType<typeof fakeReportPublisher>;

beforeEach(() => {
  clock = fakeClock(at(friday));
  notices = fakeDuePublisher();
  reports = fakeReportPublisher();
});

const until = (moment: string): void =>
  clock.advance(Date.parse(at(moment)) - Date.parse(clock.now()));

const relay = (records: readonly DynamoDBRecord[], more: object = {}) =>
  relayChanges({ now: clock.now, notices, reports, messageCalls: undefined, ...more })({
    Records: [...records],
  });

let serial = 100;

const changed = <T extends object>(
  kind: StoredKind<T>,
  item: NoInfer<T>,
  eventName: DynamoDBRecord['eventName'] = 'INSERT',
): DynamoDBRecord => {
  serial += 1;
  const place = { key: { pk: 'P', sk: 'S' }, kind };
  return {
    eventID: `e${serial}`,
    eventName,
    dynamodb: { SequenceNumber: `${serial}`, NewImage: toItem(place, item) as never },
  };
};

const noticeAt = (moment: string): Notice =>
  ticketOf(sampleRating({ receivedAt: at(moment) })).notices[0]!;

const written = (notice: Notice) => changed(storedNotice, notice);

const failedFrom = (record: DynamoDBRecord | undefined) => ({
  batchItemFailures: [{ itemIdentifier: record?.dynamodb?.SequenceNumber }],
});

const nothingFailed = { batchItemFailures: [] };

describe('announcing notices', () => {
  it('calls those whose moment is near, at that moment, and leaves the others to the sweep', async () => {
    until('2026-11-23T08:16:00+08:00');
    const moments = ['2026-11-23T08:10:00+08:00', fridayNight, '2026-11-23T17:31:00+08:00'];
    const all = moments.map(noticeAt);
    expect(await relay(all.map(written))).toEqual(nothingFailed);
    const opens = at('2026-11-23T08:30:00+08:00');
    expect(notices.taken).toEqual(all.slice(0, 2).map(({ id }) => ({ id, at: opens })));
  });

  it('asks the stream to come again from the first that the queue did not take', async () => {
    const all = [friday, friday, friday, friday].map(noticeAt);
    for (const index of [1, 3]) notices.refused.add(all[index]!.id);
    const records = all.map(written);
    expect(await relay(records)).toEqual(failedFrom(records[1]));
  });

  it('fails as a whole when the queue cannot be reached', async () => {
    const down = { send: () => Promise.reject(new Error('down')) };
    await expect(relay([written(noticeAt(friday))], { notices: down })).rejects.toThrow('down');
  });

  it('says nothing of a notice that only changed', async () => {
    const record = changed(storedNotice, noticeAt(friday), 'MODIFY');
    expect(await relay([record])).toEqual(nothingFailed);
    expect(notices.taken).toEqual([]);
  });
});

describe('calling cases to be reported', () => {
  const rating = sampleRating();
  const { projectNo } = rating;
  const { ticket, first: step } = ticketOf(rating);

  it.each([
    ['a new case', changed(storedCase, sampleCase({ projectNo }))],
    ['a case that went on', changed(storedCase, sampleCase({ projectNo }), 'MODIFY')],
    ['a rating', changed(storedRating, rating)],
    ['a step of a ticket', changed(storedStep, step)],
  ])('tells of %s by the number of the case, marked by the change', async (_name, record) => {
    expect(await relay([record])).toEqual(nothingFailed);
    expect(reports.taken).toEqual([{ projectNo, mark: record.eventID }]);
  });

  it.each([
    ['ticket', changed(storedTicket, ticket)],
    ['notice', written({ ...noticeAt(friday), state: 'sent' })],
    ['pad', changed(storedPad, samplePad())],
  ])('says nothing of a %s', async (_name, record) => {
    await relay([record]);
    expect(reports.taken).toEqual([]);
  });

  it('calls a case once for all its changes of a batch, marked by the last', async () => {
    const other = sampleCase();
    const records = [
      changed(storedRating, rating),
      changed(storedCase, other, 'MODIFY'),
      changed(storedStep, step),
    ];
    await relay(records);
    expect(reports.taken).toEqual([
      { projectNo, mark: records[2]?.eventID },
      { projectNo: other.projectNo, mark: records[1]?.eventID },
    ]);
  });

  it('comes again from the first change of a case that was not taken; notices do not wait', async () => {
    reports.refused.add(projectNo);
    const records = [
      changed(storedCase, sampleCase()),
      changed(storedRating, rating),
      written(noticeAt(friday)),
    ];
    expect(await relay(records)).toEqual(failedFrom(records[1]));
    expect(notices.taken).toHaveLength(1);
  });

  it('announces first, so that a report queue that is down holds no notice back', async () => {
    const down = { call: () => Promise.reject(new Error('down')) };
    const records = [changed(storedRating, rating), written(noticeAt(friday))];
    await expect(relay(records, { reports: down })).rejects.toThrow('down');
    expect(notices.taken).toHaveLength(1);
  });

  it('calls nobody while there is no center', async () => {
    const records = [changed(storedRating, rating), written(noticeAt(friday))];
    expect(await relay(records, { reports: undefined })).toEqual(nothingFailed);
    expect(reports.taken).toEqual([]);
    expect(notices.taken).toHaveLength(1);
  });
});

it('the number of a case comes back out of the id of its ticket', () => {
  const rating = sampleRating({ serviceNumber: 12 });
  expect(projectNoOf(ticketIdOf(rating))).toBe(rating.projectNo);
});
