/** What everything is decided by, and who may send. */
import { Duration } from 'aws-cdk-lib';

import { beat, consumeQueue } from '../construct/feed.ts';
import type { LoopGround } from '../loop-ground.ts';

/** A year's notice is loaded or corrected, and the open tickets that it touches are counted again. */
export const calendars = (flow: LoopGround): void => {
  const { table, claims, recounts, onCall } = flow;
  const spread = [table.query('list'), recounts.send()];
  flow.add('calendar/show', table.may('GetItem', 'Query'), table.query('list'), claims);
  flow.add('calendar/load', table.may('GetItem', 'PutItem'), ...spread, claims);
  const failures = flow.beatFailures;
  const given = [table.may('PutItem', 'Query'), ...spread, failures.receive()];
  const resume = flow.add('calendar/resume', ...given);
  beat(resume, { every: Duration.minutes(5), failures });
  const rights = [recounts.consume(), table.may('GetItem', 'PutItem', 'Query')];
  const recount = flow.add('calendar/recount', ...rights);
  consumeQueue(recount, { source: recounts, onCall });
};

/** The city's rules are proposed, tried against the open tickets, and put in force by a second person. */
export const policies = (flow: LoopGround): void => {
  const { table, claims } = flow;
  flow.add('policy/list', table.may('Query'), claims);
  flow.add('policy/show', table.may('GetItem', 'Query'), claims);
  flow.add('policy/propose', table.may('PutItem', 'Query'), claims);
  flow.add('policy/dry-run', table.may('GetItem', 'Query'), table.query('list'), claims);
  flow.add('policy/activate', table.may('GetItem', 'PutItem', 'Query'), claims);
};

/** Who may send. */
export const integrators = (flow: LoopGround): void => {
  const { table, makeKeys, claims } = flow;
  flow.add('integrator/admit', table.may('GetItem'), ...makeKeys, claims);
  flow.add('integrator/list', table.query('list'), claims);
  flow.add('integrator/revoke', table.may('UpdateItem'), claims);
};
