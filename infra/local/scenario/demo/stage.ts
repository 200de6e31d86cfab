import { randomInt } from 'node:crypto';

import { IntegratorAdmitted } from '../../../../events/access/integrator-view.ts';
import type { Channel } from '../../../../shared/domain/rating/channel.ts';
import { fromEpoch } from '../../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../../shared/domain/time/instant.ts';
import { localTokens } from '../../client/local-token.ts';
import { loopClient } from '../../client/loop-client.ts';
import type { SigningKey } from '../../client/loop-client.ts';
import { wholeCity } from '../../client/two-persons.ts';
import { summarizeProblem } from '../player/expectation.ts';
import { openPlayer } from '../player/player.ts';
import type { Player } from '../player/player.ts';
import { openSteering } from '../player/steering.ts';
import type { Steering } from '../player/steering.ts';
import { playByTwo } from '../player/two-persons.ts';
import { createCaseMaker } from './case-maker.ts';
import type { CaseMaker } from './case-maker.ts';
import type { Narrator } from './narrator.ts';

/** One contact that this run rated. */
export interface Rated {
  readonly channel: Channel;
  readonly projectNo: string;
  /** Absent for a rating that staff entered: the receipt is the resident's. */
  readonly receipt?: string | undefined;
  readonly bad: boolean;
}

/** What the scenes share. The player signs with a key that is admitted for this run. */
export interface Stage extends Player {
  readonly url: string;
  /** By the clock of the instance. */
  readonly begunAt: Instant;
  readonly clock: Steering;
  readonly tell: Narrator;
  /** A window that only this run uses, so that no pad of the town shows its cases. */
  readonly window: string;
  readonly cases: CaseMaker;
  /** The key of the player. */
  readonly key: SigningKey;
  readonly tokenOf: (account: string) => Promise<string>;
  /** Expects a refusal and prints it. */
  readonly showRefusal: Player['expectRefusal'];
  /** For the last table. */
  readonly rated: Rated[];
  /** Called at the end, in reverse order, also after a failure. */
  readonly leave: (() => Promise<void>)[];
  /** Printed at the very end: what remains in the instance. */
  readonly afterwards: { readonly zh: string; readonly en: string }[];
}

const admitOwnSystem = async (player: Player, leave: Stage['leave']) => {
  const body = {
    name: '演示接入系统 · demo',
    may: ['cases', 'invitations'],
    scope: wholeCity,
  };
  const given = { by: 'sysadmin', and: 'sysadmin-2', body };
  const { accessKey, secret } = await playByTwo(player, 'admitIntegrator', {
    given,
    result: IntegratorAdmitted,
  });
  leave.push(async () => {
    await player.play('revokeIntegrator', { by: 'sysadmin', at: { accessKey } });
  });
  return { accessKey, secret };
};

export const openStage = async (url: string, tell: Narrator): Promise<Stage> => {
  const clock = await openSteering(url);
  const client = loopClient(url, { now: clock.now });
  const tokenOf = localTokens(url, clock.now);
  const leave: Stage['leave'] = [];
  const window = `D${randomInt(10_000, 99_999)}`;
  const key = await admitOwnSystem(openPlayer({ client, tokenOf }), leave);
  const player = openPlayer({ client, tokenOf, key });
  return {
    ...player,
    url,
    begunAt: fromEpoch(clock.now()),
    clock,
    tell,
    window,
    cases: createCaseMaker(clock.now, window),
    key,
    tokenOf,
    showRefusal: async (...step) => {
      const problem = await player.expectRefusal(...step);
      tell.quote(summarizeProblem(problem));
      return problem;
    },
    rated: [],
    leave,
    afterwards: [],
  };
};
