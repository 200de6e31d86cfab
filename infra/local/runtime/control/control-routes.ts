/** The control routes of the local runtime: clock, faults, queue depths, waiting until idle. */
import { z } from 'zod';

import type { SteerableClock } from '../../engine/clock.ts';
import type { Faults, QueueEngine } from '../../engine/model.ts';
import { parseDuration } from './duration.ts';

export interface ControlParts {
  readonly clock: SteerableClock;
  readonly queues: QueueEngine;
  /** Changed in place, because every part of the runtime holds a reference to it. */
  readonly faults: Faults;
  /** Resolves when nothing is left to deliver at the current engine time. */
  readonly idle: () => Promise<void>;
}

export interface ControlAnswer {
  readonly status: number;
  readonly body: object;
}

type Control = (parts: ControlParts, input: unknown) => Promise<ControlAnswer> | ControlAnswer;

const answerOk = (body: object): ControlAnswer => ({ status: 200, body });

const answerProblem = (status: number, title: string, detail: string): ControlAnswer => ({
  status,
  body: { type: 'about:blank', title, status, detail },
});

const answerInvalid = (fault: z.ZodError): ControlAnswer =>
  answerProblem(400, 'Invalid input', z.prettifyError(fault));

const Duration = z.string().transform((text, context) => {
  const ms = parseDuration(text);
  if (ms !== undefined) return ms;
  const message =
    'not an ISO 8601 duration of weeks, days, hours, minutes or seconds, as P3D or PT2H';
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const Moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

const Steering = z
  .strictObject({ advance: Duration.optional(), set: Moment.optional() })
  .refine(({ advance, set }) => (advance === undefined) !== (set === undefined), {
    message: 'give either advance or set',
  });

/** The domain supports years of four digits, and no calendar of this century reaches further. */
const LATEST = Date.parse('2099-12-31T00:00:00Z');

const Times = z.int().min(1).max(100_000);

const CenterInjection = z.strictObject({
  down: z.boolean().optional(),
  timeoutAfterCommit: Times.optional(),
  refuse: z.strictObject({ code: z.string().min(1).max(20), times: Times }).optional(),
  duplicateAnswer: Times.optional(),
  garbage: Times.optional(),
  status500: Times.optional(),
  slowMs: z.int().min(0).max(60_000).optional(),
  requestChange: z.strictObject({ reason: z.string().min(1).max(300), times: Times }).optional(),
});

const Share = z.number().min(0).max(1);

const Injection = z.strictObject({
  throttle: Share.optional(),
  duplicate: z.int().min(1).max(10).optional(),
  delayMs: z.int().min(0).max(86_400_000).optional(),
  crash: Share.optional(),
  timeout: Share.optional(),
  conflict: Share.optional(),
  leftOver: Share.optional(),
  indexLag: z.int().min(0).max(3_600_000).optional(),
  reorder: Share.optional(),
  center: CenterInjection.optional(),
});

const showClock = ({ clock }: ControlParts): ControlAnswer =>
  answerOk({ now: new Date(clock.now()).toISOString(), running: clock.running });

const steerClock: Control = (parts, input) => {
  const asked = Steering.safeParse(input);
  if (!asked.success) return answerInvalid(asked.error);
  const now = parts.clock.now();
  const target = asked.data.set ?? now + (asked.data.advance ?? 0);
  if (target > LATEST)
    return answerProblem(400, 'Too far ahead', 'The clock goes to the end of 2099.');
  if (target < now) {
    const detail = `The clock only moves forward; it is ${new Date(now).toISOString()} now.`;
    return answerProblem(400, 'Backwards in time', detail);
  }
  // A running clock has advanced since the request was read.
  parts.clock.set(Math.max(target, parts.clock.now()));
  return showClock(parts);
};

const injectFaults: Control = ({ faults }, input) => {
  const asked = Injection.safeParse(input);
  if (!asked.success) return answerInvalid(asked.error);
  for (const name of Object.keys(Injection.shape) as (keyof Faults)[]) delete faults[name];
  Object.assign(faults, asked.data);
  return answerOk(faults);
};

const IDLE_LIMIT_MS = 120_000;

const waitForRest: Control = async ({ idle }) => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), IDLE_LIMIT_MS);
  });
  const rested = await Promise.race([idle().then(() => true), late]);
  clearTimeout(timer);
  if (rested) return answerOk({ idle: true });
  return answerProblem(503, 'Not idle', `There was still work after ${IDLE_LIMIT_MS / 1000} s.`);
};

const CONTROLS: Readonly<Record<string, Control>> = {
  'GET /_local/clock': showClock,
  'POST /_local/clock': steerClock,
  'GET /_local/queues': async ({ queues }) => answerOk({ queues: await queues.depths() }),
  'GET /_local/faults': ({ faults }) => answerOk(faults),
  'POST /_local/faults': injectFaults,
  'POST /_local/idle': waitForRest,
};

/** Handles a control request; `route` is e.g. `POST /_local/clock`, `body` JSON or empty. */
export const answerControl = async (
  parts: ControlParts,
  route: string,
  body: string,
): Promise<ControlAnswer | undefined> => {
  const control = CONTROLS[route];
  if (!control) return undefined;
  let input: unknown;
  try {
    input = body === '' ? {} : (JSON.parse(body) as unknown);
  } catch {
    return answerProblem(400, 'Invalid input', 'The body is not JSON.');
  }
  return control(parts, input);
};
