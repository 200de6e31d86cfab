/** A quarter in which nobody acts: what waits is told upwards once per level, and nothing else. */
import '../../support/silent-logs.ts';
import { beforeAll, describe, expect, it } from 'vitest';

import {
  isOfApproval,
  isOfCallback,
  isOfContest,
  isOfDifference,
  isOfEntry,
  isOfKeptPress,
  isOfTicket,
} from '../../../shared/domain/notice/notice-kind.ts';
import type { Notice } from '../../../shared/domain/notice/notice.ts';
import { withOffset } from '../../../shared/domain/time/instant.ts';
import { confirm } from '../approval-calls.ts';
import { bodyOf, codeOf, people } from '../world.ts';
import { beginQuarter, end, start } from './quarter-world.ts';
import type { Kind, Quarter } from './quarter-world.ts';

let quarter: Quarter;

beforeAll(async () => {
  quarter = await beginQuarter();
  await quarter.pass(end);
}, 300_000);

const sentAbout = (isAbout: (notice: Notice) => boolean): readonly Notice[] =>
  quarter.stores.notices
    .all()
    .filter((notice) => notice.state === 'sent' && notice.at > start && isAbout(notice))
    .toSorted((a, b) => (a.sendAt < b.sendAt ? -1 : 1));

/** `09-22 08:30 red department supervisor` */
const linesOf = (notices: readonly Notice[]): readonly string[] => {
  const lines = new Map<string, string[]>();
  for (const { sendAt, type, box } of notices) {
    const line = `${withOffset(sendAt).slice(5, 16).replace('T', ' ')} ${type}`;
    lines.set(line, [...(lines.get(line) ?? []), box.kind]);
  }
  return [...lines].map(([line, boxes]) => `${line} ${boxes.join(' ')}`);
};

const toldOf = (kind: Kind): readonly string[] => {
  const id = quarter.ids.get(kind);
  return linesOf(sentAbout((notice) => 'ticketId' in notice && notice.ticketId === id));
};

/** What a notice is about. */
const subjectOf = (notice: Notice): string => {
  if (isOfTicket(notice)) return notice.ticketId;
  if (isOfApproval(notice)) return notice.approvalId;
  if (isOfContest(notice)) return notice.contestId;
  if (isOfEntry(notice)) return notice.entryId;
  if (isOfCallback(notice)) return notice.callbackId;
  if (isOfKeptPress(notice)) return `${notice.padId} ${notice.sequence}`;
  return isOfDifference(notice) ? notice.day : notice.id;
};

/** The term of the first round ran out on 21 September. */
const firstLadder = [
  '09-17 16:00 yellow department',
  '09-22 08:30 red department supervisor',
  '09-28 08:30 supervise department supervisor',
  '09-30 08:30 raise_city department supervisor city',
  '10-13 08:30 accountability department city accountability',
];

const claimLadder = [
  '09-07 08:30 review_overdue reviewer',
  '09-09 08:30 review_overdue supervisor',
  '09-11 08:30 review_overdue city',
  '09-16 08:30 claim_lapsed department reviewer supervisor',
];

/** The claim lapsed on 15 September, and the whole term was left. */
const lapsedLadder = [
  ...claimLadder,
  '09-24 17:00 remind department',
  '10-09 15:00 yellow department',
  '10-13 16:45 red department supervisor',
  '10-16 16:30 supervise department supervisor',
  '10-20 16:30 raise_city department supervisor city',
  '10-27 16:30 accountability department city accountability',
];

const redoLadder = [
  '09-04 09:00 remind department',
  '09-07 16:00 yellow department',
  '09-09 08:30 red department supervisor',
  '09-14 08:30 supervise department supervisor',
  '09-22 08:30 accountability department city accountability',
];

const expected: Readonly<Record<Kind, readonly string[]>> = {
  open: ['09-03 08:30 remind department', ...firstLadder],
  rectifying: ['09-11 09:00 remind department', ...firstLadder],
  dismissal_review: lapsedLadder,
  hardship_review: lapsedLadder,
  hardship: ['10-08 08:30 remind department supervisor', '10-13 08:30 review_overdue city'],
  extension: ['09-03 08:30 remind department', ...claimLadder, ...firstLadder],
  transfer: [
    '09-03 08:30 remind department',
    '09-03 08:30 review_overdue supervisor',
    '09-09 08:30 review_overdue city',
    ...firstLadder,
  ],
  closure_review: ['09-07 08:30 review_overdue supervisor', '09-11 08:30 review_overdue city'],
  third_return: redoLadder,
  // Its rater was not contacted again in the second round.
  round_two: ['09-03 08:30 remind department', ...redoLadder.slice(1)],
  closed: [],
  dismissed: [],
};

