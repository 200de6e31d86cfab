import '../../support/silent-logs.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decideTicket } from '../../../shared/domain/ticket/machine.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import {
  civilDateOf,
  fromEpoch,
  minuteOfDay,
  toEpoch,
} from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { dayKind } from '../../../shared/domain/time/working-days.ts';
import { webhookSecretPlace, webhookUrlPlace } from '../../../shared/http/notice/webhook-place.ts';
import { shippedRules as rules } from '../../../shared/rules.ts';
import { sampleWebhook } from '../../contract/suite/notice-sample.ts';
import { sampleRating, ticketOf } from '../../contract/suite/sample.ts';
import { at, fakeClock } from '../../fake/clock.ts';
import { fakeStores } from '../../fake/stores.ts';
import { deadlineWorks } from '../../support/deadline-works.ts';
import type { DeadlineWorks } from '../../support/deadline-works.ts';

/** Includes Labour Day and the Dragon Boat Festival, with their make-up days. */
const start = at('2026-04-20T08:00:00+08:00');
const minute = 60_000;
const day = 1_440 * minute;
const after = (from: Instant, ms: number): Instant => fromEpoch(toEpoch(from) + ms);

interface Tick {
  /** Time until the next tick: from a moment to an outage of a week. */
  readonly wait: number;
  readonly sweeps: boolean;
  /**
   * The outcomes of the messages in the queues, used in turn: handled, handled twice, lost or
   * delayed.
   */
  readonly fates: readonly ('done' | 'twice' | 'lost' | 'late')[];
}

const tick: fc.Arbitrary<Tick> = fc.record({
  wait: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 600 }).map((n) => n * minute) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 7 * 1_440 }).map((n) => n * minute) },
  ),
  sweeps: fc.boolean(),
  fates: fc.array(fc.constantFrom('done', 'twice', 'lost', 'late'), { minLength: 1, maxLength: 7 }),
});

/**
 * The minute after the start at which a ticket opens, and the number of minutes after which a claim
 * pauses its clock.
 */
