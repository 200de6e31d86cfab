/** A simulated center on a separate port, and a city that reports to it as documented. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Faults } from '../../../infra/local/engine/model.ts';
import { startLocalServer } from '../../../infra/local/runtime/local-server.ts';
import {
  centerGatewayPath,
  centerPath,
  openCenter,
} from '../../../infra/local/system/center/center.ts';
import { signedHeaders } from '../../../shared/http/signature.ts';

export interface Said {
  readonly success: boolean;
  readonly code: string;
  readonly message: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface CenterAccess {
  readonly accessKey: string;
  readonly secret: string;
  readonly sm: { readonly sm4Key: string; readonly sm2PrivateKey: string };
}

export interface CenterInstance {
  readonly url: string;
  readonly directory: string;
  readonly faults: Faults;
  readonly clock: { at: number };
  access(): Promise<CenterAccess>;
  /** Sends a signed request to the gateway; returns the center's answer. */
  tell(path: string, body: object): Promise<Said>;
  /** `0000`, or the code and its message. */
  outcome(path: string, body: object): Promise<string>;
  post(path: string, init: { headers?: Record<string, string>; body: string }): Promise<Response>;
  /** `GET /_local/center` with a query. */
  view<T>(query?: string): Promise<T>;
  /** A route outside the gateway. */
  local(path: string, body: unknown): Promise<Response>;
  /** Keeps the directory. */
  stop(): Promise<void>;
  remove(): Promise<void>;
}

/** A Monday in Shanghai, 10:00. */
export const monday = Date.parse('2026-11-16T10:00:00+08:00');

const signedCall = (
  path: string,
  body: string,
  { at, access }: { at: number; access: CenterAccess },
) =>
  // The gateway's scheme does not sign a body, so there is none to digest.
  ({
    body,
    headers: {
      'content-type': 'application/json',
      ...signedHeaders({ method: 'POST', path, at: new Date(at) }, access),
    },
  });

const report = (fault: unknown): void => {
  throw fault;
};

export const startCenter = async (
  directory = mkdtempSync(join(tmpdir(), 'center-')),
): Promise<CenterInstance> => {
  const clock = { at: monday };
  const faults: Faults = {};
  const server = await startLocalServer({ port: 0, report, now: () => clock.at });
  const { url } = server;
  const route = await openCenter({ directory, cityUrl: url, faults, now: () => clock.at });
  server.serve({
    now: () => clock.at,
    localRoutes: [route],
    control: async () => undefined,
  });

  const view = async <T>(query = ''): Promise<T> =>
    (await (await fetch(`${url}${centerPath}${query}`)).json()) as T;
  const access = async () => (await view<{ access: CenterAccess }>()).access;
  const post: CenterInstance['post'] = (path, init) =>
    fetch(`${url}${centerGatewayPath}${path}`, { method: 'POST', ...init });
  const tell = async (path: string, body: object): Promise<Said> => {
    const signing = { at: clock.at, access: await access() };
    const init = signedCall(centerGatewayPath + path, JSON.stringify(body), signing);
    return (await (await post(path, init)).json()) as Said;
  };
  const stop = async (): Promise<void> => {
    await server.stop();
    await route.stop?.();
  };

  return {
    url,
    directory,
    faults,
    clock,
    access,
    tell,
    async outcome(path, body) {
      const { code, message } = await tell(path, body);
      return code === '0000' ? code : `${code} ${message}`;
    },
    post,
    view,
    local: (path, body) =>
      fetch(`${url}${centerPath}${path}`, { method: 'POST', body: JSON.stringify(body) }),
    stop,
    async remove() {
      await stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
