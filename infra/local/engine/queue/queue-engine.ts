/**
 * The embedded queue service (SQS): standard and FIFO queues in the engine's database file, on the
 * engine's clock, with the AWS JSON 1.0 protocol. The README in this folder lists what behaves like
 * the service and what is left out.
 */
import type { HttpService } from '../endpoint.ts';
import type { QueueDefinition, QueueDepth, QueueEngine } from '../model.ts';
import { makeUnsupportedError } from '../wire.ts';
import type { WireCaller, WireInput } from '../wire.ts';
import {
  changeMessageVisibility,
  changeMessageVisibilityBatch,
} from './operation/change-visibility.ts';
import { deleteMessage, deleteMessageBatch, purgeQueue } from './operation/delete-message.ts';
import { MoveTaskStore } from './operation/move-task-store.ts';
import { MoveTasks } from './operation/move-task.ts';
import { getQueueUrl, listDeadLetterSourceQueues, listQueues } from './operation/queue-listing.ts';
import { receiveMessage } from './operation/receive-message.ts';
import { sendMessage, sendMessageBatch } from './operation/send-message.ts';
import { getQueueAttributes } from './queue-attributes.ts';
import { QueueCore } from './queue-core.ts';
import type { QueueEngineOptions } from './queue-core.ts';
import { checkDefinition } from './queue-definition.ts';
import { queryErrorCode } from './queue-fault.ts';

type Operation = (core: QueueCore, input: WireInput, caller?: WireCaller) => Promise<object>;

const OPERATIONS: ReadonlyMap<string, Operation> = new Map([
  ['SendMessage', sendMessage],
  ['SendMessageBatch', sendMessageBatch],
  ['ReceiveMessage', receiveMessage],
  ['DeleteMessage', deleteMessage],
  ['DeleteMessageBatch', deleteMessageBatch],
  ['ChangeMessageVisibility', changeMessageVisibility],
  ['ChangeMessageVisibilityBatch', changeMessageVisibilityBatch],
  ['PurgeQueue', purgeQueue],
  ['GetQueueUrl', getQueueUrl],
  ['GetQueueAttributes', getQueueAttributes],
  ['ListQueues', listQueues],
  ['ListDeadLetterSourceQueues', listDeadLetterSourceQueues],
]);

class EmbeddedQueueEngine implements QueueEngine, HttpService {
  readonly targetPrefix = 'AmazonSQS';
  readonly errorNamespace = 'com.amazonaws.sqs';
  readonly queryErrorCode = queryErrorCode;
  readonly #core: QueueCore;
  readonly #tasks: MoveTasks;
  readonly #operations: ReadonlyMap<string, Operation>;

  constructor(options: QueueEngineOptions) {
    this.#core = new QueueCore(options);
    const tasks = new MoveTasks(this.#core, new MoveTaskStore(options.database.sql));
    this.#tasks = tasks;
    this.#operations = new Map([
      ...OPERATIONS,
      ['StartMessageMoveTask', (_, input) => tasks.start(input)],
      ['ListMessageMoveTasks', (_, input) => tasks.list(input)],
      ['CancelMessageMoveTask', (_, input) => tasks.cancel(input)],
    ]);
  }

  async handle(operation: string, input: WireInput, caller?: WireCaller): Promise<object> {
    const work = this.#operations.get(operation);
    if (!work) throw makeUnsupportedError(`the SQS operation ${operation}`);
    return work(this.#core, input, caller);
  }

  define(queue: QueueDefinition): void {
    checkDefinition(queue);
    const now = this.#core.clock.now();
    this.#core.states.define(queue, now);
    this.#core.registry.add(queue);
    const next = this.#core.messages.nextVisible(queue.name, now);
    if (next !== undefined) this.#core.arrivals.expect(queue.name, next);
    this.#tasks.resume(queue);
  }

  depths(): Promise<readonly QueueDepth[]> {
    const now = this.#core.clock.now();
    return this.#core.write(() =>
      this.#core.registry.all().map((queue) => this.#depth(queue, now)),
    );
  }

  onReceivable(queueArn: string, listener: () => void): () => void {
    const queue = this.#core.registry.withArn(queueArn);
    if (!queue) throw new Error(`no queue with ARN ${queueArn} is defined`);
    return this.#core.arrivals.listen(queue.name, listener);
  }

  stop(): void {
    this.#core.arrivals.stop();
    this.#tasks.stop();
  }

  #depth(queue: QueueDefinition, now: number): QueueDepth {
    this.#core.messages.expire(queue, now);
    const { visible, inFlight, delayed, oldestArrival } = this.#core.messages.counts(
      queue.name,
      now,
    );
    const oldestAgeSeconds = Math.floor((now - (oldestArrival ?? now)) / 1000);
    return { name: queue.name, visible, inFlight, delayed, oldestAgeSeconds };
  }
}

/**
 * Opens the queues that are stored in the database; they are served once `define` has named them.
 */
export const createQueueEngine = (options: QueueEngineOptions): QueueEngine & HttpService =>
  new EmbeddedQueueEngine(options);
