import type { EpochMs, LocalClock } from '../clock.ts';
import type { Database } from '../database.ts';
import { NO_QUEUE_MISHAPS } from '../mishap.ts';
import type { QueueMishaps } from '../mishap.ts';
import type { QueueDefinition } from '../model.ts';
import { Arrivals } from './message/arrivals.ts';
import { DuplicateStore } from './message/duplicate-store.ts';
import { MessageStore } from './message/message-store.ts';
import { QueueRegistry } from './queue-registry.ts';
import type { BaseUrl } from './queue-registry.ts';
import { QueueStateStore } from './queue-state.ts';

export interface QueueEngineOptions {
  readonly database: Database;
  readonly clock: LocalClock;
  /** e.g. `http://127.0.0.1:8787`; a function when the port is known only later. */
  readonly baseUrl: BaseUrl;
  /** Injected faults of standard queues; default: none. */
  readonly mishaps?: QueueMishaps;
}

/** What waiting receives and listeners must know of a transaction; published after the commit. */
export class News {
  readonly touched = new Set<QueueDefinition>();
  readonly expected: { readonly queue: string; readonly at: EpochMs }[] = [];

  /** A message may have become receivable. */
  touch(queue: QueueDefinition): void {
    this.touched.add(queue);
  }

  /** A message is hidden until `at`. */
  expect(queue: QueueDefinition, at: EpochMs): void {
    this.expected.push({ queue: queue.name, at });
  }
}

/** The state of every operation: queues, messages, clock and waiting receives. */
export class QueueCore {
  readonly clock: LocalClock;
  readonly registry: QueueRegistry;
  readonly messages: MessageStore;
  readonly duplicates: DuplicateStore;
  readonly states: QueueStateStore;
  readonly arrivals: Arrivals;
  readonly mishaps: QueueMishaps;
  readonly #database: Database;

  constructor(options: QueueEngineOptions) {
    const { database, clock, baseUrl, mishaps = NO_QUEUE_MISHAPS } = options;
    this.mishaps = mishaps;
    this.#database = database;
    this.clock = clock;
    this.registry = new QueueRegistry(baseUrl);
    this.messages = new MessageStore(database.sql);
    this.duplicates = new DuplicateStore(database.sql);
    this.states = new QueueStateStore(database.sql);
    this.arrivals = new Arrivals(clock, (queue) => this.inBackground(this.#showDue(queue)));
  }

  /**
   * Runs one transaction. Listeners are notified after it is on disk, and not at all when it fails.
   */
  async write<T>(work: (news: News) => T): Promise<T> {
    const news = new News();
    const [value, ready] = await this.#database.run(() => {
      const value = work(news);
      return [value, this.#receivableOf(news.touched)] as const;
    });
    for (const { queue, at } of news.expected) this.arrivals.expect(queue, at);
    for (const queue of ready) this.arrivals.ring(queue);
    return value;
  }

  /**
   * Returns whether a message may be receivable now; one beyond its retention period counts too.
   */
  mayHold({ name }: QueueDefinition): Promise<boolean> {
    return this.#database.read(() => this.messages.hasVisible(name, this.clock.now()));
  }

  /** Runs work that nobody awaits: its failure must end the process, except after `stop`. */
  inBackground(work: Promise<void>): void {
    work.catch((fault: unknown) => {
      if (!this.arrivals.stopped) throw fault;
    });
  }

  #receivableOf(queues: ReadonlySet<QueueDefinition>): readonly string[] {
    const now = this.clock.now();
    const ready = [...queues].filter((queue) => this.messages.receivable(queue, now, 1).length > 0);
    return ready.map((queue) => queue.name);
  }

  async #showDue(name: string): Promise<void> {
    const queue = this.registry.named(name);
    await this.write((news) => {
      const next = this.messages.nextVisible(name, this.clock.now());
      news.touch(queue);
      if (next !== undefined) news.expect(queue, next);
    });
  }
}
