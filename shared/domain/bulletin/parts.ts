import { shareOf } from '../figures/measure.ts';
import type { Rate } from '../figures/measure.ts';
import type { Counts, Slot } from '../figures/slot.ts';
import { channels, ownChannels } from '../rating/channel.ts';
import type { Channel } from '../rating/channel.ts';
import { levels } from '../rating/level.ts';
import type { Level } from '../rating/level.ts';
import { claimKinds } from '../ticket/claim-kind.ts';
import type { ClaimKind } from '../ticket/claim-kind.ts';
import { duties } from '../ticket/tally-counts.ts';
import type { Duty } from '../ticket/tally-counts.ts';
import { ticketStates } from '../ticket/terms.ts';
import type { TicketState } from '../ticket/terms.ts';

interface ClockLine {
  readonly clock: Duty;
  readonly onTime: number;
  readonly late: number;
  readonly missed: number;
}

interface ClaimLine {
  readonly kind: ClaimKind;
  readonly asked: number;
  readonly granted: number;
  readonly refused: number;
  readonly lapsed: number;
}

/** The month's sums of the whole area, by subject. */
export interface BulletinParts {
  readonly levels: readonly { readonly level: Level; readonly share: Rate }[];
  readonly channels: readonly {
    readonly channel: Channel;
    readonly rated: number;
    readonly bad: Rate;
  }[];
  readonly states: readonly { readonly state: TicketState; readonly share: Rate }[];
  readonly followUps: readonly { readonly level: Level; readonly share: Rate }[];
  readonly clocks: readonly ClockLine[];
  readonly claims: readonly ClaimLine[];
}

type Read = (slot: Slot) => number;

/** A channel over which nothing can arrive here is named only where there is something to say. */
const shownChannels = (readCount: Read): readonly Channel[] =>
  channels.filter((one) => ownChannels.includes(one) || readCount(`rated_by:${one}`) > 0);

const clocksOf = (of: Read): readonly ClockLine[] =>
  duties.map((clock) => ({
    clock,
    onTime: of(`${clock}:on_time`),
    late: of(`${clock}:late`),
    missed: of(`${clock}:missed`),
  }));

const claimsOf = (of: Read): readonly ClaimLine[] =>
  claimKinds.map((kind) => ({
    kind,
    asked: of(`claim:${kind}`),
    granted: of(`granted:${kind}`),
    refused: of(`refused:${kind}`),
    lapsed: of(`lapsed:${kind}`),
  }));

export const partsOf = (counts: Counts): BulletinParts => {
  const readCount: Read = (slot) => counts[slot] ?? 0;
  return {
    levels: levels.map((level) => ({
      level,
      share: shareOf(readCount(`rated:${level}`), readCount('rated')),
    })),
    channels: shownChannels(readCount).map((channel) => {
      const rated = readCount(`rated_by:${channel}`);
      return { channel, rated, bad: shareOf(readCount(`bad_by:${channel}`), rated) };
    }),
    states: ticketStates.map((state) => ({
      state,
      share: shareOf(readCount(`state:${state}`), readCount('bad')),
    })),
    followUps: levels.map((level) => ({
      level,
      share: shareOf(readCount(`follow_up:${level}`), readCount('follow_up')),
    })),
    clocks: clocksOf(readCount),
    claims: claimsOf(readCount),
  };
};
