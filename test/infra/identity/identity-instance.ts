import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { frozenClock } from '../../../infra/local/engine/clock.ts';
import type { SteerableClock } from '../../../infra/local/engine/clock.ts';
import { shareClock } from '../../../infra/local/runtime/function-host/shared-clock.ts';
import type { LocalAccount } from '../../../infra/local/system/identity/account.ts';
import { identityPath, startIdentity } from '../../../infra/local/system/identity/identity.ts';

export const accounts: readonly LocalAccount[] = [
  {
    id: 'reviewer',
    name: '测试甲',
    roles: ['reviewer'],
    department: '11330600MB90000001',
    departmentName: '示例局 <b>',
    area: '330600',
    areaName: '绍兴市',
  },
  {
    id: 'clerk-1',
    name: '示例乙',
    roles: ['clerk', 'hall_admin'],
    department: '11330602MB90000001',
    departmentName: '示例大厅',
    area: '330602',
    areaName: '越城区',
  },
];

export interface IdentityInstance {
  readonly origin: string;
  readonly issuer: string;
  readonly clock: SteerableClock;
  readonly dataDir: string;
  stop(): Promise<void>;
}

export const start = '2026-11-02T00:00:00.000Z';

/** The provider behind a plain server, mounted as in the runtime; a given `dataDir` is kept. */
export const identityInstance = async (dataDir?: string): Promise<IdentityInstance> => {
  const directory = dataDir ?? (await mkdtemp(join(tmpdir(), 'identity-')));
  const clock = frozenClock(Date.parse(start));
  const shared = shareClock(clock);
  const server = createServer((request, response) => identity.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = `${origin}${identityPath}`;
  const identity = await startIdentity({
    issuer,
    dataDir: directory,
    accounts,
    clock: shared.buffer,
  });
  return {
    origin,
    issuer,
    clock,
    dataDir: directory,
    stop: async () => {
      await identity.stop();
      shared.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (dataDir === undefined) await rm(directory, { recursive: true });
    },
  };
};

export const tokenFor = async (issuer: string, account: string): Promise<Response> =>
  fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:haochaping:local-account',
      account,
      client_id: 'haochaping-cli',
    }),
  });
