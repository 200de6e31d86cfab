import { randomUUID } from 'node:crypto';

import type { EpochMs, LocalClock } from '../clock.ts';
import type { Faults, FunctionHosts, QueueEngine, ScheduleDefinition } from '../model.ts';
import { Activity } from './activity.ts';
import { createDelivery, holdBack } from './delivery.ts';
import { emptyTally } from './event-source.ts';
import type { EventSource, Report, Tally } from './event-source.ts';
import type { Loop } from './loop.ts';
import { queueUrlOf } from './queue/queue-url.ts';
import { Agenda, MOST_MADE_UP } from './schedule/agenda.ts';
import { parseSchedule } from './schedule/schedule-expression.ts';
import { scheduleInput } from './schedule/scheduled-event.ts';
import type { Occurrence } from './schedule/scheduled-event.ts';

/** A run that failed at every attempt. */
export interface DroppedRun {
  readonly scheduleId: string;
  readonly time: EpochMs;
  readonly input: unknown;
  readonly fault: string;
}

export interface ScheduleSourceOptions {
  readonly schedule: ScheduleDefinition;
  readonly hosts: FunctionHosts;
  readonly clock: LocalClock;
  readonly report: Report;
  /** Read at every delivery; default: none. */
  readonly faults?: Faults;
  /** Runs after this engine time are due; default: those after the start. */
  readonly since?: EpochMs;
  /** Receives the input of dropped runs, like the dead-letter queue of an asynchronous function. */
  readonly deadLetters?: { readonly queues: QueueEngine; readonly queueArn: string };
  readonly onDropped?: (run: DroppedRun) => void;
  readonly random?: () => number;
}

/** Lambda retries an asynchronous invocation twice: after one minute, then after two more. */
const RETRY_WAITS_MS = [60_000, 120_000];

const sendDeadLetter = async (options: ScheduleSourceOptions, run: DroppedRun): Promise<void> => {
  if (!options.deadLetters) return;
  const { queues, queueArn } = options.deadLetters;
  await queues.handle('SendMessage', {
    QueueUrl: queueUrlOf(queueArn),
    MessageBody: JSON.stringify(run.input),
    MessageAttributes: {
      RequestID: { DataType: 'String', StringValue: randomUUID() },
      ErrorCode: { DataType: 'Number', StringValue: '200' },
      ErrorMessage: { DataType: 'String', StringValue: run.fault || 'Unhandled' },
    },
  });
};

const createDropper =
  (options: ScheduleSourceOptions, tally: Tally) =>
  async (run: DroppedRun): Promise<void> => {
    const { onDropped, report } = options;
    tally.discarded += 1;
    const time = new Date(run.time).toISOString();
    report(new Error(`${run.scheduleId} gave up its run of ${time}: ${run.fault}`));
    onDropped?.(run);
    await sendDeadLetter(options, run);
  };

/** Executes due runs one after the other; a run that waits for its retry does not block others. */
const createRunner = (options: ScheduleSourceOptions, agenda: Agenda, tally: Tally) => {
  const { schedule, clock, faults = {}, report } = options;
  const deliver = createDelivery({ ...options, faults, tally, functionArn: schedule.functionArn });
  const drop = createDropper(options, tally);
  const attemptRun = async (occurrence: Occurrence) => {
    const input = scheduleInput(schedule, occurrence);
    const outcome = await deliver(input);
    if (outcome.ok) return;
    const wait = RETRY_WAITS_MS[occurrence.attempt - 1];
    const { fault } = outcome;
    if (wait === undefined)
      await drop({ scheduleId: schedule.id, time: occurrence.time, input, fault });
    else agenda.put(clock.now() + wait, { ...occurrence, attempt: occurrence.attempt + 1 });
  };
  return async (loop: Loop): Promise<void> => {
    if (agenda.advance(clock.now()))
      report(
        new Error(
          `${schedule.id} missed more than ${MOST_MADE_UP} runs; only the latest are made up for`,
        ),
      );
    const next = agenda.nextAt;
    if (next === undefined || next > clock.now()) return loop.restForWork(next);
    await holdBack(loop, clock.now(), faults);
    const occurrence = loop.stopped ? undefined : agenda.due(clock.now());
    if (occurrence) await attemptRun(occurrence);
  };
};

/**
 * Starts a schedule with one function. Throws `ScheduleError` for an expression that the service
 * would refuse, `RangeError` for an unknown time zone.
 */
export const startSchedule = (options: ScheduleSourceOptions): EventSource => {
  const { schedule, clock, report } = options;
  const { id, enabled } = schedule;
  const timetable = parseSchedule(schedule.expression, schedule.timeZone);
  const tally = emptyTally();
  const activity = new Activity(clock, report);
  const agenda = new Agenda(timetable, options.since ?? clock.now());
  if (enabled) activity.loop(createRunner(options, agenda, tally));
  return activity.source({ id, kind: 'schedule', enabled, tally });
};
