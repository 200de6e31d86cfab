import type { Faults, FunctionHosts, Invocation } from '../model.ts';
import type { Report, Tally } from './event-source.ts';
import type { Loop } from './loop.ts';

export interface DeliveryParts {
  readonly functionArn: string;
  readonly hosts: FunctionHosts;
  readonly faults: Faults;
  readonly report: Report;
  readonly tally: Tally;
  /**
   * Returns 0 ≤ x < 1 and decides which invocations crash; default `Math.random`. Set it to make a
   * run repeatable.
   */
  readonly random?: () => number;
}

export type Deliver = (event: unknown) => Promise<Invocation>;

const CRASHED: Invocation = {
  ok: false,
  fault: 'Crash injected after the function did its work; its answer is lost.',
};

const faultOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const invokeOnce = async (parts: DeliveryParts, event: unknown): Promise<Invocation> => {
  const { functionArn, hosts, faults, report, tally, random = Math.random } = parts;
  tally.invocations += 1;
  try {
    const outcome = await hosts.invoke(functionArn, event);
    return random() < (faults.crash ?? 0) ? CRASHED : outcome;
  } catch (error) {
    report(error);
    return { ok: false, fault: faultOf(error) };
  }
};

/**
 * Invokes the function, as often as `faults.duplicate` says. The last result counts; the earlier
 * ones are duplicate deliveries of the same batch, which at-least-once delivery allows at any time.
 */
export const createDelivery =
  (parts: DeliveryParts): Deliver =>
  async (event) => {
    const { faults, tally } = parts;
    const times = Math.max(1, Math.floor(faults.duplicate ?? 1));
    tally.inFlight += 1;
    let outcome = await invokeOnce(parts, event);
    for (let time = 1; time < times; time += 1) outcome = await invokeOnce(parts, event);
    tally.inFlight -= 1;
    if (!outcome.ok) tally.faults += 1;
    return outcome;
  };

/** Waits for `faults.delayMs` of engine time. */
export const holdBack = async (loop: Loop, now: number, faults: Faults): Promise<void> => {
  const delay = faults.delayMs ?? 0;
  if (delay > 0) await loop.restUntil(now + delay);
};
