import * as z from 'zod/mini';

import type { Counter } from '../../domain/figures/counter.ts';
import type { FigureMember } from '../../domain/figures/member.ts';
import { slots } from '../../domain/figures/slot.ts';
import type { Slot } from '../../domain/figures/slot.ts';
import { Instant } from '../../domain/time/instant.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

/** A counter as it is stored: the slots are flat attributes beside its marks. */
export type CounterItem = { readonly [Name in Slot]?: number } & {
  readonly version: number;
  readonly marks: Counter['marks'];
};

const Count = z.exactOptional(z.int());

type ProofSlot = Extract<Slot, `proof:${string}`>;
const isProofSlot = (slot: Slot): slot is ProofSlot => slot.startsWith('proof:');

type ContestSlot = Extract<Slot, `contest:${string}`>;
const isContestSlot = (slot: Slot): slot is ContestSlot => slot.startsWith('contest:');

type NeitherSlot = 'contest:neither';
const isNeitherSlot = (slot: Slot): slot is NeitherSlot => slot === 'contest:neither';

type FirstContestSlot = Exclude<ContestSlot, NeitherSlot>;
const isFirstContestSlot = (slot: Slot): slot is FirstContestSlot =>
  isContestSlot(slot) && !isNeitherSlot(slot);

type LapsedSlot = Extract<Slot, `lapsed:${string}`>;
const isLapsedSlot = (slot: Slot): slot is LapsedSlot => slot.startsWith('lapsed:');

type FirstSlot = Exclude<Slot, ContestSlot | LapsedSlot | ProofSlot>;
const isFirstSlot = (slot: Slot): slot is FirstSlot =>
  !isProofSlot(slot) && !isContestSlot(slot) && !isLapsedSlot(slot);

/** A new slot is a new version, as any new member is. */
const countsOf = <Name extends Slot>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, Count])) as Record<Name, typeof Count>;

const CounterV1 = z.strictObject({
  ...countsOf(slots.filter((slot) => isFirstSlot(slot))),
  version: z.int(),
  marks: z.record(z.string(), z.strictObject({ sequence: z.string(), at: Instant })),
});

const CounterV2 = z.extend(CounterV1, countsOf(slots.filter((slot) => isProofSlot(slot))));
const CounterV3 = z.extend(CounterV2, countsOf(slots.filter((slot) => isFirstContestSlot(slot))));
const CounterV4 = z.extend(CounterV3, countsOf(slots.filter((slot) => isNeitherSlot(slot))));
const CounterV5 = z.extend(CounterV4, countsOf(slots.filter((slot) => isLapsedSlot(slot))));

export const storedCounter = defineKind<CounterItem>()({
  name: 'figure',
  writes: 5,
  // Version 2: counts by the class of the proof. Version 3: contests.
  // Version 4: contests in which neither rating counts. Version 5: claims that lapsed.
  versions: startVersions(1, CounterV1)
    .next(CounterV2, (older): z.output<typeof CounterV2> => older)
    .next(CounterV3, (older): z.output<typeof CounterV3> => older)
    .next(CounterV4, (older): z.output<typeof CounterV4> => older)
    .next(CounterV5, (older): z.output<typeof CounterV5> => older),
});

/** `kind` is an attribute of the table; the member's own kind is in its key. */
export type MemberItem = Omit<FigureMember, 'kind'> & { readonly version: number };

export const storedMember = defineKind<MemberItem>()({
  name: 'figure_member',
  writes: 1,
  versions: startVersions(
    1,
    z.strictObject({
      id: z.string(),
      area: z.string(),
      name: z.optional(z.string()),
      firstAt: Instant,
      lastFinishedAt: z.optional(Instant),
      lastRatedAt: z.optional(Instant),
      version: z.int(),
    }),
  ),
});

interface Applied {
  /** When the newest change in the sums was made. */
  readonly at: Instant;
}

export const storedApplied = defineKind<Applied>()({
  name: 'figures_applied',
  writes: 1,
  versions: startVersions(1, z.strictObject({ at: Instant })),
});
