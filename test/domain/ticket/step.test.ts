import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { brokenLink, linkStep } from '../../../shared/domain/ticket/step/step.ts';
import type { Step, StepDraft } from '../../../shared/domain/ticket/step/step.ts';
import { fromEpoch } from '../../../shared/domain/time/instant.ts';
import { sha256 } from '../../../shared/rules.ts';

const start = Date.UTC(2026, 10, 20);

const draft: fc.Arbitrary<StepDraft> = fc.record({
  ticketId: fc.constant('330602261120000000017-1'),
  at: fc.integer({ min: 0, max: 1_000_000 }).map((ms) => fromEpoch(start + ms)),
  by: fc.constantFrom({ role: 'resident' } as const, { role: 'staff', id: 'u1' } as const),
  type: fc.constantFrom('opened', 'contacted', 'submitted'),
  facts: fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.oneof(fc.integer(), fc.boolean())),
});

const chainOf = (drafts: readonly StepDraft[]): readonly Step[] => {
  const steps: Step[] = [];
  for (const next of drafts) steps.push(linkStep(steps.at(-1), next, sha256));
  return steps;
};

const chain = fc.array(draft, { minLength: 1, maxLength: 8 }).map(chainOf);

/** Each changes one field of a step. */
const changes: readonly ((step: Step) => Step)[] = [
  (step) => ({ ...step, ticketId: `${step.ticketId}0` }),
  (step) => ({ ...step, number: step.number + 1 }),
  (step) => ({ ...step, at: fromEpoch(Date.parse(step.at) + 1) }),
  (step) => ({ ...step, by: { role: 'staff', id: 'u2' } }),
  (step) => ({ ...step, type: `${step.type}!` }),
  (step) => ({ ...step, facts: { ...step.facts, added: true } }),
  (step) => ({ ...step, previous: sha256(step.previous) }),
  (step) => ({ ...step, hash: sha256(step.hash) }),
];

describe('an audit chain', () => {
  it('has the digests that stored ones have', () => {
    const place = { ticketId: '330602261120000000017-1', at: fromEpoch(start + 3_600_000) };
    const by = { role: 'staff', id: 'u1' } as const;
    const opened = { level: 'dissatisfied', bad: true, tags: 2 };
    const steps = chainOf([
      { ...place, by: { role: 'resident' }, type: 'opened', facts: opened },
      { ...place, by, type: 'contacted', facts: { z: 'é"', a: -1.5 }, sealedNote: 'sealed' },
    ]);
    expect(steps.map(({ hash }) => hash)).toEqual([
      '6e0f1e8694ecf0e5721ea54f4236b3bb2dbc18df4bf217cbcb2a426f4c5ec0e6',
      '4b7d99f281821e35c47ecf909e855ae602c7a5c18e6e39a04258ced98f9ba8f5',
    ]);
  });

  it('is whole as it was written, and after a store has reordered the facts', () => {
    fc.assert(
      fc.property(chain, (steps) => {
        expect(brokenLink(steps, sha256)).toBeUndefined();
        const reordered = steps.map((step) => ({
          ...step,
          by: Object.fromEntries(Object.entries(step.by).toReversed()) as Step['by'],
          facts: Object.fromEntries(Object.entries(step.facts).toReversed()),
        }));
        expect(brokenLink(reordered, sha256)).toBeUndefined();
      }),
    );
  });

  it('shows any single change, at the step that was changed', () => {
    fc.assert(
      fc.property(chain, fc.nat(), fc.constantFrom(...changes), (steps, pick, change) => {
        const index = pick % steps.length;
        const forged = steps.with(index, change(steps[index]!));
        expect(brokenLink(forged, sha256)).toBe(index + 1);
      }),
    );
  });

  it('shows a change even when the changed step was hashed again, unless it is the last', () => {
    fc.assert(
      fc.property(chain, fc.nat(), (steps, pick) => {
        fc.pre(steps.length > 1);
        const index = pick % (steps.length - 1);
        const rewritten = linkStep(
          steps[index - 1],
          { ...steps[index]!, type: 'something else' },
          sha256,
        );
        expect(brokenLink(steps.with(index, rewritten), sha256)).toBe(index + 2);
      }),
    );
  });

  it('shows a step that was taken out, doubled or moved', () => {
    fc.assert(
      fc.property(chain, fc.nat(), (steps, pick) => {
        fc.pre(steps.length > 1);
        const index = pick % (steps.length - 1);
        const [one, next] = [steps[index]!, steps[index + 1]!];
        expect(brokenLink(steps.toSpliced(index, 1), sha256)).toBe(index + 1);
        expect(brokenLink(steps.toSpliced(index, 0, one), sha256)).toBe(index + 2);
        expect(brokenLink(steps.toSpliced(index, 2, next, one), sha256)).toBe(index + 1);
      }),
    );
  });
});