describe('a quarter in which nobody acts', () => {
  it.each(Object.entries(expected) as [Kind, readonly string[]][])(
    'tells of a ticket: %s',
    (kind, lines) => {
      expect(toldOf(kind)).toEqual(lines);
    },
  );

  it('tells of everything else', () => {
    const others = sentAbout((notice) => !isOfTicket(notice) && !isOfApproval(notice));
    expect(linesOf(others)).toEqual([
      '09-07 08:30 entry_overdue supervisor',
      '09-07 08:30 callback_overdue administrator',
      '09-07 08:30 refused_overdue administrator supervisor',
      '09-07 08:30 press_overdue administrator supervisor',
      '09-08 08:30 contest_reminder reviewer supervisor',
      '09-08 08:30 difference_overdue administrator',
      '09-09 08:30 contest_overdue reviewer supervisor',
      // The reviewers and supervisors of the city.
      '09-10 08:30 contest_overdue reviewer supervisor',
      '09-11 08:30 entry_overdue city',
      '09-11 08:30 callback_overdue city',
      '09-11 08:30 refused_overdue city',
      '09-11 08:30 press_overdue city',
      '09-14 08:30 difference_overdue city',
      // The one whose case might have arrived.
      '09-17 08:30 callback_overdue administrator',
      '09-22 08:30 callback_overdue city',
    ]);
  });

  it('ends with every claim lapsed and its ticket at work again', async () => {
    const claimed: readonly Kind[] = ['dismissal_review', 'hardship_review', 'extension'];
    const tickets = await Promise.all(claimed.map((kind) => quarter.ticket(kind)));
    expect(tickets.map(({ state }) => state)).toEqual(['open', 'rectifying', 'open']);
    const every = await Promise.all([...quarter.ids.keys()].map((kind) => quarter.ticket(kind)));
    expect(every.filter(({ claim }) => claim !== undefined)).toEqual([]);
  });

  it('ends with every proposal expired, of which the proposer was told', async () => {
    for (const id of quarter.approvals) {
      const told = sentAbout((notice) => isOfApproval(notice) && notice.approvalId === id);
      expect(linesOf(told)).toEqual([
        '09-10 09:30 approval_reminder administrator administrator',
        '09-15 09:30 approval_expired administrator administrator',
      ]);
      expect(codeOf(await confirm(quarter.world, id))).toBe('approval_expired');
      const path = { id };
      const shown = await quarter.world.call('GET /v1/approvals/{id}', { as: people.admin, path });
      expect(bodyOf(shown)).toMatchObject({ state: 'expired' });
    }
  });

  it('ends with nothing due, nothing waiting to be sent, and nothing told twice', () => {
    const notices = quarter.stores.notices.all();
    expect(notices.filter(({ state }) => state === 'waiting')).toEqual([]);
    const about = notices
      .filter((notice) => notice.state === 'sent' && notice.at > start)
      .map((notice) => `${subjectOf(notice)} ${notice.type} ${notice.box.kind} ${notice.box.of}`);
    expect(about.filter((one, index) => about.indexOf(one) !== index)).toEqual([]);
  });

  it('ends with everything that still waits told to the city', () => {
    const ended: ReadonlySet<Kind> = new Set(['closed', 'dismissed']);
    const tickets = [...quarter.ids].flatMap(([kind, id]) => (ended.has(kind) ? [] : [id]));
    const city = new Set(
      quarter.stores.notices
        .all()
        .filter(({ state, box }) => state === 'sent' && box.of === '330600')
        .map(subjectOf),
    );
    const { entry, contest, callbacks, pad, day } = quarter;
    const others = [entry, contest, ...callbacks, `${pad} 1`, `${pad} 2`, day];
    expect([...tickets, ...others].filter((one) => !city.has(one))).toEqual([]);
  });
});
