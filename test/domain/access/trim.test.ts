import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { linkAct } from '../../../shared/domain/access/act.ts';
import type { Act, ActFacts } from '../../../shared/domain/access/act.ts';
import { isWholeFrom, trimFacts, trimMarkOf } from '../../../shared/domain/access/trim.ts';
import type { TrimMark } from '../../../shared/domain/access/trim.ts';
import { civilDate } from '../../../shared/domain/time/instant.ts';
import { Month } from '../../../shared/domain/time/month.ts';
import { sha256 } from '../../../shared/rules.ts';
import { at } from '../time/shanghai.ts';

const actOn = (day: string) => ({
  phase: 'asked' as const,
  at: at(`${day} 09:00`),
  by: 'u-1',
  roles: ['system_admin' as const],
  area: '330600',
  call: 'POST /v1/pads',
  subject: {},
});

const chainOf = (days: readonly string[]): readonly Act[] => {
  const chain: Act[] = [];
  for (const day of days) chain.push(linkAct(chain.at(-1), actOn(day), sha256));
  return chain;
};

/** Three acts that are due on 2029-12-01, and two that are not. */
const chain = chainOf(['2026-11-20', '2026-11-25', '2026-12-01', '2026-12-02', '2026-12-20']);
const now = at('2029-12-01 04:10');
const until = civilDate('2026-12-01')!;

const markOn = (number: number, more: Partial<Parameters<typeof trimFacts>[1]> = {}) => {
  const facts = trimFacts(chain[number - 1]!, { at: now, until, ...more });
  return trimMarkOf(linkAct(chain.at(-1), facts, sha256));
};

const months = [
  { month: Month.parse('2026-12'), number: 2 },
  { month: Month.parse('2027-01'), number: 5 },
];

const isWhole = (
  number: number,
  mark: TrimMark | undefined,
  more: { readonly months?: typeof months; readonly chain?: readonly Act[] } = {},
) => {
  const all = more.chain ?? chain;
  const left = all.filter((act) => act.number >= number);
  const last = left.find((act) => act.number === mark?.removed);
  return isWholeFrom({ first: left[0]!, last, months: more.months ?? months }, mark);
};

describe('a log from which acts were taken out', () => {
  it('begins with the first act, or after the last one that the mark names', () => {
    expect([1, 2, 3, 4, 5].map((number) => isWhole(number, markOn(3)))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(
      [1, 2, 3, 4].map((number) =>
        isWholeFrom({ first: chain[number - 1]!, last: undefined, months }, undefined),
      ),
    ).toEqual([true, false, false, false]);
    expect(isWholeFrom({ first: chain[1]!, last: undefined, months }, markOn(3))).toBe(false);
  });

  it('is refused when its first act says that another was before it', () => {
    const first = { ...chain[0]!, previous: chain[1]!.hash };
    expect(isWholeFrom({ first, last: undefined, months }, undefined)).toBe(false);
  });

  it('is refused when numbers are missing behind the last one that the mark names', () => {
    const renumbered = chain.map((act) => (act.number > 3 ? { ...act, number: 9 } : act));
    expect(isWhole(4, markOn(3), { chain: renumbered })).toBe(false);
  });

  it('is refused when the mark names another hash than the chain', () => {
    const mark = { ...markOn(3)!, hash: chain[1]!.hash };
    expect([2, 3, 4].map((number) => isWhole(number, mark))).toEqual([false, false, false]);
  });

  it('is refused when what was taken out was not due', () => {
    expect(isWhole(4, markOn(3, { until: civilDate('2026-12-02')! }))).toBe(false);
    expect(isWhole(5, markOn(4))).toBe(true);
    expect(isWhole(5, markOn(4, { until: civilDate('2026-11-30')! }))).toBe(false);
    const late = [{ month: Month.parse('2027-01'), number: 3 }];
    expect(isWhole(5, markOn(4), { months: late })).toBe(false);
    const inTime = [{ month: Month.parse('2027-01'), number: 4 }];
    expect(isWhole(5, markOn(4), { months: inTime })).toBe(true);
    const early = { until: civilDate('2026-12-10')! };
    expect(isWhole(5, markOn(4, early))).toBe(false);
    expect(isWhole(5, markOn(4, { ...early, at: at('2029-12-10 04:10') }))).toBe(true);
    expect(
      isWhole(4, markOn(3, { until: civilDate('2026-12-02')!, at: at('2029-12-02 04:10') })),
    ).toBe(false);
  });

  it('is marked by the schedule, for the whole city', () => {
    expect(trimFacts({ number: 3, hash: 'h' }, { at: now, until })).toEqual({
      phase: 'asked',
      at: now,
      by: 'system',
      roles: [],
      area: '330600',
      call: 'SCHEDULE access/acts',
      subject: { removed: '3', hash: 'h', until: '2026-12-01' },
    });
  });

  it('is marked by no call of a person, whatever it names', () => {
    const { hash } = chain[2]!;
    const called: ActFacts = { ...actOn(until), subject: { removed: '3', hash, until } };
    expect(trimMarkOf(linkAct(chain.at(-1), called, sha256))).toBeUndefined();
  });

  it.each(['removed', 'hash', 'until'])('is refused when its mark lacks %s', (name) => {
    const facts = trimFacts(chain[2]!, { at: now, until });
    if (facts.phase !== 'asked') throw new Error('a mark is asked for');
    const subject = Object.fromEntries(
      Object.entries(facts.subject).filter(([member]) => member !== name),
    );
    const mark = trimMarkOf(linkAct(chain.at(-1), { ...facts, subject }, sha256));
    expect([2, 3, 4, 5].some((number) => isWhole(number, mark))).toBe(false);
  });

  it('has a mark that says what it was made of, and no other act is one', () => {
    const days = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(days, (number) => {
        const { hash } = chain[number - 1]!;
        expect(markOn(number)).toEqual({ at: now, removed: number, hash, until });
      }),
    );
    expect(chain.map((act) => trimMarkOf(act))).toEqual(chain.map(() => undefined));
    const facts = trimFacts(chain[0]!, { at: now, until });
    if (facts.phase !== 'asked') throw new Error('a mark is asked for');
    const spoilt = { ...facts, subject: { ...facts.subject, until: 'never' } };
    expect(trimMarkOf(linkAct(undefined, spoilt, sha256))).toBeUndefined();
    const ended = { phase: 'ended', of: 1, at: now, status: 200 } as const;
    expect(trimMarkOf(linkAct(undefined, ended, sha256))).toBeUndefined();
  });
});
