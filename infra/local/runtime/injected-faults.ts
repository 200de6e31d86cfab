/** The faults of `POST /_local/faults`, except those of the event sources. */
import type { WireCall } from '../engine/endpoint.ts';
import type { QueueMishaps, TableMishaps } from '../engine/mishap.ts';
import type { Faults, FunctionHosts } from '../engine/model.ts';
import { ServiceError } from '../engine/wire.ts';
import type { WireCaller } from '../engine/wire.ts';
import { OPERATOR } from './permission/guard.ts';

/**
 * Throttles a share of the functions' DynamoDB calls; calls of the operator are never throttled.
 */
export const throttleCalls =
  (faults: Faults, random: () => number) =>
  ({ service, caller }: WireCall): void => {
    const concerned = service.startsWith('DynamoDB') && caller.accessKeyId !== OPERATOR.accessKeyId;
    if (!concerned || random() >= (faults.throttle ?? 0)) return;
    throw new ServiceError(
      'ThrottlingException',
      'Throughput exceeds the current capacity of your table or index. (injected fault)',
    );
  };

/** Faults affect functions, and the runtime on their behalf, not the operator. */
const isSpared = (caller: WireCaller | undefined): boolean =>
  caller?.accessKeyId === OPERATOR.accessKeyId;

/** Returns true for that share of the calls. Calls `random` only when a fault is injected. */
const happens = (share: number | undefined, random: () => number): boolean =>
  share !== undefined && share > 0 && random() < share;

/** The effects of contention, load and distribution on the functions' table calls. */
export const tableMishaps = (faults: Faults, random: () => number): TableMishaps => ({
  conflicting: (count, caller) =>
    !isSpared(caller) && happens(faults.conflict, random)
      ? Math.floor(random() * count)
      : undefined,
  leavesOver: (caller) => !isSpared(caller) && happens(faults.leftOver, random),
  indexLagMs: (caller) => (isSpared(caller) ? 0 : (faults.indexLag ?? 0)),
});

/** The effects of distribution on standard queues. */
export const queueMishaps = (faults: Faults, random: () => number): QueueMishaps => ({
  reorders: (caller) => !isSpared(caller) && happens(faults.reorder, random),
  random,
});

/** Selects the calls of functions whose response is lost after they were carried out. */
export const losesAnswer =
  (faults: Faults, random: () => number) =>
  ({ caller }: WireCall): boolean =>
    !isSpared(caller) && happens(faults.timeout, random);

/** Discards the response of a share of the invocations, after the function has done its work. */
export const crashAfterWork = (
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
