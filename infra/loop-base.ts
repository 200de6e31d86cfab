import { FlowStack } from './construct/flow-stack.ts';
import { QUEUES } from './queues.table.ts';
import { WARNINGS } from './warnings.table.ts';

/**
 * The shared resources of the stages on top of the base: the queues between them, and the queues
 * for failures.
 */
export class LoopBase extends FlowStack {
  readonly escalations = this.workQueue('Escalation', QUEUES.Escalation);
  readonly notices = this.workQueue('Notice', QUEUES.Notice);
  /** Messages to residents, sent by day. */
  readonly messages = this.workQueue('Message', QUEUES.Message);
  readonly recounts = this.workQueue('Recount', QUEUES.Recount);
  /** Cases that may have to be reported to the provincial center; in order per case. */
  readonly reports = this.workQueue('Report', QUEUES.Report);

  /** Scheduled runs that failed. */
  readonly scheduleFailures = this.deadLetters('ScheduleFailure', WARNINGS.schedulesLost);
  /** Changes on which all attempts of their consumer failed. */
  readonly streamFailures = this.deadChanges('StreamFailure', WARNINGS.changesGivenUp);
}
