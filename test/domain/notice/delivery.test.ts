import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  applyAttempt,
  claimDelivery,
  isSubscribed,
  newDelivery,
  retryDelivery,
  waitsMs,
  webhookForms,
} from '../../../shared/domain/notice/delivery.ts';
import type { Delivery } from '../../../shared/domain/notice/delivery.ts';
import {
  isOfApproval,
  isOfContest,
  isOfEntry,
  isOfPad,
} from '../../../shared/domain/notice/notice-kind.ts';
import { noticesOf } from '../../../shared/domain/notice/notice.ts';
import { fromEpoch, toEpoch } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { shippedRules } from '../../../shared/rules.ts';
import { sampleWebhook } from '../../contract/suite/notice-sample.ts';
import { at } from '../../fake/clock.ts';

const start = at('2026-11-16T09:00:00+08:00');
const after = (ms: number, from: Instant = start) => fromEpoch(toEpoch(from) + ms);

const ticket = { id: 't-1', creditCode: 'D1', area: '330602', version: 2 };
const noticeTo = (to: 'department' | 'supervisor') =>
  noticesOf(ticket, [{ type: 'red', to }], { at: start, rules: shippedRules })[0]!;
const notice = noticeTo('department');
const begun = newDelivery(notice, sampleWebhook({ id: 'h' }), start);

const good = { ok: true, outcome: 'status 200' };
const bad = { ok: false, outcome: 'status 503' };

/** Fails the given number of times, each time at the earliest possible moment. */
const failing = (times: number): Delivery => {
  let delivery = begun;
  for (let n = 0; n < times; n += 1) {
    const moment = delivery.nextAt ?? start;
    delivery = applyAttempt(claimDelivery(delivery, moment)!, bad, moment);
  }
  return delivery;
};

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

  it.each([
    ['a contest', contest],
    ['an entry', entry],
  ])('no webhook of one department hears of %s, on which it may not rule', (_what, of) => {
    const webhook = sampleWebhook({ box: 'supervisor', area: '330602' });
    expect(isSubscribed(webhook, of)).toBe(true);
    expect(isSubscribed({ ...webhook, creditCode: 'D1' }, of)).toBe(false);
  });

  it('a notice is of a ticket, of an approval, of a press, of a contest or of an entry', () => {
    const kinds = [isOfApproval, isOfPad, isOfContest, isOfEntry];
    const all = [notice, approval, press, contest, entry];
    expect(all.map((one) => kinds.map((isOf) => isOf(one)))).toEqual([
      [false, false, false, false],
      [true, false, false, false],
      [false, true, false, false],
      [false, false, true, false],
      [false, false, false, true],
    ]);
  });
});

it('a webhook is signed for a system, or a robot of a chat group', () => {
  expect(webhookForms).toEqual(['signed', 'robot']);
});

describe('a delivery', () => {
  it('is tried at once, and remembers what became of it', () => {
    const ids = { noticeId: notice.id, webhookId: 'h' };
    expect(begun).toEqual({
      ...ids,
      state: 'waiting',
      attempts: 0,
      nextAt: start,
      changedAt: start,
      version: 1,
    });
    const [claimed, failed] = [after(1000), after(2000)];
    const claim = claimDelivery(begun, claimed)!;
    expect(claim).toEqual({
      ...ids,
      state: 'claimed',
      attempts: 1,
      nextAt: after(121_000),
      changedAt: claimed,
      version: 2,
    });
    const waiting = applyAttempt(claim, bad, failed);
    expect(waiting).toEqual({
      ...ids,
      state: 'waiting',
      attempts: 1,
      nextAt: after(302_000),
      changedAt: failed,
      outcome: 'status 503',
      version: 3,
    });
    expect(retryDelivery(waiting, after(3000))).toEqual({
      ...waiting,
      attempts: 0,
      nextAt: after(3000),
      changedAt: after(3000),
      version: 4,
    });
  });

  it('is claimed once, until the claim falls due', () => {
    const claim = claimDelivery(begun, start)!;
    expect(claim).toMatchObject({ state: 'claimed', attempts: 1, version: 2 });
    expect(claimDelivery(claim, after(119_999))).toBeUndefined();
    expect(claimDelivery(claim, after(120_000))).toMatchObject({ attempts: 2, version: 3 });
    expect(claimDelivery(begun, after(-1))).toBeUndefined();
  });

  it('that was made is never tried again', () => {
    const done = applyAttempt(claimDelivery(begun, start)!, good, start);
    expect(done).toMatchObject({ state: 'delivered', outcome: 'status 200', version: 3 });
    expect(done).not.toHaveProperty('nextAt');
    expect(claimDelivery(done, after(365 * 24 * 60 * 60_000))).toBeUndefined();
  });

  it('waits longer after every failure, then is given up', () => {
    const waits = waitsMs.map((_, index) => {
      const { nextAt, changedAt } = failing(index + 1);
      return toEpoch(nextAt!) - toEpoch(changedAt);
    });
    expect(waits).toEqual([300_000, 900_000, 3_600_000, 14_400_000, 43_200_000]);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    const last = failing(6);
    expect(last).toMatchObject({ state: 'failed', attempts: 6, outcome: 'status 503' });
    expect(claimDelivery(last, after(365 * 24 * 60 * 60_000))).toBeUndefined();
  });

  it('is given up at once where no attempt can help', () => {
    const removed = { ok: false, outcome: 'webhook removed', final: true } as const;
    expect(applyAttempt(claimDelivery(begun, start)!, removed, start).state).toBe('failed');
  });

  it('starts from the beginning when a person asks for it', () => {
    const again = retryDelivery(failing(6), start);
    expect(again).toMatchObject({ state: 'waiting', attempts: 0, nextAt: start });
    expect(claimDelivery(again, start)).toMatchObject({ attempts: 1 });
  });

  it('is tried only while something is to be done, and every attempt counts, lost ones too', () => {
    const event = fc.record({
      wait: fc.integer({ min: 0, max: 50_000_000 }),
      ok: fc.boolean(),
      dies: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        let [delivery, now, tried] = [begun, start, 0];
        for (const { wait, ok, dies } of events) {
          now = after(wait, now);
          const claim = claimDelivery(delivery, now);
          if (claim === undefined) continue;
          expect(['waiting', 'claimed']).toContain(delivery.state);
          tried += 1;
          delivery = dies ? claim : applyAttempt(claim, ok ? good : bad, now);
        }
        expect(delivery.attempts).toBe(tried);
        expect(delivery.version).toBeGreaterThanOrEqual(1 + tried);
      }),
    );
  });
});
