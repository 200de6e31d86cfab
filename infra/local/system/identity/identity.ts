import { Agent, request as httpRequest } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Worker } from 'node:worker_threads';

import type { LocalAccount } from './account.ts';
import type { IdentityData, IdentityMessage } from './worker.ts';

/** The mount path of the provider; the issuer is this path on the instance's origin. */
export const identityPath = '/_local/identity';

export interface IdentityOptions {
  /** `http://127.0.0.1:PORT/_local/identity`, the `iss` of every token. */
  readonly issuer: string;
  /** The directory of the signing key. */
  readonly dataDir: string;
  readonly accounts: readonly LocalAccount[];
  /** The engine's clock, as `shareClock` passes it to workers. */
  readonly clock: SharedArrayBuffer;
}

export interface Identity {
  /** Handles a request whose path begins with the path of the issuer. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  stop(): Promise<void>;
}

const awaitPort = (worker: Worker): Promise<number> =>
  new Promise((resolve, reject) => {
    worker.once('message', ({ port }: IdentityMessage) => resolve(port));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the identity thread ended with code ${code}`)));
  });

const answerBadGateway = (response: ServerResponse, fault: Error): void => {
  if (response.headersSent) return void response.destroy();
  response.writeHead(502, { 'content-type': 'application/problem+json' });
  response.end(
    JSON.stringify({
      type: 'about:blank',
      title: 'Bad Gateway',
      status: 502,
      code: 'identity_unreachable',
      detail: `The local identity provider did not answer: ${fault.message}`,
    }),
  );
};

/**
 * Starts the embedded OpenID provider in a thread of its own. The library reads the time from
 * `Date`, and the thread's `Date` can be set without changing the runtime's.
 */
export const startIdentity = async (options: IdentityOptions): Promise<Identity> => {
  const workerData: IdentityData = {
    issuer: options.issuer,
    dataDir: options.dataDir,
    accounts: options.accounts,
    clock: options.clock,
  };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData, execArgv: [] });
  const port = await awaitPort(worker);
  const agent = new Agent({ keepAlive: true });
  return {
    handle: (request, response) => {
      const { method, url: path, headers } = request;
      const onward = httpRequest(
        { host: '127.0.0.1', port, method, path, headers, agent },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        },
      );
      onward.on('error', (fault) => answerBadGateway(response, fault));
      request.pipe(onward);
    },
    stop: async () => {
      agent.destroy();
      await worker.terminate();
    },
  };
};
