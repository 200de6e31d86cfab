/** The entry of the identity thread: a provider whose `Date` follows the engine's clock. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

import { readSharedClock } from '../../runtime/function-host/shared-clock.ts';
import { installSteeredDate } from '../../runtime/function-host/steered-date.ts';
import type { LocalAccount } from './account.ts';
import { accountsPath } from './api-resource.ts';
import { localProvider } from './provider.ts';
import { signIn } from './sign-in.ts';
import { signingKeys } from './signing-keys.ts';

export interface IdentityData {
  readonly issuer: string;
  readonly dataDir: string;
  readonly accounts: readonly LocalAccount[];
  /** See `runtime/function-host/shared-clock.ts`. */
  readonly clock: SharedArrayBuffer;
}

export type IdentityMessage = { readonly kind: 'listening'; readonly port: number };

const { issuer, dataDir, accounts, clock } = workerData as IdentityData;

const realNow = Date.now;
installSteeredDate(readSharedClock(clock, realNow));

const mount = new URL(issuer).pathname;
const provider = localProvider({ issuer, accounts, keys: await signingKeys(dataDir) });
const answerProvider = provider.callback();
const answerSignIn = signIn(provider, accounts);

/** Koa determines its mount path by comparing `originalUrl` with `url`. */
const unmountUrl = (request: IncomingMessage & { originalUrl?: string }): void => {
  const url = request.url ?? '/';
  request.originalUrl = url;
  request.url = url.startsWith(mount) ? url.slice(mount.length) || '/' : url;
};

/** Lists the accounts that can sign in; it is no secret, because none of them has a password. */
const listAccounts = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ accounts }));
};

const answerRequest = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  unmountUrl(request);
  if (request.method === 'GET' && request.url === accountsPath) return listAccounts(response);
  const isSignIn = request.url?.startsWith('/interaction/') === true;
  return isSignIn ? answerSignIn(request, response) : answerProvider(request, response);
};

const tellParent = (message: IdentityMessage): void => parentPort?.postMessage(message, []);

const server = createServer((request, response) => {
  answerRequest(request, response).catch((fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  tellParent({ kind: 'listening', port });
});
