import type { QueueDefinition } from '../model.ts';
import { makeInvalidParameter, queueDoesNotExist, queueFault } from './queue-fault.ts';

export type BaseUrl = string | (() => string);

/** The only account. */
export const ACCOUNT = '000000000000';

/** The queues of the template, by the three names that requests use for them. */
export class QueueRegistry {
  readonly #byName = new Map<string, QueueDefinition>();
  readonly #baseUrl: BaseUrl;

  constructor(baseUrl: BaseUrl) {
    this.#baseUrl = baseUrl;
  }

  add(queue: QueueDefinition): void {
    this.#byName.set(queue.name, queue);
  }

  all(): readonly QueueDefinition[] {
    return [...this.#byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  named(name: string): QueueDefinition {
    const queue = this.#byName.get(name);
    if (!queue) throw queueDoesNotExist();
    return queue;
  }

  /** Host and port of the URL are ignored: a client may know this machine by any name. */
  at(url: string): QueueDefinition {
    const path = /^https?:\/\/[^/]+\/(?<account>\d{12})\/(?<name>[^/]+)$/u.exec(url)?.groups;
    if (!path) {
      throw queueFault('InvalidAddress', `The address ${url} is not valid for this endpoint.`);
    }
    if (path['account'] !== ACCOUNT) throw queueDoesNotExist();
    return this.named(path['name'] ?? '');
  }

  withArn(arn: string): QueueDefinition | undefined {
    return this.all().find((queue) => queue.arn === arn);
  }

  urlOf(queue: QueueDefinition): string {
    const base = typeof this.#baseUrl === 'string' ? this.#baseUrl : this.#baseUrl();
    return `${base}/${ACCOUNT}/${queue.name}`;
  }

  /** Returns the queues whose dead-letter queue this is. */
  sourcesOf(deadLetter: QueueDefinition): readonly QueueDefinition[] {
    return this.all().filter((queue) => queue.redrive?.deadLetterArn === deadLetter.arn);
  }

  /**
   * Returns the dead-letter queue of a queue. A target that the template lacks, or one of the other
   * type, would have failed the deployment, so it is an internal error and not a refusal.
   */
  deadLetterOf(queue: QueueDefinition): QueueDefinition | undefined {
    if (!queue.redrive) return undefined;
    const target = this.withArn(queue.redrive.deadLetterArn);
    if (target && target.fifo === queue.fifo) return target;
    throw new Error(`queue ${queue.name}: no suitable dead-letter queue is defined`);
  }

  /** Resolves an ARN in a request, e.g. of a move task. */
  resource(parameter: string, arn: string): QueueDefinition {
    if (!/^arn:[^:]+:sqs:[^:]*:\d+:[^:]+$/u.test(arn)) {
      throw makeInvalidParameter(
        `You must use this format to specify the ${parameter}: arn:<partition>:<service>:<region>:<account-id>:<resource-id>`,
      );
    }
    const queue = this.withArn(arn);
    if (queue) return queue;
    const text = `The resource that you specified for the ${parameter} parameter doesn't exist.`;
    throw queueFault('ResourceNotFoundException', text);
  }
}
