import { randomInt } from 'node:crypto';

import {
  IntegratorAdmitted,
  IntegratorRevoked,
} from '../../../../events/access/integrator-view.ts';
import type { Channel } from '../../../../shared/domain/rating/channel.ts';
import { fromEpoch } from '../../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../../shared/domain/time/instant.ts';
import { localToken } from '../../client/local-token.ts';
import { loopClient } from '../../client/loop-client.ts';
import type { Caller, LoopClient, SigningKey } from '../../client/loop-client.ts';
import { expectBody } from './expectation.ts';
import { freshCases } from './fresh-case.ts';
import type { FreshCases } from './fresh-case.ts';
import type { Narrator } from './narrator.ts';
import { openSteering } from './steering.ts';
import type { Steering } from './steering.ts';

/** One contact that was rated in the course of the demo. */
export interface Rated {
  readonly channel: Channel;
  readonly projectNo: string;
  readonly receipt: string;
  readonly bad: boolean;
}

/** What the scenes share. */
export interface Stage {
  readonly url: string;
  /** By the instance's clock. */
  readonly begunAt: Instant;
  readonly client: LoopClient;
  /** The instance's time, and how to move it. */
  readonly clock: Steering;
  readonly tell: Narrator;
  /** The demo's own integrator, admitted for this run. */
  readonly system: SigningKey;
  /** A window that only this run uses, so that no pad of the town shows its cases. */
  readonly window: string;
  readonly cases: FreshCases;
  /** With a token of this very moment: tokens last eight hours, and the demo moves weeks. */
  as(account: string): Promise<Caller>;
  /** For the closing table. */
  readonly rated: Rated[];
  /** Undone at the end, in reverse order, whatever happened. */
  readonly leave: (() => Promise<void>)[];
  /** Said at the very end: what stays behind. */
  readonly afterwards: { readonly zh: string; readonly en: string }[];
}

const admitSystem = async ({ as, leave }: Pick<Stage, 'as' | 'leave'>): Promise<SigningKey> => {
  const admission = { name: '演示接入系统 · demo', may: ['cases', 'invitations'] };
  const reply = await (await as('sysadmin')).post('/v1/integrators', admission);
  const { accessKey, secret } = expectBody(reply, 201, IntegratorAdmitted);
  leave.push(async () => {
    const revoked = await (await as('sysadmin')).delete(`/v1/integrators/${accessKey}`);
    expectBody(revoked, 200, IntegratorRevoked);
  });
  return { accessKey, secret };
};

export const openStage = async (url: string, tell: Narrator): Promise<Stage> => {
  const clock = await openSteering(url);
  const client = loopClient(url, { now: clock.now });
  const as = async (account: string): Promise<Caller> =>
    client.bearer(await localToken(url, account));
  const leave: Stage['leave'] = [];
  const window = `D${randomInt(10_000, 99_999)}`;
  const system = await admitSystem({ as, leave });
  const begunAt = fromEpoch(clock.now());
  const cases = freshCases(clock.now, window);
  const made = { rated: [], leave, afterwards: [] };
  return { url, begunAt, client, clock, tell, system, window, cases, as, ...made };
};
