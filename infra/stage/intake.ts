/** What comes in: cases, ratings, entries of staff, pads. */
import { Duration } from 'aws-cdk-lib';

import { beat } from '../construct/feed.ts';
import { ringForPads } from '../construct/pad-alarms.ts';
import type { LoopGround } from '../loop-ground.ts';

/** A self-built system reports what happened in a case. */
export const cases = (flow: LoopGround): void => {
  const { table, keys } = flow;
  flow.add('case/receive', table.may('GetItem', 'PutItem'), ...keys);
  flow.add('case/show', table.may('GetItem'), ...keys);
  flow.add('case/import', table.may('GetItem', 'PutItem'), ...keys);
};

/** A resident is invited, rates, and follows the rating; a bad one opens its ticket in that write. */
export const ratings = (flow: LoopGround): void => {
  const { table, keys, publicUrl } = flow;
  flow.add('rating/invite', table.may('GetItem', 'PutItem'), ...keys, publicUrl);
  flow.add('rating/present', table.may('GetItem'), ...keys);
  flow.add('rating/submit', table.may('GetItem', 'PutItem'), ...keys);
  flow.add('rating/follow', table.may('GetItem'), ...keys);
  flow.add('rating/append', table.may('GetItem', 'PutItem'), ...keys);
};

/** Staff write down what came by telephone or on paper; a second person confirms it. */
export const entries = (flow: LoopGround): void => {
  const { table, keys, claims } = flow;
  flow.add('rating/enter', table.may('GetItem', 'PutItem'), ...keys, claims);
  flow.add('rating/awaiting', table.query('list'), ...keys, claims);
  flow.add('rating/confirm', table.may('GetItem', 'PutItem'), ...keys, claims);
};

/** Pads at the windows of a hall: put to work, shown what to rate, collected from, watched. */
export const pads = (flow: LoopGround): void => {
  const { table, keys, makeKeys, claims } = flow;
  flow.add('pad/register', table.may('PutItem'), claims);
  flow.add('pad/list', table.query('list'), claims);
  flow.add('pad/revoke', table.may('GetItem', 'PutItem'), claims);
  flow.add('pad/enrol', table.may('GetItem', 'PutItem', 'DeleteItem'), ...makeKeys);
  flow.add('pad/current', table.may('GetItem'), ...keys);
  flow.add('pad/collect', table.may('GetItem', 'PutItem'), ...keys);
  flow.add('pad/beat', table.may('GetItem', 'PutItem'), ...keys);
  const failures = flow.beatFailures;
  const watch = flow.add('pad/watch', table.query('list'), failures.receive());
  beat(watch, { every: Duration.minutes(5), failures });
  ringForPads(watch, flow.onCall);
};
