import { randomUUID } from 'node:crypto';

import type { EpochMs } from '../../clock.ts';
import type { QueueDefinition } from '../../model.ts';
import type { MessageRow, NewMessage } from '../message/message-row.ts';
import type { News, QueueCore } from '../queue-core.ts';
import type { MoveTask } from './move-task-store.ts';

/** How many messages one transaction moves when no rate is given. */
const STRIDE = 500;

/** Returns the destination of a message, or the reason for which the task fails. */
const destinationOf = (
  core: QueueCore,
  task: MoveTask,
  row: MessageRow,
): QueueDefinition | string => {
  const arn = task.destination ?? row.sourceArn;
  if (arn === null) return 'CouldNotDetermineMessageSource';
  return core.registry.withArn(arn) ?? 'AWS.SimpleQueueService.NonExistentQueue';
};

/** Redriven messages are new ones: new id, new age, no receives (developer guide, redrive). */
const toRedrivenMessage = (row: MessageRow, to: QueueDefinition, now: EpochMs): NewMessage => {
  const { place: _, ...message } = row;
  return {
    ...message,
    queue: to.name,
    id: randomUUID(),
    sequence: null,
    sentAt: now,
    enqueuedAt: now,
    arrivedAt: now,
    visibleAt: now,
    receiveCount: 0,
    firstReceivedAt: null,
    receivedAt: null,
    receipt: null,
    sourceArn: null,
  };
};

/**
 * Returns how many messages the task may have moved by now: the amount of one second at the start
 * of every second.
 */
const countAllowed = (task: MoveTask, now: EpochMs): number => {
  if (task.rate === null) return Math.min(task.moved + STRIDE, task.toMove);
  const seconds = Math.floor((now - task.startedAt) / 1000) + 1;
  return Math.min(seconds * task.rate, task.toMove);
};

/** Moves the rows. The first message without a destination fails the task. */
const moveAll = (
  core: QueueCore,
  { task, rows }: { readonly task: MoveTask; readonly rows: readonly MessageRow[] },
  news: News,
): MoveTask => {
  let moved = task.moved;
  for (const row of rows) {
    const to = destinationOf(core, task, row);
    if (typeof to === 'string') return { ...task, moved, status: 'FAILED', failure: to };
    core.messages.replace(row.place, toRedrivenMessage(row, to, core.clock.now()));
    news.touch(to);
    moved += 1;
  }
  return { ...task, moved };
};

/** Executes one transaction of a task. Returns its new state, or the same if it is not running. */
export const moveStride = (core: QueueCore, task: MoveTask, news: News): MoveTask => {
  const source = core.registry.named(task.source);
  const now = core.clock.now();
  const quota = countAllowed(task, now) - task.moved;
  core.messages.expire(source, now);
  const rows = core.messages.receivable(source, now, quota);
  const after = moveAll(core, { task, rows }, news);
  // Messages in flight in the dead-letter queue stay there: the task ends when none is visible.
  const done = after.moved >= task.toMove || rows.length < quota;
  return after.status === 'RUNNING' && done ? { ...after, status: 'COMPLETED' } : after;
};

/** Returns when a running task continues; undefined when it may continue immediately. */
export const nextStride = (task: MoveTask, now: EpochMs): EpochMs | undefined => {
  if (task.rate === null) return undefined;
  return task.startedAt + (Math.floor((now - task.startedAt) / 1000) + 1) * 1000;
};
