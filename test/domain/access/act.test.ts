import { describe, expect, it } from 'vitest';

import { brokenAct, linkAct } from '../../../shared/domain/access/act.ts';
import type { Act, ActFacts } from '../../../shared/domain/access/act.ts';
import { sha256 } from '../../../shared/rules.ts';
import { at } from '../../fake/clock.ts';

const asked: ActFacts = {
  phase: 'asked',
  at: at('2026-11-20T14:00:00+08:00'),
  by: 'u-1',
  roles: ['system_admin'],
  area: '330600',
  call: 'POST /v1/pads',
  subject: {},
};
const ended: ActFacts = { phase: 'ended', at: asked.at, of: 1, status: 202 };

const chainOf = (facts: readonly ActFacts[]): readonly Act[] => {
  const chain: Act[] = [];
  for (const next of facts) chain.push(linkAct(chain.at(-1), next, sha256));
  return chain;
};

const acts = chainOf([asked, ended, asked, ended]);

const withAct = (index: number, more: Partial<Act>): readonly Act[] =>
  acts.map((act, place) => (place === index ? ({ ...act, ...more } as Act) : act));

describe('an act', () => {
  it('has the next number and the hash of the one before', () => {
    const [first, second] = acts;
    expect(first).toMatchObject({ ...asked, number: 1, previous: '' });
    expect(second).toMatchObject({ ...ended, number: 2, previous: first?.hash });
    expect(first?.hash).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('has no member that is undefined, which no store would return', () => {
    const act = linkAct(undefined, { ...asked, department: undefined }, sha256);
    expect(act).toStrictEqual(acts[0]);
  });
});

describe('a chain of acts', () => {
  it('is whole, also from the middle on, and without any', () => {
    expect(brokenAct(acts, sha256)).toBeUndefined();
    expect(brokenAct(acts.slice(2), sha256, acts[1])).toBeUndefined();
    expect(brokenAct(acts.slice(2), sha256)).toBe(3);
    expect(brokenAct(acts.slice(2), sha256, acts[0])).toBe(3);
    expect(brokenAct([], sha256)).toBeUndefined();
  });

  it.each([
    ['an act names another person', withAct(2, { by: 'u-2' }), 3],
    ['an answer is another', withAct(1, { status: 200 }), 2],
    ['an act is taken out', acts.toSpliced(1, 1), 3],
    ['two acts are in another order', [acts[0], acts[2], acts[1], acts[3]], 3],
    ['a hash is another', withAct(3, { hash: 'h' }), 4],
    ['a hash before is another', withAct(3, { previous: 'h' }), 4],
    ['a number is another', withAct(0, { number: 5 }), 5],
  ])('is broken when %s', (_what, changed, number) => {
    expect(brokenAct(changed as readonly Act[], sha256)).toBe(number);
  });
});
