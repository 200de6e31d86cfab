import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ladderNotices } from '../../../shared/domain/escalation/ladder-notice.table.ts';
import { noticeTypes, ticketNoticeTypes } from '../../../shared/domain/notice/notice-type.ts';
import type { TicketNoticeType } from '../../../shared/domain/notice/notice-type.ts';
import {
  boxKinds,
  boxOf,
  noticesOf,
  sendingMoment,
  ticketBoxKinds,
} from '../../../shared/domain/notice/notice.ts';
import type { RequestedNotice } from '../../../shared/domain/notice/notice.ts';
import { openingNotices } from '../../../shared/domain/notice/opening-notice.ts';
import { isSilent } from '../../../shared/domain/notice/silence.ts';
import { noticeWords } from '../../../shared/domain/notice/words.table.ts';
import { ticketStates } from '../../../shared/domain/ticket/terms.ts';
import { civilDateOf, fromEpoch, minuteOfDay } from '../../../shared/domain/time/instant.ts';
import { dayKind } from '../../../shared/domain/time/working-days.ts';
import { shippedRules } from '../../../shared/rules.ts';
import { at } from '../../fake/clock.ts';

const rules = shippedRules;
const ticket = { id: 't-1', creditCode: '11330602MB1TE5T01X', area: '330602001', version: 4 };

describe('when a notice is sent', () => {
  it.each([
    ['inside working hours, at once', '2026-11-16T08:30:00+08:00', '2026-11-16T08:30:00+08:00'],
    ['in the middle of the day', '2026-11-16T12:00:00.001+08:00', '2026-11-16T12:00:00.001+08:00'],
    ['at 07:59, at the opening', '2026-11-16T07:59:00+08:00', '2026-11-16T08:30:00+08:00'],
    ['at 08:01, at the opening', '2026-11-16T08:01:00+08:00', '2026-11-16T08:30:00+08:00'],
    ['in the last second', '2026-11-16T17:29:59.999+08:00', '2026-11-16T17:29:59.999+08:00'],
    ['at the close, the next day', '2026-11-16T17:30:00+08:00', '2026-11-17T08:30:00+08:00'],
    ['on Friday night, on Monday', '2026-11-20T21:00:00+08:00', '2026-11-23T08:30:00+08:00'],
    ['on a make-up Sunday', '2026-09-20T09:00:00+08:00', '2026-09-20T09:00:00+08:00'],
    ['in the National Day week', '2026-10-02T10:00:00+08:00', '2026-10-08T08:30:00+08:00'],
    ['before a year without a calendar', '2026-12-31T20:00:00+08:00', '2026-12-31T20:00:00+08:00'],
    ['in a year without a calendar', '2027-02-08T03:00:00+08:00', '2027-02-08T03:00:00+08:00'],
  ])('%s', (_name, decided, sent) => {
    expect(sendingMoment(rules, at(decided))).toBe(at(sent));
  });

  it('is never before the decision, and in working hours where these are known', () => {
    const from = Date.parse('2018-01-01T00:00:00+08:00');
    const to = Date.parse('2026-12-31T17:00:00+08:00');
    fc.assert(
      fc.property(fc.integer({ min: from, max: to }), (ms) => {
        const decided = fromEpoch(ms);
        const sent = sendingMoment(rules, decided);
        expect(sent >= decided).toBe(true);
        const kind = dayKind(rules.timetable.calendar, civilDateOf(sent));
        expect(kind).toMatchObject({ working: true });
        expect(minuteOfDay(sent)).toBeGreaterThanOrEqual(8 * 60 + 30);
        expect(minuteOfDay(sent)).toBeLessThan(17 * 60 + 30);
        expect(sendingMoment(rules, sent)).toBe(sent);
      }),
    );
  });
});

