import { asProblem } from '../../shared/http/edge.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { raiseAlarm } from '../../shared/telemetry.ts';

/**
 * Whether the fault is one of the table or of the way to it, which another item would meet as well:
 * then the whole call is sent again.
 */
const isOfService = (fault: unknown): boolean =>
  fault instanceof Error && ('$metadata' in fault || asProblem(fault).code === 'busy');

/** More of them are no matter of single items: the store is away, and the call is sent again. */
const mostFaults = 8;

/** The faults of a call whose items are each taken or refused on their own. */
export interface ItemFaults {
  /**
   * Returns why an item is refused. A fault is one more reason: it must not take away the answer of
   * those that were stored.
   * @throws the fault when it is one of the service, or when there were too many
   */
  readonly problemOf: (fault: unknown) => Problem;
  /** @throws the first fault when nothing else came of all these items */
  readonly end: (items: number) => void;
}

export const createItemFaults = (route: string): ItemFaults => {
  const faults: unknown[] = [];
  return {
    problemOf(fault) {
      if (fault instanceof Problem) return fault;
      faults.push(fault);
      if (isOfService(fault) || faults.length > mostFaults) throw fault;
      raiseAlarm('faulted', fault, { route });
      return asProblem(fault);
    },
    end(items) {
      if (faults.length > 0 && faults.length === items) throw faults[0];
    },
  };
};
