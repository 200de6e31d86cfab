import { describe, expect, it } from 'vitest';

import { isSubscribed } from '../../../shared/domain/notice/delivery.ts';
import {
  isOfApproval,
  isOfCallback,
  isOfContest,
  isOfDifference,
  isOfEntry,
  isOfKeptPress,
  isOfPad,
  isOfTicket,
} from '../../../shared/domain/notice/notice-kind.ts';
import { noticesOf } from '../../../shared/domain/notice/notice.ts';
import { civilDate } from '../../../shared/domain/time/instant.ts';
import { shippedRules } from '../../../shared/rules.ts';
import { sampleWebhook } from '../../contract/suite/notice-sample.ts';
import { at } from '../../fake/clock.ts';

const start = at('2026-11-16T09:00:00+08:00');

const ticket = { id: 't-1', creditCode: 'D1', area: '330602', version: 2 };
const noticeTo = (to: 'department' | 'supervisor') =>
  noticesOf(ticket, [{ type: 'red', to }], { at: start, rules: shippedRules })[0]!;
const notice = noticeTo('department');

describe('who hears of a notice', () => {
  it.each([
    [{}, true],
    [{ area: '330602' }, true],
    [{ area: '330681' }, false],
    [{ area: '330100' }, false],
    [{ area: '330600' }, true],
    [{ area: '330601' }, false],
    [{ box: 'supervisor' }, false],
    [{ creditCode: 'D1' }, true],
    [{ creditCode: 'D2' }, false],
  ] as const)('%o: %s', (webhook, heard) => {
    expect(isSubscribed(sampleWebhook(webhook), notice)).toBe(heard);
  });

  it('of a department, in whose inbox it is, also when the ticket has left', () => {
    const former = { creditCode: 'D0', area: '330603' };
    const [gone] = noticesOf(ticket, [{ type: 'transferred', to: 'department', former }], {
      at: start,
      rules: shippedRules,
    });
    const hears = (creditCode: string) => isSubscribed(sampleWebhook({ creditCode }), gone!);
    expect([hears('D0'), hears('D1')]).toEqual([true, false]);
    expect(isSubscribed(sampleWebhook({ area: '330603' }), gone!)).toBe(true);
    expect(isSubscribed(sampleWebhook({ area: '330602' }), gone!)).toBe(false);
  });

  it('in a box of the city, by webhooks of the whole city only', () => {
    const requested = (['city', 'accountability'] as const).map(
      (to) => ({ type: 'raise_city', to }) as const,
    );
    for (const raised of noticesOf(ticket, requested, { at: start, rules: shippedRules })) {
      const box = raised.box.kind;
      expect(isSubscribed(sampleWebhook({ box, area: '330602' }), raised)).toBe(false);
      expect(isSubscribed(sampleWebhook({ box, area: '330600' }), raised)).toBe(true);
    }
  });

  it('and a webhook of an area hears of its towns', () => {
    const town = { ...notice, area: '330602001' };
    expect(isSubscribed(sampleWebhook({ area: '330602' }), town)).toBe(true);
    expect(isSubscribed(sampleWebhook({ area: '602001' }), town)).toBe(false);
  });

  it('and a webhook of the supervisors may listen to one department only', () => {
    const one = noticeTo('supervisor');
    const webhook = sampleWebhook({ box: 'supervisor', area: '330602', creditCode: 'D1' });
    expect(isSubscribed(webhook, one)).toBe(true);
    expect(isSubscribed({ ...webhook, creditCode: 'D2' }, one)).toBe(false);
  });
});

describe('who hears of something else than a ticket', () => {
  const approval = {
    id: 'AP1.approval_asked.administrator.330602',
    type: 'approval_asked',
    box: { kind: 'administrator', of: '330602' },
    approvalId: 'AP1',
    power: 'policy',
    by: 'u-1',
    area: '330602',
    at: start,
    sendAt: start,
    state: 'waiting',
    version: 1,
  } as const;

  it.each([
    ['330602', '330602', true],
    ['330600', '330602', true],
    ['330602', '330600', false],
    // The city's own webhook was sent the notice of the area.
    ['330600', '330600', false],
    ['330681', '330602', false],
  ])('a webhook of %s, of an approval in the inbox of %s: %s', (area, of, heard) => {
    const webhook = sampleWebhook({ box: 'administrator', area });
    const one = { ...approval, box: { ...approval.box, of } };
    expect(isSubscribed(webhook, one)).toBe(heard);
    expect(isSubscribed({ ...webhook, creditCode: 'D1' }, one)).toBe(heard);
  });

  const { approvalId: _id, power: _power, by: _by, ...facts } = approval;
  const press = {
    ...facts,
    type: 'press_unbound',
    box: { kind: 'supervisor', of: '330602' },
    padId: 'p1',
    hall: '330602-H1',
    window: 'A03',
  } as const;

  it('no webhook of one department hears of a press that nobody could bind', () => {
    const webhook = sampleWebhook({ box: 'supervisor', area: '330602' });
    expect(isSubscribed(webhook, press)).toBe(true);
    expect(isSubscribed({ ...webhook, creditCode: 'D1' }, press)).toBe(false);
  });

  const contest = {
    ...facts,
    type: 'rating_contested',
    box: { kind: 'supervisor', of: '330602' },
    contestId: '330602261119000000017-1c1',
  } as const;

  const entry = {
    ...facts,
    type: 'entry_overdue',
    box: { kind: 'supervisor', of: '330602' },
    entryId: 'e1',
  } as const;

  const keptPress = { ...press, type: 'press_overdue', sequence: 7 } as const;

  const callback = {
    ...facts,
    type: 'callback_overdue',
    box: { kind: 'supervisor', of: '330602' },
    callbackId: 'K1',
  } as const;

  const difference = {
    ...facts,
    type: 'difference_overdue',
    box: { kind: 'supervisor', of: '330602' },
    day: civilDate('2026-11-13')!,
    since: start,
  } as const;

  it.each([
    ['a contest', contest],
    ['an entry', entry],
    ['a press that waits for persons', keptPress],
    ['a callback', callback],
    ['a difference', difference],
  ])('no webhook of one department hears of %s, on which it may not rule', (_what, of) => {
    const webhook = sampleWebhook({ box: 'supervisor', area: '330602' });
    expect(isSubscribed(webhook, of)).toBe(true);
    expect(isSubscribed({ ...webhook, creditCode: 'D1' }, of)).toBe(false);
  });

  it('a notice is of one kind only', () => {
    const kinds = [
      isOfTicket,
      isOfApproval,
      isOfPad,
      isOfContest,
      isOfEntry,
      isOfKeptPress,
      isOfCallback,
      isOfDifference,
    ];
    const all = [notice, approval, press, contest, entry, keptPress, callback, difference];
    expect(all.map((one) => kinds.map((isOf) => isOf(one)))).toEqual(
      all.map((_one, index) => kinds.map((_isOf, other) => index === other)),
    );
  });
});
