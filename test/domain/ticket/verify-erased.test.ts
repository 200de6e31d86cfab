import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { eraseRating, eraseStep, hasNote } from '../../../shared/domain/case/retention/erase.ts';
import { ratingDigest } from '../../../shared/domain/rating/rating-digest.ts';
import { canonicalJson, omitUndefined } from '../../../shared/domain/text/canonical-json.ts';
import { decideTicket } from '../../../shared/domain/ticket/machine.ts';
import { openTicket } from '../../../shared/domain/ticket/open-ticket.ts';
import { chainedFrom, chainSteps } from '../../../shared/domain/ticket/step/chain.ts';
import type { Step } from '../../../shared/domain/ticket/step/step.ts';
import { findChainBreak } from '../../../shared/domain/ticket/verify.ts';
import type { TicketRecord } from '../../../shared/domain/ticket/verify.ts';
import { endedAt } from '../../../shared/domain/ticket/work-due.ts';
import { addMs, civilDateOf, nextDate } from '../../../shared/domain/time/instant.ts';
import { sha256 } from '../../../shared/rules.ts';
import { badRating, rules } from './ticket-fixture.ts';
import type { AuthorizedAction } from './ticket-random.ts';
import { commandAt, plus, story } from './ticket-random.ts';

const said = { ...badRating, sealedText: '1.the words of the resident' };
const second = { ...said, assessNumber: 2, level: 'satisfied' } as const;

/** A ticket as a store holds it after a story, with its chain and its ratings. */
const live = (deeds: readonly AuthorizedAction[]): TicketRecord => {
  const opened = openTicket(said, rules);
  if (!opened) throw new Error('a bad rating opens a ticket');
  let ticket = chainedFrom(opened.ticket, opened.first);
  const steps: Step[] = [opened.first];
  let at = said.receivedAt;
  for (const { what, by, gapMs } of deeds) {
    at = plus(at, gapMs);
    const plain = commandAt(what, at);
    const command =
      plain.type === 'append' ? { ...plain, rating: ratingDigest(second, sha256) } : plain;
    const decision = decideTicket(ticket, command, { at, by, rules });
    if (!decision.ok) continue;
    const chained = chainSteps(decision.next, decision.events, sha256);
    steps.push(...chained.steps);
    ({ ticket } = chained);
  }
  return { ticket, steps, ratings: ticket.followUp ? [said, second] : [said] };
};

const years = (count: number): number => count * 366 * 24 * 60 * 60_000;

const erasedAfter = ({ ticket, steps, ratings }: TicketRecord, ms: number): TicketRecord => {
  const day = civilDateOf(addMs(endedAt(ticket) ?? ticket.openedAt, ms));
  const erasing = { day, digest: sha256 };
  return {
    ticket,
    steps: steps.map((step) => eraseStep(step, erasing) ?? step),
    ratings: ratings.map((rating) => eraseRating(rating, erasing) ?? rating),
  };
};

describe('a ticket of which the words were erased', () => {
  it('is intact after its period, whatever its story, and has no note left', () => {
    fc.assert(
      fc.property(story(60), (deeds) => {
        const record = live(deeds);
        fc.pre(endedAt(record.ticket) !== undefined);
        expect(findChainBreak(record, sha256)).toBeUndefined();
        const erased = erasedAfter(record, years(2));
        expect(findChainBreak(erased, sha256)).toBeUndefined();
        expect(erased.steps.filter(hasNote)).toEqual([]);
        expect(JSON.stringify(erased.ratings)).not.toContain('the words of the resident');
      }),
      { numRuns: 60 },
    );
  });

  it('is broken when they were erased before any period was over', () => {
    fc.assert(
      fc.property(story(60), (deeds) => {
        const record = live(deeds);
        const erased = erasedAfter(record, years(0.9));
        const number = erased.steps.find((step) => step.sealedNote?.startsWith('erased:'))?.number;
        expect(findChainBreak(erased, sha256)).toEqual(
          number === undefined ? { kind: 'rating', assessNumber: 1 } : { kind: 'link', number },
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is broken when a digest is not that of what was erased', () => {
    const record = erasedAfter(live([]), 0);
    const [rating] = record.ratings;
    const forged = { ...rating!, sealedText: `erased:${nextDate(civilDateOf(said.receivedAt))}:x` };
    expect(findChainBreak({ ...record, ratings: [forged] }, sha256)).toEqual({
      kind: 'rating',
      assessNumber: 1,
    });
  });
});

/** The hash of a release before words were bound by their digests. */
const olderChain = (steps: readonly Step[]): readonly Step[] => {
  const older: Step[] = [];
  for (const { hash: _hash, ...step } of steps) {
    const open = omitUndefined({ ...step, previous: older.at(-1)?.hash ?? step.ticketId });
    older.push({ ...open, hash: sha256(canonicalJson(open)) });
  }
  return older;
};

describe('the chain of an older release', () => {
  it('is intact, and its notes are not erased, because it covers them', () => {
    fc.assert(
      fc.property(story(40), (deeds) => {
        const record = live(deeds);
        const steps = olderChain(record.steps);
        const end = steps.at(-1)!;
        const ticket = { ...record.ticket, lastStep: { number: end.number, hash: end.hash } };
        expect(findChainBreak({ ...record, ticket, steps }, sha256)).toBeUndefined();
        const erasing = { day: civilDateOf(addMs(end.at, years(2))), digest: sha256 };
        expect(steps.flatMap((step) => eraseStep(step, erasing) ?? [])).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