const population = fc.array(
  fc.record({
    opens: fc.integer({ min: 0, max: 20 * 1_440 }),
    claimsAfter: fc.option(fc.integer({ min: 0, max: 30 * 1_440 }), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 3 },
);

const handler = (creditCode: string) =>
  ({
    role: 'staff',
    id: 'h',
    department: creditCode,
    roles: ['handler'],
    area: '330602',
    isConcerned: false,
  }) as const;

/** The same claim in both simulations; refused if the state machine refuses it. */
const claimed = (ticket: Ticket, moment: Instant) =>
  decideTicket(
    ticket,
    { type: 'claimInvalid', grounds: 'mistaken', evidence: ['e1'], note: 'n' },
    { at: moment, by: handler(ticket.creditCode), rules },
  );

const firedOf = (ticket: Ticket): readonly string[] =>
  ticket.fired.map(({ rung, round }) => `${round} ${rung}`);

const looked = (ticket: Ticket, moment: Instant): Ticket => {
  const context = { at: moment, by: { role: 'system' } as const, rules };
  const decision = decideTicket(ticket, { type: 'escalate' }, context);
  return decision.ok ? decision.next : ticket;
};

/** The rungs that are fired by `end` if the ticket is checked continuously. */
const reference = (
  opened: Ticket,
  claimAt: Instant | undefined,
  end: Instant,
): readonly string[] => {
  let ticket = opened;
  let claimWaits = claimAt;
  for (let moment = opened.openedAt; moment <= end; moment = after(moment, 180 * minute)) {
    if (claimWaits !== undefined && claimWaits <= moment) {
      const claim = claimed(ticket, claimWaits);
      if (claim.ok) ticket = claim.next;
      claimWaits = undefined;
    }
    ticket = looked(ticket, moment);
  }
  if (claimWaits !== undefined && claimWaits <= end) {
    const claim = claimed(ticket, claimWaits);
    if (claim.ok) ticket = claim.next;
  }
  return firedOf(looked(ticket, end));
};

const consume = async (works: DeadlineWorks, fates: Tick['fates']): Promise<void> => {
  let turn = 0;
  for (const [queue, handle] of [
    [works.escalations, works.raise],
    [works.notices, works.deliver],
  ] as const) {
    for (const record of queue.take()) {
      const fate = fates[turn % fates.length];
      turn += 1;
      if (fate === 'late') queue.putBack(record);
      if (fate === 'done' || fate === 'twice') await handle(record);
      if (fate === 'twice') await handle(record);
    }
  }
};

const inWorkingHours = (moment: Instant): boolean => {
  const { working } = dayKind(rules.timetable.calendar, civilDateOf(moment)) as {
    working: boolean;
  };
  const clock = minuteOfDay(moment);
  return working && clock >= 8 * 60 + 30 && clock < 17 * 60 + 30;
};

describe('however sweep and consumers come, are doubled, lost or late', () => {
  it('the rungs are those of a permanent look, each once, and each is told once', async () => {
    await fc.assert(
      fc.asyncProperty(
        population,
        fc.array(tick, { minLength: 5, maxLength: 60 }),
        async (tickets, ticks) => {
          const clock = fakeClock(start);
          const stores = fakeStores();
          const works = deadlineWorks(stores, clock.now);
          const webhook = sampleWebhook();
          const sealedUrl = await stores.keys.encrypt(
            'https://desk.example.cn/x',
            webhookUrlPlace(webhook.id),
          );
          const sealedSecret = await stores.keys.encrypt('s', webhookSecretPlace(webhook.id));
          await stores.webhooks.admit({ ...webhook, sealedUrl, sealedSecret });
          const born = tickets.map(({ opens, claimsAfter }) => {
            const rating = sampleRating({ receivedAt: after(start, opens * minute) });
            const opening = ticketOf(rating);
            const claimAt =
              claimsAfter === undefined
                ? undefined
                : after(rating.receivedAt, claimsAfter * minute);
            return { rating, opening, claimAt };
          });
          const waiting = [...born];
          const claiming = born.filter(({ claimAt }) => claimAt !== undefined);

          /** All actions of residents and handlers up to now, each at its own moment. */
          const people = async (): Promise<void> => {
            const now = clock.now();
            for (const one of waiting.splice(0)) {
              if (one.rating.receivedAt > now) waiting.push(one);
              else await stores.ratings.record(one.rating, one.opening);
            }
            for (const one of claiming.splice(0)) {
              const ticket = await stores.tickets.find(one.opening.ticket.id);
              if (ticket === undefined || one.claimAt! > now) claiming.push(one);
              else {
                const claim = claimed(ticket, one.claimAt!);
                if (claim.ok) await stores.tickets.save(claim.next, claim.events, []);
              }
            }
          };

          for (const { wait, sweeps, fates } of ticks) {
            const next = after(clock.now(), wait);
            const moments = [
              ...born.flatMap(({ rating, claimAt }) => [rating.receivedAt, claimAt ?? start]),
              next,
            ]
              .filter((moment) => moment > clock.now() && moment <= next)
              .toSorted();
            for (const moment of moments) {
              clock.advance(toEpoch(moment) - toEpoch(clock.now()));
              await people();
            }
            if (sweeps) await works.sweep();
            await consume(works, fates);
          }
          await people();
          await works.sweep();
          await works.settle();
          const end = clock.now();

          for (const { rating, opening, claimAt } of born) {
            if (rating.receivedAt > end) continue;
            const ticket = (await stores.tickets.find(opening.ticket.id))!;
            expect(firedOf(ticket)).toEqual(reference(opening.ticket, claimAt, end));
            const rungs = (await stores.tickets.steps(ticket.id)).filter(
              ({ type }) => type === 'escalated',
            );
            expect(rungs.length).toBe(ticket.fired.length - 1);
          }
          // When everything is idle and working hours have started, each notice was sent once.
          clock.advance(10 * day);
          await works.sweep();
          await works.settle();
          await works.sweep();
          await works.settle();
          const notices = stores.notices.all();
          const left = notices.filter(({ sendAt }) => sendAt <= clock.now());
          expect(left.filter(({ state }) => state !== 'sent')).toEqual([]);
          expect(notices.filter(({ sendAt }) => !inWorkingHours(sendAt))).toEqual([]);
          const told = works.http.posts.map(({ headers }) => headers['idempotency-key']);
          expect(new Set(told).size).toBe(told.length);
        },
      ),
      { numRuns: 40 },
    );
  });
});
