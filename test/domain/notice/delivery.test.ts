import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  applyAttempt,
  claimDelivery,
  newDelivery,
  retryDelivery,
  waitsMs,
  webhookForms,
} from '../../../shared/domain/notice/delivery.ts';
import type { Delivery } from '../../../shared/domain/notice/delivery.ts';
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
