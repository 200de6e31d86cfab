import { randomUUID } from 'node:crypto';

import type { Cancel } from '../../clock.ts';
import type { QueueDefinition } from '../../model.ts';
import type { WireInput } from '../../wire.ts';
import type { QueueCore } from '../queue-core.ts';
import { makeInvalidParameter, queueFault } from '../queue-fault.ts';
import { readText, readWhole, requireText } from '../queue-input.ts';
import type { MoveTask, MoveTaskStore } from './move-task-store.ts';
import { nextStride, moveStride } from './redrive.ts';

const RATE = { least: 1, most: 500, reason: 'Must be between 1 and 500, if provided.' };
const RESULTS = { least: 1, most: 10, reason: 'Must be between 1 and 10, if provided.' };

const writeTaskHandle = (task: string, source: QueueDefinition): string =>
  Buffer.from(JSON.stringify({ taskId: task, sourceArn: source.arn })).toString('base64');

const readTaskHandle = (handle: string): { readonly task: string; readonly arn: string } => {
  const text = Buffer.from(handle, 'base64').toString();
  const parts = /^\{"taskId":"(?<task>[^"]+)","sourceArn":"(?<arn>[^"]+)"\}$/u.exec(text)?.groups;
  if (!parts) throw makeInvalidParameter('Value for parameter TaskHandle is invalid.');
  return { task: parts['task'] ?? '', arn: parts['arn'] ?? '' };
};

const showTask = (source: QueueDefinition, task: MoveTask) => ({
  TaskHandle: task.status === 'RUNNING' ? writeTaskHandle(task.id, source) : undefined,
  Status: task.status,
  SourceArn: source.arn,
  DestinationArn: task.destination ?? undefined,
  MaxNumberOfMessagesPerSecond: task.rate ?? undefined,
  ApproximateNumberOfMessagesMoved: task.moved,
  ApproximateNumberOfMessagesToMove: task.toMove,
  FailureReason: task.failure ?? undefined,
  StartedTimestamp: task.startedAt,
});

/** The redrive tasks: `StartMessageMoveTask`, its cancellation and its list. */
export class MoveTasks {
  readonly #core: QueueCore;
  readonly #store: MoveTaskStore;
  readonly #pauses = new Map<string, Cancel>();

  constructor(core: QueueCore, store: MoveTaskStore) {
    this.#core = core;
    this.#store = store;
  }

  async start(input: WireInput): Promise<object> {
    const source = this.#core.registry.resource('SourceArn', requireText(input, 'SourceArn'));
    const destination = this.#readDestination(source, input);
    const rate = readWhole(input, 'MaxNumberOfMessagesPerSecond', RATE) ?? null;
    const id = randomUUID();
    await this.#core.write(() => this.#begin({ id, source, destination, rate }));
    this.#core.inBackground(this.#advance(id));
    return { TaskHandle: writeTaskHandle(id, source) };
  }

  async list(input: WireInput): Promise<object> {
    const source = this.#core.registry.resource('SourceArn', requireText(input, 'SourceArn'));
    const limit = readWhole(input, 'MaxResults', RESULTS) ?? 1;
    const tasks = await this.#core.write(() => this.#store.latest(source.name, limit));
    return { Results: tasks.map((task) => showTask(source, task)) };
  }

  async cancel(input: WireInput): Promise<object> {
    const handle = readTaskHandle(requireText(input, 'TaskHandle'));
    this.#core.registry.resource('SourceArn', handle.arn);
    const moved = await this.#core.write(() => {
      const task = this.#store.find(handle.task);
      if (!task) throw queueFault('ResourceNotFoundException', 'Task does not exist.');
      if (task.status !== 'RUNNING')
        throw makeInvalidParameter('Only an active task can be cancelled.');
      this.#store.progress({ ...task, status: 'CANCELLED' });
      return task.moved;
    });
    this.#forgetPause(handle.task);
    return { ApproximateNumberOfMessagesMoved: moved };
  }

  /** Continues a task that a stop or a crash has interrupted. */
  resume(source: QueueDefinition): void {
    const [task] = this.#store.latest(source.name, 1);
    if (task?.status === 'RUNNING') this.#pauseUntil(this.#core.clock.now(), task.id);
  }

  stop(): void {
    for (const cancel of this.#pauses.values()) cancel();
    this.#pauses.clear();
  }

  #readDestination(source: QueueDefinition, input: WireInput): QueueDefinition | undefined {
    if (this.#core.registry.sourcesOf(source).length === 0) {
      throw makeInvalidParameter('Source queue must be configured as a Dead Letter Queue.');
    }
    const arn = readText(input, 'DestinationArn');
    if (arn === undefined) return undefined;
    const destination = this.#core.registry.resource('DestinationArn', arn);
    if (destination === source)
      throw makeInvalidParameter('Source and destination must be different queues.');
    if (destination.fifo !== source.fifo) {
      throw makeInvalidParameter('Source and destination must be queues of the same type.');
    }
    return destination;
  }

  #begin(task: {
    readonly id: string;
    readonly source: QueueDefinition;
    readonly destination: QueueDefinition | undefined;
    readonly rate: number | null;
  }): void {
    const { source } = task;
    if (this.#store.latest(source.name, 1)[0]?.status === 'RUNNING') {
      throw makeInvalidParameter(
        'There is already a task running. Only one active task is allowed for a source queue arn at a given time.',
      );
    }
    const now = this.#core.clock.now();
    this.#core.messages.expire(source, now);
    this.#store.insert({
      id: task.id,
      source: source.name,
      destination: task.destination?.arn ?? null,
      rate: task.rate,
      status: 'RUNNING',
      moved: 0,
      toMove: this.#core.messages.counts(source.name, now).visible,
      startedAt: now,
      failure: null,
    });
  }

  async #advance(id: string): Promise<void> {
    for (;;) {
      const task = await this.#core.write((news) => {
        const task = this.#store.find(id);
        if (task?.status !== 'RUNNING') return undefined;
        const after = moveStride(this.#core, task, news);
        this.#store.progress(after);
        return after;
      });
      if (task?.status !== 'RUNNING') return;
      const next = nextStride(task, this.#core.clock.now());
      if (next !== undefined) return this.#pauseUntil(next, id);
    }
  }

  #pauseUntil(at: number, id: string): void {
    if (this.#core.arrivals.stopped) return;
    const resumeTask = () => {
      this.#pauses.delete(id);
      this.#core.inBackground(this.#advance(id));
    };
    this.#pauses.set(id, this.#core.clock.wakeAt(at, resumeTask));
  }

  #forgetPause(id: string): void {
    this.#pauses.get(id)?.();
    this.#pauses.delete(id);
  }
}
