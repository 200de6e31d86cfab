import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Policy, rungs } from '../../../shared/domain/policy/policy.ts';
import type { Rung, Trigger } from '../../../shared/domain/policy/policy.ts';
import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';

const problemsOf = (change: object): readonly string[] => {
  const parsed = Policy.safeParse({ ...defaultPolicy, ...change });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
};

const withTriggers = (changes: Partial<Record<Rung, readonly Trigger[]>>) => ({
  ladder: defaultPolicy.ladder.map(({ rung, triggers }) => ({
    rung,
    triggers: changes[rung] ?? triggers,
  })),
});
const overdue = (workingDays: number): Trigger => ({ on: 'overdue', workingDays });
const gone = (share: number): Trigger => ({ on: 'time_gone', share });

const everyRung = (trigger: Trigger, but: readonly Rung[] = []) =>
  Object.fromEntries(rungs.filter((rung) => !but.includes(rung)).map((rung) => [rung, [trigger]]));

describe('the ladder', () => {
  it.each([
    ['yellow before the reminder', { yellow: [gone(0.4)] }],
    ['a reminder after the end of the term, before yellow', { remind: [overdue(0)] }],
    ['supervision before red', { red: [overdue(4)] }],
    ['accountability first of all', { accountability: [gone(0.1)] }],
    ['accountability earlier by one of two triggers', { accountability: [overdue(20), gone(0.9)] }],
    ['a rung before one that is further down', { raise_city: [overdue(2)] }],
  ])('may not fall in time: %s', (_what, changes) => {
    const parsed = Policy.safeParse({ ...defaultPolicy, ...withTriggers(changes) });
    expect(parsed.error?.issues).toContainEqual(
      expect.objectContaining({ path: ['ladder'], message: 'ladder_falls_in_time' }),
    );
  });

  it.each([
    ['two rungs at one moment', { supervise: [overdue(0)] }],
    ['a notice that comes again', { notify: [{ on: 'opened' }, overdue(0)] as const }],
    ['a rung without a moment in between', { remind: [{ on: 'contact_missed' }] as const }],
    ['a rung that also comes later', { remind: [gone(0.5), overdue(30)] }],
    ['a rung of events only', { accountability: [{ on: 'bad_follow_up' }] as const }],
  ])('may have %s', (_what, changes) => {
    expect(problemsOf(withTriggers(changes))).toEqual([]);
  });

  const opened: Trigger = { on: 'opened' };

  it.each([
    [
      'nothing above the notice by time',
      everyRung({ on: 'returned', times: 10 }, ['notify']),
      ['rung_without_moment'],
    ],
    ['everything at the opening', everyRung(opened), ['rung_out_of_time']],
    [
      'everything long after the term',
      everyRung(overdue(60)),
      ['not_notified_at_opening', 'rung_out_of_time'],
    ],
    [
      'no notice at the opening',
      { notify: [overdue(0)] },
      ['ladder_falls_in_time', 'not_notified_at_opening'],
    ],
    ['no yellow by time', { yellow: [{ on: 'contact_missed' }] }, ['rung_without_moment']],
    [
      'a yellow that is no warning',
      { yellow: [gone(0.2)], remind: [gone(0.1)] },
      ['rung_out_of_time'],
    ],
    ['a red long before the end', { red: [gone(0.79)], yellow: [gone(0.5)] }, ['rung_out_of_time']],
    [
      'a red long after the end',
      { red: [overdue(6)], supervise: [overdue(6)], raise_city: [overdue(6)] },
      ['rung_out_of_time'],
    ],
    [
      'a supervision before the end',
      { red: [gone(0.9)], supervise: [gone(0.95)] },
      ['rung_out_of_time'],
    ],
    [
      'a city that comes too late',
      { raise_city: [overdue(16)], accountability: [overdue(16)] },
      ['rung_out_of_time'],
    ],
    ['a last rung that comes too late', { accountability: [overdue(16)] }, ['rung_out_of_time']],
    [
      'a red at the opening besides',
      { red: [opened, overdue(0)] },
      ['ladder_falls_in_time', 'rung_out_of_time'],
    ],
  ] satisfies readonly (readonly [
    string,
    Partial<Record<Rung, readonly Trigger[]>>,
    readonly string[],
  ])[])('may not have %s', (_what, changes, messages) => {
    const parsed = Policy.safeParse({ ...defaultPolicy, ...withTriggers(changes) });
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual(messages);
  });

  it('comes to the city within 15 working days, whatever is accepted', () => {
    const trigger: fc.Arbitrary<Trigger> = fc.oneof(
      fc.constant(opened),
      fc.integer({ min: 0, max: 60 }).map(overdue),
      fc.integer({ min: 1, max: 99 }).map((percent) => gone(percent / 100)),
      fc.integer({ min: 1, max: 10 }).map((times) => ({ on: 'returned' as const, times })),
    );
    const triggers = fc.array(trigger, { minLength: 1, maxLength: 2 });
    const changes = fc.record({ raise_city: triggers, accountability: triggers });
    fc.assert(
      fc.property(changes, (change) => {
        const parsed = Policy.safeParse({ ...defaultPolicy, ...withTriggers(change) });
        if (!parsed.success) return;
        const city = parsed.data.ladder.find(({ rung }) => rung === 'raise_city');
        const days = (city?.triggers ?? []).flatMap((one) =>
          one.on === 'overdue' ? [one.workingDays] : [],
        );
        expect(Math.min(...days)).toBeLessThanOrEqual(15);
      }),
    );
  });
});
