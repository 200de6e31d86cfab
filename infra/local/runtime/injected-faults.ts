/** The faults of `POST /_local/faults` that are not the event sources' own. */
import type { WireCall } from '../engine/door.ts';
import type { Faults, FunctionHosts } from '../engine/model.ts';
import { ServiceError } from '../engine/wire.ts';
import { OPERATOR } from './permission/guard.ts';

/** Throttles a share of the functions' DynamoDB calls; the operator is never throttled. */
export const throttling =
  (faults: Faults, random: () => number) =>
  ({ service, caller }: WireCall): void => {
    const concerned = service.startsWith('DynamoDB') && caller.accessKeyId !== OPERATOR.accessKeyId;
    if (!concerned || random() >= (faults.throttle ?? 0)) return;
    throw new ServiceError(
      'ThrottlingException',
      'Throughput exceeds the current capacity of your table or index. (injected fault)',
    );
  };

/** The calls of functions whose answer gets lost after they were carried out. */
export const losing =
  (faults: Faults, random: () => number) =>
  ({ caller }: WireCall): boolean =>
    caller.accessKeyId !== OPERATOR.accessKeyId && random() < (faults.timeout ?? 0);

/** Loses the answer of a share of the invocations, after the function has done its work. */
export const crashing = (
  hosts: FunctionHosts,
  faults: Faults,
  random: () => number,
): FunctionHosts => ({
  invoke: async (functionArn, event) => {
    const outcome = await hosts.invoke(functionArn, event);
    const isLost = random() < (faults.crash ?? 0);
    return isLost ? { ok: false, fault: 'Injected fault: lost after its work' } : outcome;
  },
});
