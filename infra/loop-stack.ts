import type { Construct } from 'constructs';

import type { FlowStackProps } from './construct/flow-stack.ts';
import { LoopBase } from './loop-base.ts';
import { addAccess } from './stage/access.ts';
import { addBulletins } from './stage/bulletin.ts';
import { addCalendars } from './stage/calendar.ts';
import { addCases } from './stage/case.ts';
import { addDocs } from './stage/docs.ts';
import { addEscalation } from './stage/escalation.ts';
import { addEvidence } from './stage/evidence.ts';
import { addExchange } from './stage/exchange.ts';
import { addFigures } from './stage/figures.ts';
import { addMessages } from './stage/message.ts';
import { addNotices } from './stage/notice.ts';
import { addOversight } from './stage/oversight.ts';
import { addPads } from './stage/pad.ts';
import { addPages } from './stage/page.ts';
import { addPeriods } from './stage/period.ts';
import { addPolicies } from './stage/policy.ts';
import { addPublic } from './stage/public.ts';
import { addRatings } from './stage/rating.ts';
import { addReconciliation } from './stage/reconciliation.ts';
import { addTickets } from './stage/ticket.ts';

/**
 * The system in flow order: one file of `stage/` for each stage, with one line per function and
 * exactly its grants. Facts about each function are in `functions.table.ts`, routes in `routes.ts`,
 * shared resources in `loop-base.ts` and `construct/flow-stack.ts`.
 */
export class LoopStack extends LoopBase {
  constructor(scope: Construct, id: string, props: FlowStackProps) {
    super(scope, id, props);
    addCases(this);
    addRatings(this);
    addPads(this);
    addTickets(this);
    addEvidence(this);
    addEscalation(this);
    addNotices(this);
    addMessages(this);
    addCalendars(this);
    addPolicies(this);
    addAccess(this);
    addFigures(this);
    addExchange(this);
    addPeriods(this);
    addReconciliation(this);
    addOversight(this);
    addBulletins(this);
    addPublic(this);
    addDocs(this);
    addPages(this);
    this.addRoutes();
  }
}
