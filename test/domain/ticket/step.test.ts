import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { TicketEvent } from '../../../shared/domain/ticket/event/event.ts';
import { chainedFrom, chainSteps } from '../../../shared/domain/ticket/step/chain.ts';
import { brokenLink, linkStep } from '../../../shared/domain/ticket/step/step.ts';
import type { Step } from '../../../shared/domain/ticket/step/step.ts';
import { fromEpoch } from '../../../shared/domain/time/instant.ts';
import { sha256 } from '../../../shared/rules.ts';
import { opened } from './event-change.ts';
import { exampleEvent } from './event-example.ts';

const start = Date.UTC(2026, 10, 20);

const draft: fc.Arbitrary<TicketEvent> = fc
  .record({
    at: fc.integer({ min: 0, max: 1_000_000 }).map((ms) => fromEpoch(start + ms)),
    by: fc.constantFrom({ role: 'resident' } as const, { role: 'staff', id: 'u1' } as const),
    type: fc.constantFrom('opened', 'contacted', 'submitted'),
  })
  .map(({ type, ...more }) => exampleEvent(type, more) as TicketEvent);

const chainOf = (drafts: readonly TicketEvent[]): readonly Step[] => {
  const steps: Step[] = [];
  for (const next of drafts) steps.push(linkStep(steps.at(-1), next, sha256));
  return steps;
};

const chain = fc.array(draft, { minLength: 1, maxLength: 8 }).map(chainOf);

/** A step as someone with access to the table can write it. */
const forge = (step: Step, changes: object): Step => ({ ...step, ...changes });

/** Each changes one field of a step. */
const changes: readonly ((step: Step) => Step)[] = [
  (step) => forge(step, { ticketId: `${step.ticketId}0` }),
  (step) => forge(step, { number: step.number + 1 }),
  (step) => forge(step, { at: fromEpoch(Date.parse(step.at) + 1) }),
  (step) => forge(step, { by: { role: 'staff', id: 'u2' } }),
  (step) => forge(step, { type: `${step.type}!` }),
  (step) => forge(step, { facts: { ...step.facts, added: true } }),
  (step) => forge(step, { round: 2 }),
  (step) => forge(step, { actionId: 'a1' }),
  (step) => forge(step, { commit: { version: 9 } }),
  (step) => forge(step, { previous: sha256(step.previous) }),
  (step) => forge(step, { hash: sha256(step.hash) }),
];

/** The same value with the members of every object in another order, as a store may return it. */
const reorder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reorder);
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).toReversed();
  return Object.fromEntries(members.map(([name, part]) => [name, reorder(part)]));
};

describe('an audit chain', () => {
  it('has the digests of the canonical JSON, which anybody can compute again', () => {
    const by = { role: 'staff', id: 'u1', department: undefined } as const;
    const steps = chainOf([
      exampleEvent('urged', { by: { role: 'system' } }),
      exampleEvent('found', { by, sealedNote: 'sealed é"' }),
    ]);
    const first =
      '{"at":"2026-11-20T01:00:00.000Z","by":{"role":"system"},"facts":{"urges":1},"number":1,' +
      '"previous":"330602261119000000017-1","round":1,"ticketId":"330602261119000000017-1",' +
      '"type":"urged"}';
    expect(steps[0]?.hash).toBe(sha256(first));
    const second =
      '{"at":"2026-11-20T01:00:00.000Z","by":{"id":"u1","role":"staff"},' +
      '"facts":{"cause":"time","kind":"complex"},"number":2,' +
      `"previous":"${sha256(first)}","round":1,"ticketId":"330602261119000000017-1",` +
      `"type":"found","words":{"note":"${sha256('sealed é"')}"}}`;
    expect(steps[1]?.hash).toBe(sha256(second));
  });

  it('is whole as it was written, and after a store has reordered the facts', () => {
    fc.assert(
      fc.property(chain, (steps) => {
        expect(brokenLink(steps, sha256)).toBeUndefined();
        const reordered = steps.map((step) => reorder(step) as Step);
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
          forge(steps[index]!, { actionId: 'another' }),
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

  it('shows a step of another ticket, though it is linked like one of this', () => {
    const steps = chainOf([exampleEvent('opened'), exampleEvent('urged')]);
    const foreign = linkStep(steps.at(-1), exampleEvent('urged', { ticketId: 'other-1' }), sha256);
    expect(brokenLink([...steps, foreign], sha256)).toBe(3);
    expect(brokenLink([], sha256)).toBeUndefined();
  });

  it('is continued from its last step, and never without a first one', () => {
    const [first] = chainOf([exampleEvent('opened')]);
    const events = [exampleEvent('urged'), exampleEvent('unmasked')];
    const begun = chainedFrom(opened, first!);
    expect(begun).toEqual({ ...opened, lastStep: { number: 1, hash: first!.hash } });
    const { ticket, steps } = chainSteps(begun, events, sha256);
    expect(brokenLink([first!, ...steps], sha256)).toBeUndefined();
    expect(steps.map(({ number, type }) => `${number} ${type}`)).toEqual(['2 urged', '3 unmasked']);
    expect(ticket).toEqual({ ...opened, lastStep: { number: 3, hash: steps[1]!.hash } });
    expect(() => chainSteps(opened, events, sha256)).toThrow('no first step');
  });
});
