import { describe, expect, it } from 'vitest';

import {
  deadlinesOf,
  extendedTo,
  isExtension,
  isOpenEnded,
} from '../../../shared/domain/exchange/reported-deadline.ts';
import type { Step } from '../../../shared/domain/ticket/step/step.ts';
import type { Clock } from '../../../shared/domain/time/deadline.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { exampleStep } from '../ticket/event-example.ts';
import { at, day } from '../time/shanghai.ts';

const [soon, late, later] = [
  at('2026-12-11 17:30'),
  at('2026-12-18 17:30'),
  at('2026-12-25 17:30'),
];

const term = { amount: 5, unit: 'working_day' } as const;
const begun = { startedAt: at('2026-11-20 09:00'), term, pauses: [] };
const due = (dueAt: Instant): Clock => ({ ...begun, state: 'running', dueAt });
const undated: Clock = {
  ...begun,
  state: 'pending_calendar',
  year: 2027,
  since: at('2026-11-20 09:00'),
};

const ruled = (facts: object): Step =>
  exampleStep(3, 'ruled', {
    facts: { claim: 'extension', granted: true, days: 5, ...facts } as never,
  });
const extension = ruled({ clocks: { rectify: undated } });
const recounted = (clocks: object): Step =>
  exampleStep(5, 'recounted', { facts: { before: {}, clocks } });
const returned = exampleStep(4, 'returned', {
  facts: { returns: 1, clocks: { rectify: undated } },
});
const contacted = exampleStep(4, 'contacted');

describe('the deadlines that are reported of a round', () => {
  const opened = exampleStep(1, 'opened');
  const contact = at('2026-11-23 17:30');

  it('are those with which it began, whatever changes them afterwards', () => {
    const changed = [returned, recounted({ contact: due(late), rectify: due(late) })];
    expect(deadlinesOf([opened, ...changed], 1)).toEqual({ contact, rectify: soon });
  });

  it('are those of the recount where the calendar was missing, and nothing before it', () => {
    const clocks = { contact: undated, rectify: undated };
    const waiting = exampleStep(1, 'opened', { facts: { ...opened.facts, clocks } as never });
    expect(deadlinesOf([waiting, contacted], 1)).toEqual({
      contact: undefined,
      rectify: undefined,
    });
    const counted = [recounted({ rectify: due(late) }), recounted({ rectify: due(later) })];
    expect(deadlinesOf([waiting, contacted, ...counted], 1)).toEqual({
      contact: undefined,
      rectify: late,
    });
  });

  it('are its own in each round', () => {
    const clocks = { contact: due(late), rectify: due(later) };
    const facts = { level: 'dissatisfied', tags: [], clocks, rating: 'r2' } as const;
    const steps = [opened, exampleStep(2, 'appended', { round: 2, facts })];
    expect(deadlinesOf(steps, 1)).toEqual({ contact, rectify: soon });
    expect(deadlinesOf(steps, 2)).toEqual({ contact: late, rectify: later });
    expect(deadlinesOf([opened], 2)).toEqual({ contact: undefined, rectify: undefined });
  });
});

describe('an extension', () => {
  it.each([
    ['is a ruling that grants it', extension, true],
    ['is not one that refuses it', ruled({ granted: false }), false],
    ['is not one on hardship', ruled({ claim: 'hardship', reviewOn: day('2027-06-01') }), false],
    ['is not its claim', exampleStep(2, 'claimed'), false],
  ])('%s', (_what, step, expected) => {
    expect(isExtension(step)).toBe(expected);
  });

  it.each<[string, Step, readonly Step[], Instant | undefined]>([
    ['as it says itself', ruled({ until: late }), [recounted({ rectify: due(later) })], late],
    ['as the recount says', extension, [contacted, recounted({ rectify: due(late) })], late],
    [
      'as the first one says',
      extension,
      [due(late), due(later)].map((rectify) => recounted({ rectify })),
      late,
    ],
    [
      'unknown while only another duty is dated',
      extension,
      [recounted({ contact: due(late) })],
      undefined,
    ],
    [
      'never known once a return replaced it',
      extension,
      [returned, recounted({ rectify: due(late) })],
      undefined,
    ],
    [
      'as the recount before the return says',
      extension,
      [recounted({ rectify: due(late) }), returned],
      late,
    ],
    ['nothing when it was refused', ruled({ granted: false, until: late }), [], undefined],
  ])('ends %s', (_what, step, after, until) => {
    expect(extendedTo(step, after)).toBe(until);
  });

  it.each<[string, readonly Step[], boolean]>([
    ['while nothing follows', [], true],
    ['while what follows changes no deadline', [exampleStep(4, 'found')], true],
    ['while only another duty is dated', [contacted, recounted({ contact: due(late) })], true],
    ['no more when a recount dated it', [recounted({ rectify: due(late) })], false],
    ['no more when a return replaced it', [returned], false],
  ])('has an open end %s', (_what, after, open) => {
    expect(isOpenEnded(extension, after)).toBe(open);
  });
});