describe('the notices of a decision', () => {
  const context = { at: at('2026-11-20T21:00:00+08:00'), rules };

  it('go to the department, the area’s supervisors, the city and the one for accountability', () => {
    expect(ticketBoxKinds.map((kind) => boxOf(kind, ticket))).toEqual([
      { kind: 'department', of: ticket.creditCode },
      { kind: 'reviewer', of: '330602' },
      { kind: 'supervisor', of: '330602' },
      { kind: 'city', of: '330600' },
      { kind: 'accountability', of: '330600' },
    ]);
    expect(boxOf('supervisor', { ...ticket, area: '330601' }).of).toBe('330600');
  });

  it('wait for the next working moment under an id of their own, safe in an address', () => {
    const requested: RequestedNotice[] = ticketNoticeTypes.flatMap((type) =>
      ticketBoxKinds.map((to) => ({ type, to })),
    );
    const notices = noticesOf(ticket, requested, context);
    expect(notices).toHaveLength(ticketNoticeTypes.length * ticketBoxKinds.length);
    const ids = notices.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => encodeURIComponent(id) !== id)).toEqual([]);
    const moments = new Set(notices.map(({ sendAt }) => sendAt));
    expect([...moments]).toEqual([at('2026-11-23T08:30:00+08:00')]);
    expect(noticesOf(ticket, requested, context)).toEqual(notices);
    const next = noticesOf({ ...ticket, version: 5 }, requested, context);
    expect(next.filter(({ id }) => ids.includes(id))).toEqual([]);
  });

  it('say what was decided about which ticket, and begin as waiting', () => {
    const decided = at('2026-11-20T10:00:00+08:00');
    const opened = {
      id: 't-1.4.ticket_opened.department',
      type: 'ticket_opened',
      box: { kind: 'department', of: ticket.creditCode },
      ticketId: 't-1',
      creditCode: ticket.creditCode,
      area: '330602001',
      at: decided,
      sendAt: decided,
      state: 'waiting',
      version: 1,
    };
    expect(openingNotices({ ...ticket, openedAt: decided }, rules)).toEqual([opened]);
    const unlisted = openingNotices(
      { ...ticket, openedAt: decided },
      { ...rules, isUnlisted: true },
    );
    expect(unlisted.map(({ type, box }) => `${type} ${box.kind}`)).toEqual([
      'ticket_opened department',
      'ticket_opened supervisor',
      'ticket_opened city',
    ]);
  });

  it('have these names', () => {
    expect(noticeTypes.join(' ')).toBe(
      'ticket_opened remind yellow red supervise raise_city accountability ' +
        'claim_asked claim_ruled claim_lapsed review_overdue closure_asked returned urged ' +
        'transfer_asked transfer_declined transferred closed round_two rating_voided ' +
        'approval_asked approval_reminder approval_expired press_unbound pad_broken pad_rating_lost ' +
        'rating_contested contest_reminder contest_overdue entry_overdue ' +
        'press_overdue refused_overdue callback_overdue difference_overdue',
    );
    expect(Object.keys(noticeWords)).toEqual([...noticeTypes]);
    expect(boxKinds.join(' ')).toBe(
      'department reviewer supervisor city accountability administrator hall_administrator',
    );
  });

  it('go to the supervisors of a place outside the city under its first six digits', () => {
    expect(boxOf('supervisor', { ...ticket, area: '330106001' }).of).toBe('330106');
  });

  it('tell each thing to each box once, and a resident by the receipt page', () => {
    const requested: RequestedNotice[] = [
      { type: 'red', to: 'department' },
      { type: 'red', to: 'department' },
      { type: 'closed', to: 'resident' },
    ];
    expect(noticesOf(ticket, requested, context).map(({ id }) => id)).toEqual([
      't-1.4.red.department',
    ]);
  });
});

describe('a rung of the ladder', () => {
  it('is silent once the ticket has ended, everything else is told', () => {
    const ended = new Set(['closed', 'dismissed']);
    const ofRungs: ReadonlySet<TicketNoticeType> = new Set([
      ...Object.values(ladderNotices).flatMap((notices) => notices.map(({ type }) => type)),
      'review_overdue',
    ]);
    for (const type of ticketNoticeTypes) {
      const isRung = ofRungs.has(type);
      const silent = ticketStates.filter((state) =>
        isSilent({ type, box: boxOf('department', ticket) }, { ...ticket, state }),
      );
      expect(silent).toEqual(isRung ? ticketStates.filter((one) => ended.has(one)) : []);
    }
    const box = boxOf('department', ticket);
    expect(isSilent({ type: 'red', box }, undefined)).toBe(false);
  });
});

describe('a notice of a ticket that was transferred meanwhile', () => {
  const moved = { creditCode: '11330602MB1A2B3C46', area: '330603', state: 'rectifying' } as const;
  const decided = new Set([
    'claim_ruled',
    'claim_lapsed',
    'transfer_declined',
    'transferred',
    'closed',
    'rating_voided',
  ]);

  it('asks nobody to work on it, and tells what was decided', () => {
    for (const kind of ['department', 'supervisor'] as const) {
      const box = boxOf(kind, ticket);
      const told = ticketNoticeTypes.filter((type) => !isSilent({ type, box }, moved));
      expect(told).toEqual(ticketNoticeTypes.filter((type) => decided.has(type)));
    }
    for (const kind of ticketBoxKinds) {
      expect(isSilent({ type: 'urged', box: boxOf(kind, moved) }, moved)).toBe(false);
    }
    expect(isSilent({ type: 'urged', box: boxOf('city', ticket) }, moved)).toBe(false);
  });

  it('asks no supervisor of the city’s own area, when it went to another area of the city', () => {
    const box = boxOf('supervisor', { ...ticket, area: '330601' });
    expect(isSilent({ type: 'closure_asked', box }, moved)).toBe(true);
    expect(isSilent({ type: 'closure_asked', box }, { ...moved, area: '330601' })).toBe(false);
  });

  it('goes to those who had it under an id and an area of its own, and names who has it', () => {
    const former = { creditCode: ticket.creditCode, area: ticket.area };
    const requested = [
      { type: 'transferred', to: 'department' },
      { type: 'transferred', to: 'department', former },
      { type: 'transferred', to: 'supervisor', former },
    ] as const;
    const context = { at: at('2026-11-20T10:00:00+08:00'), rules };
    const notices = noticesOf({ ...ticket, ...moved }, requested, context);
    const shown = notices.map(({ id, box, area, creditCode }) => [id, box.of, area, creditCode]);
    expect(shown).toEqual([
      ['t-1.4.transferred.department', moved.creditCode, moved.area, moved.creditCode],
      ['t-1.4.transferred.department.former', former.creditCode, former.area, moved.creditCode],
      ['t-1.4.transferred.supervisor.former', '330602', former.area, moved.creditCode],
    ]);
  });
});
