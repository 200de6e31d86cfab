import { FlowStack } from './construct/flow-stack.ts';
import { QUEUES } from './queues.table.ts';
import { WARNINGS } from './warnings.table.ts';

/** What the stages share beyond the ground itself: the queues between them, and where failures end. */
export class LoopBase extends FlowStack {
  readonly escalations = this.workQueue('Escalation', QUEUES.Escalation);
  readonly notices = this.workQueue('Notice', QUEUES.Notice);
  readonly recounts = this.workQueue('Recount', QUEUES.Recount);
  /** Cases of which the provincial center may have to be told something; in order per case. */
  readonly reports = this.workQueue('Report', QUEUES.Report);

  /** Regular checks that did not run. */
  readonly scheduleFailures = this.deadLetters('ScheduleFailure', WARNINGS.schedulesLost);
  /** Changes that their reader failed on to the last. */
  readonly streamFailures = this.deadChanges('StreamFailure', WARNINGS.changesGivenUp);
}
