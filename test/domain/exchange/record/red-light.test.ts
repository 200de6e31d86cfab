import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decideTicket } from '../../../../shared/domain/ticket/machine.ts';
import { openTicket } from '../../../../shared/domain/ticket/open-ticket.ts';
import { linkStep } from '../../../../shared/domain/ticket/step/step.ts';
import type { Rules, Ticket } from '../../../../shared/domain/ticket/ticket.ts';
import type { Instant } from '../../../../shared/domain/time/instant.ts';
import { badRating } from '../../ticket/ticket-fixture.ts';
import { commandAt, opening, plus, story, twoRules } from '../../ticket/ticket-random.ts';
import { recordOf } from './course.ts';
import type { Course } from './course.ts';

const red = '2';

const begin = (receivedAt: Instant, rules: Rules): Course => {
  const opened = openTicket({ ...badRating, receivedAt }, rules);
  if (opened === undefined) throw new Error('a bad rating opens a ticket');
  return { ticket: opened.ticket, steps: [opened.first] };
};

const runs = ({ clocks: { rectify } }: Ticket, at: Instant): boolean =>
  rectify.state === 'running' && at <= rectify.dueAt;

describe('the light at the province', () => {
  it('is never red while the term of a ticket runs', () => {
    const seen = { red: 0, cleared: 0 };
    fc.assert(
      fc.property(twoRules, story(80), opening, ({ early, late }, deeds, moment) => {
        const opened = begin(moment, early);
        let { ticket } = opened;
        const steps = [...opened.steps];
        let [at, before]: [Instant, unknown] = [moment, undefined];
        for (const [index, { what, by, gapMs }] of deeds.entries()) {
          at = plus(at, gapMs);
          const rules = index > deeds.length / 4 ? late : early;
          const decision = decideTicket(ticket, commandAt(what, at), { at, by, rules });
          if (!decision.ok) continue;
          ticket = decision.next;
          for (const event of decision.events) {
            steps.push(linkStep(steps.at(-1), event, rules.digest));
          }
          const light = recordOf({ ticket, steps })['warnLevel'];
          if (light === red) seen.red += 1;
          if (before === red && light !== red) seen.cleared += 1;
          before = light;
          expect([what, light === red && runs(ticket, at)]).toEqual([what, false]);
        }
      }),
      { numRuns: 100, seed: 15 },
    );
    expect(Math.min(seen.red, seen.cleared)).toBeGreaterThan(10);
  });
});
