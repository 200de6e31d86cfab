/** A part of the comparison in a separate process; it handles one request at a time. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

type Answer = { readonly value: unknown } | { readonly fault: string };

interface Question {
  readonly name: string;
  readonly input: unknown;
}

export interface Child<Ready> {
  /** The message that it sent when it was ready. */
  readonly ready: Ready;
  ask<Value>(name: string, input: unknown): Promise<Value>;
  /** The child exits by itself when its parent is gone. */
  stop(): Promise<void>;
}

class ChildFailed extends Error {}

const nextOf = async <Value>(child: ReturnType<typeof fork>): Promise<Value> => {
  const controller = new AbortController();
  const { signal } = controller;
  try {
    const [said] = (await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'exit', { signal }).then(([code]) => [{ fault: `ended with code ${code}` }]),
    ])) as [Answer];
    if ('fault' in said) throw new ChildFailed(said.fault);
    return said.value as Value;
  } finally {
    controller.abort();
  }
};

export const startChild = async <Ready>(
  file: string,
  args: readonly string[] = [],
): Promise<Child<Ready>> => {
  const child = fork(join(import.meta.dirname, file), [...args], { execArgv: [] });
  const ended = once(child, 'exit');
  return {
    ready: await nextOf<Ready>(child),
    ask(name, input) {
      const answer = nextOf<never>(child);
      child.send({ name, input });
      return answer;
    },
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
};

export interface Asked<Ready> {
  readonly ready: Ready;
  readonly answers: Readonly<Record<string, (input: never) => Promise<unknown>>>;
  stop(): Promise<void>;
}

const say = (answer: Answer): void => {
  process.send?.(answer);
};

const answerTo = async ({ answers }: Asked<unknown>, asked: Question): Promise<Answer> => {
  try {
    const answer = answers[asked.name];
    if (answer === undefined) throw new ChildFailed(`nothing answers to ${asked.name}`);
    return { value: await answer(asked.input as never) };
  } catch (fault) {
    return { fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) };
  }
};

/**
 * The child's side: reports that it is ready, answers requests, and stops when the parent is gone.
 */
export const serveParent = <Ready>(asked: Asked<Ready>): void => {
  process.on('message', (question: Question) => void answerTo(asked, question).then(say));
  process.once('disconnect', () => void asked.stop());
  say({ value: asked.ready });
};
