import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { LossPlan } from './loss-plan.ts';
import { recordBody } from './recording.ts';
import type { RecordedCall } from './recording.ts';

/** One call of the client of an integrator, and its answer. */
export interface SeenCall extends Omit<RecordedCall, 'expect'> {
  /** `busy`: refused before the service received it. `lost`: carried out, without an answer. */
  readonly disturbed: 'busy' | 'lost' | undefined;
  readonly status: number;
  /** The JSON of the service, also when the answer was lost. */
  readonly answer: unknown;
}

export interface Witness {
  readonly url: string;
  readonly seen: readonly SeenCall[];
  stop(): Promise<void>;
}

export interface WitnessOptions {
  /** The service behind the proxy. */
  readonly upstream: string;
  readonly port: number;
  readonly losses: LossPlan;
  /** The answer at `/_conform`, for example the present certificate. */
  readonly report: () => object;
}

const busy = {
  type: '/docs/problems#busy',
  title: '暂时繁忙 · Busy',
  status: 503,
  code: 'busy',
  detail: '请稍后用相同内容重试。· Try again with the same content.',
} as const;

const copyHeaders = (request: IncomingMessage): Headers => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    const isOfConnection = ['host', 'connection', 'content-length', 'transfer-encoding'].includes(
      name,
    );
    if (!isOfConnection && typeof value === 'string') headers.set(name, value);
  }
  return headers;
};

interface Answered {
  readonly status: number;
  readonly type: string;
  readonly bytes: Buffer;
}

const forward = async (
  upstream: string,
  request: IncomingMessage,
  body: Buffer,
): Promise<Answered> => {
  const answer = await fetch(upstream + (request.url ?? '/'), {
    method: request.method ?? 'GET',
    headers: copyHeaders(request),
    redirect: 'manual',
    ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', bytes };
};

const parseJson = ({ type, bytes }: Answered): unknown =>
  /json/.test(type) && bytes.length > 0 ? (JSON.parse(bytes.toString()) as unknown) : undefined;

const writeResponse = (response: ServerResponse, { status, type, bytes }: Answered): void => {
  response.writeHead(status, { 'content-type': type }).end(bytes);
};

const methodOf = (request: IncomingMessage): RecordedCall['method'] =>
  (request.method ?? 'GET') as RecordedCall['method'];

const handleCall = async (
  { upstream, losses }: WitnessOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<SeenCall> => {
  const body = Buffer.concat(await request.toArray());
  const type = request.headers['content-type'];
  const call = {
    method: methodOf(request),
    path: request.url ?? '/',
    ...(type === undefined ? {} : { type }),
    ...recordBody(body),
  };
  if (losses.next(call) === 'busy') {
    const bytes = Buffer.from(JSON.stringify(busy));
    writeResponse(response, { status: busy.status, type: 'application/problem+json', bytes });
    return { ...call, disturbed: 'busy', status: busy.status, answer: busy };
  }
  const answered = await forward(upstream, request, body);
  const { status } = answered;
  const lost = losses.losesAnswer(call, status);
  if (lost) response.destroy();
  else writeResponse(response, answered);
  return { ...call, disturbed: lost ? 'lost' : undefined, status, answer: parseJson(answered) };
};

/** A proxy before a service that records all calls and disturbs those of the plan. */
export const openWitness = async (options: WitnessOptions): Promise<Witness> => {
  const seen: SeenCall[] = [];
  const server = createServer((request, response) => {
    if (request.url === '/_conform') {
      response
        .writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
        .end(JSON.stringify(options.report()));
      return;
    }
    handleCall(options, request, response).then(
      (call) => seen.push(call),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
