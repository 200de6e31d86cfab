/**
 * Both sides alternate under the same load, so that other work of the machine affects both equally.
 */
import type { Child } from './child.ts';
import type { Burst, BurstOrder } from './load.ts';
import type { Drained, SideReady } from './side.ts';
import type { Turn } from './tally.ts';

export const connections = 16;
const warmUpSeconds = 3;

interface Side {
  readonly name: string;
  readonly child: Child<SideReady>;
}

export interface TurnsOrder {
  readonly load: Child<object>;
  readonly sides: readonly Side[];
  readonly turns: number;
  /** Seconds of one turn of one side. */
  readonly seconds: number;
}

interface TurnOrder {
  readonly tokens: number;
  readonly seconds: number;
}

const play = async (load: Child<object>, { child }: Side, order: TurnOrder): Promise<Turn> => {
  const { seconds } = order;
  const tokens = await child.ask<readonly string[]>('prepare', order.tokens);
  const { url } = child.ready;
  const burst = await load.ask<Burst>('burst', {
    url,
    tokens,
    connections,
    seconds,
  } satisfies BurstOrder);
  return { burst, drained: await child.ask<Drained>('drain', burst.accepted) };
};

const rateOf = ({ burst }: Turn): number => burst.accepted.length / burst.seconds;

/**
 * Half as many again as the fastest turn so far would use, so that a turn ends by its time and not
 * for lack of tokens.
 */
const tokensFor = (turns: readonly Turn[], seconds: number): number =>
  Math.ceil(Math.max(...turns.map(rateOf)) * seconds * 1.5) + connections;

/** The turns of each side by its name, without the warm-up turn. */
export const takeTurns = async (
  { load, sides, turns, seconds }: TurnsOrder,
  tell: (line: string) => void,
): Promise<ReadonlyMap<string, readonly Turn[]>> => {
  const played = new Map<string, Turn[]>();
  for (const side of sides) {
    const { warmUp: tokens } = side.child.ready;
    played.set(side.name, [await play(load, side, { tokens, seconds: warmUpSeconds })]);
  }
  for (let number = 1; number <= turns; number += 1) {
    for (const side of sides) {
      const before = played.get(side.name) ?? [];
      const turn = await play(load, side, { seconds, tokens: tokensFor(before, seconds) });
      before.push(turn);
      tell(`turn ${number} of ${turns}, ${side.name}: ${rateOf(turn).toFixed(0)}/s`);
    }
  }
  return new Map([...played].map(([name, all]) => [name, all.slice(1)]));
};
