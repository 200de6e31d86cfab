import { describe, expect, it } from 'vitest';

import { recordId } from '../../../shared/domain/exchange/case-report.ts';
import { planOf, wantedOf } from '../../../shared/domain/exchange/plan.ts';
import type { Step } from '../../../shared/domain/ticket/step/step.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { file, first, idsOf, inState, opened, second, step, steps, ticket } from './dossier.ts';

const pendingSince = (since: Instant) =>
  ({
    state: 'pending_calendar',
    startedAt: since,
    term: { amount: 15, unit: 'working_day' },
    pauses: [],
    year: 2027,
    since,
  }) as const;

type Told = (typeof file.tickets)[number];

const wantedWith = (told: Told) => wantedOf({ ...file, tickets: [told] });

const heldOf = (told: Told): readonly string[] =>
  idsOf(wantedWith(told).filter(({ isHeld }) => isHeld));

const pending = pendingSince(first.receivedAt);
const facts = { ...opened.facts, clocks: { ...opened.facts.clocks, contact: pending } };
const held: Told = {
  ticket: { ...ticket, clocks: { ...ticket.clocks, contact: pending } },
  steps: [{ ...opened, facts }, ...steps.slice(1)],
};

describe('a first round whose deadlines wait for a calendar', () => {
  it('holds steps back whose deadlines wait for a calendar, and nothing that a resident said', () => {
    const wanted = wantedWith(held);
    expect(heldOf(held)).toEqual([
      'step-01-00001',
      'step-01-00002',
      'step-01-00005',
      'step-01-00006',
    ]);
    expect(wanted.find((one) => recordId(one.ref) === 'rating-01-2')?.after).toEqual([
      'rating-01-1',
    ]);
    const counted = step(7, 'recounted', '2026-11-26T09:00:00+08:00', {
      facts: {
        before: {},
        clocks: { contact: { ...ticket.clocks.rectify } },
      },
    });
    expect(heldOf({ ...held, steps: [...held.steps, counted] })).toEqual([]);
  });

  it.each([
    { state: 'met', at: first.receivedAt, late: false },
    { state: 'stopped', at: first.receivedAt },
  ] as const)('holds nothing once the duty is $state: it never gets a deadline', (contact) => {
    const ended = { ...ticket, clocks: { ...ticket.clocks, contact } };
    expect(heldOf({ ...held, ticket: ended })).toEqual([]);
  });

  it('neither sends its steps now nor lists them as waiting for another record', () => {
    const wanted = wantedWith(held);
    const before = wanted.filter(({ ref }) => ref.kind === 'service' || ref.kind === 'rating');
    const records = before.slice(0, 2).map((one) => inState(one));
    const plan = planOf(wanted, records, new Set());
    expect(idsOf(plan.next)).toEqual(['rating-01-2', 'service-02']);
    expect(plan.waiting).toEqual(['finish']);
  });
});

describe('a second round whose deadlines wait for a calendar', () => {
  const pending = pendingSince(second.receivedAt);
  const clocks = { contact: pending, rectify: pending };
  const again = step(6, 'appended', '2026-11-25T09:00:00+08:00', {
    round: 2,
    facts: { level: 'very_dissatisfied', tags: [], clocks, rating: 'r2' },
  });
  const tried = step(7, 'contacted', '2026-11-25T10:00:00+08:00', { round: 2 });
  const all = [...steps.slice(0, 5), again, tried];
  const inRoundTwo = { ...ticket, round: 2, clocks } as const;
  const heldIn = (rounds: readonly Step[]) => heldOf({ ticket: inRoundTwo, steps: rounds });

  it('holds back its own steps, and not those of the first', () => {
    expect(heldIn(all)).toEqual(['step-01-00006', 'step-01-00007']);
    const undated = { ...opened, facts: { ...opened.facts, clocks } };
    expect(heldIn([undated, ...all.slice(1)])).toEqual(['step-01-00006', 'step-01-00007']);
  });

  it.each(['contact', 'rectify'] as const)('waits until its %s is dated too', (duty) => {
    const dated = { ...clocks, [duty]: ticket.clocks.rectify };
    const facts = { before: {}, clocks: { [duty]: ticket.clocks.rectify } };
    const counted = step(8, 'recounted', '2026-11-26T09:00:00+08:00', { round: 2, facts });
    expect(heldIn([...all, counted])).toContain('step-01-00006');
    const both = step(9, 'recounted', '2026-11-27T09:00:00+08:00', {
      round: 2,
      facts: { before: {}, clocks: { contact: dated[duty], rectify: dated[duty] } },
    });
    expect(heldIn([...all, counted, both])).toEqual([]);
  });
});

const recounted = (clocks: object): Step =>
  step(5, 'recounted', '2026-11-21T09:00:00+08:00', { facts: { before: {}, clocks } });

describe('an extension whose end waits for a calendar', () => {
  const ruling = (granted: boolean): Step =>
    step(3, 'ruled', '2026-11-20T11:00:00+08:00', {
      facts: { claim: 'extension', granted, days: 5, clocks: { rectify: pending } },
    });
  const before = [opened, step(2, 'claimed', '2026-11-20T10:00:00+08:00')];
  const after = step(4, 'contacted', '2026-11-20T12:00:00+08:00');
  const waiting = { ...ticket, clocks: { ...ticket.clocks, rectify: pending } };
  const given = [...before, ruling(true), after];

  it('holds back its own step and those after it', () => {
    expect(heldOf({ ticket: waiting, steps: given })).toEqual(['step-01-00003', 'step-01-00004']);
  });

  it.each([
    ['it was refused', { ticket: waiting, steps: [...before, ruling(false), after] }],
    ['the work has ended', { ticket: { ...waiting, clocks: ticket.clocks }, steps: given }],
    [
      'its end became known',
      { ticket: waiting, steps: [...given, recounted({ rectify: ticket.clocks.rectify })] },
    ],
    [
      'a return has replaced the term',
      {
        ticket: waiting,
        steps: [
          ...given,
          step(5, 'returned', '2026-11-21T09:00:00+08:00', {
            facts: { returns: 1, clocks: { rectify: pending } },
          }),
        ],
      },
    ],
  ])('holds nothing when %s', (_why, told) => {
    expect(heldOf(told)).toEqual([]);
  });

  it('still waits when only another deadline became known', () => {
    const steps = [...given, recounted({ contact: ticket.clocks.contact })];
    expect(heldOf({ ticket: waiting, steps })).toContain('step-01-00003');
  });
});
