import type { Construct } from 'constructs';

import type { FlowStackProps } from './construct/flow-stack.ts';
import { LoopGround } from './loop-ground.ts';
import { centerCallbacks, periods, reconciliation, reports } from './stage/exchange.ts';
import { changes, deadlines, escalation, tickets, webhooks } from './stage/handling.ts';
import { cases, entries, pads, ratings } from './stage/intake.ts';
import { bulletins, figures, openData } from './stage/numbers.ts';
import { oversight } from './stage/oversight.ts';
import { calendars, integrators, policies } from './stage/rules.ts';

/**
 * The system in flow order. Each stage is a function in `stage/`, with one line per function of the
 * flow and exactly what it is given. Facts about each are in `functions.table.ts`, routes in
 * `routes.ts`, the ground below in `loop-ground.ts` and `construct/flow-stack.ts`.
 */
export class LoopStack extends LoopGround {
  constructor(scope: Construct, id: string, props: FlowStackProps) {
    super(scope, id, props);
    cases(this);
    ratings(this);
    entries(this);
    pads(this);
    tickets(this);
    changes(this);
    deadlines(this);
    escalation(this);
    webhooks(this);
    calendars(this);
    policies(this);
    integrators(this);
    figures(this);
    reports(this);
    periods(this);
    reconciliation(this);
    centerCallbacks(this);
    oversight(this);
    bulletins(this);
    openData(this);
    this.openDoor();
  }
}
