import type * as z from 'zod/mini';

import { ROUTES } from '../../../routes.ts';
import type { Call, LoopClient, ProblemBody, Reply, SigningKey } from '../../client/loop-client.ts';
import { expectAnswer, expectProblem } from './expectation.ts';
import type { Refusal } from './expectation.ts';
import { steps } from './steps.table.ts';
import type { AnswerOf, ParameterOf, StepName } from './steps.table.ts';

/** What a step is played with. */
export interface Given<Name extends StepName = StepName> {
  /**
   * An account, whose token the call carries, or a key, which signs the call. By default the key
   * of the player for the routes of integrators, and nobody for the others.
   */
  readonly by?: string | SigningKey | undefined;
  /** The parameters of the path. */
  readonly at?: Readonly<Record<ParameterOf<Name>, string | number>>;
  readonly query?: Readonly<Record<string, string | number>>;
  /** Text and bytes are sent as they are, everything else as JSON. */
  readonly body?: unknown;
  /** The media type of the body. Default: JSON. */
  readonly type?: string;
  /** Names the subject in the message of a failed expectation. */
  readonly about?: string;
}

type Play = <Name extends StepName>(name: Name, given: Given<Name>) => Promise<AnswerOf<Name>>;

/** Plays the steps of the loop through the API. */
export interface Player {
  readonly client: LoopClient;
  /** The call of a step, with its token or signature. */
  readonly prepare: <Name extends StepName>(name: Name, given: Given<Name>) => Promise<Call>;
  readonly send: <Name extends StepName>(name: Name, given: Given<Name>) => Promise<Reply<unknown>>;
  /** Expects that the service carries the step out now. */
  readonly play: Play;
  /** Expects that the service already carried the step out. */
  readonly repeat: Play;
  /** Expects either. */
  readonly ensure: Play;
  /** Expects a refusal with this status and code. */
  readonly expectRefusal: <Name extends StepName>(
    name: Name,
    given: Given<Name>,
    refusal: Refusal,
  ) => Promise<ProblemBody>;
  /** Reads a list page by page. */
  readonly pages: <Name extends StepName>(
    name: Name,
    given: Given<Name>,
  ) => AsyncGenerator<AnswerOf<Name>>;
  /** Reads all pages of a list. */
  readonly readPages: <Name extends StepName>(
    name: Name,
    given: Given<Name>,
  ) => Promise<readonly AnswerOf<Name>[]>;
}

export interface PlayerOptions {
  readonly client: LoopClient;
  /** A bearer token of an account that is valid now. */
  readonly tokenOf: (account: string) => Promise<string>;
  /** Signs the calls of integrators. */
  readonly key?: SigningKey | undefined;
}

const largestPage = 100;

const integratorRoutes: ReadonlySet<string> = new Set(
  ROUTES.filter(({ access }) => access === 'integrator').map(({ on }) => on),
);

const fillPath = (pattern: string, { at, query }: Given): string => {
  const values: Readonly<Record<string, string | number>> = at ?? {};
  const path = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`${pattern} needs a value for ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) search.set(name, String(value));
  return search.size === 0 ? path : `${path}?${search.toString()}`;
};

const toBody = (body: unknown): Call['body'] =>
  typeof body === 'string' || body instanceof Uint8Array
    ? (body as Call['body'])
    : JSON.stringify(body);

const toCall = (name: StepName, given: Given): Call => {
  const [method, pattern = ''] = steps[name].on.split(' ');
  return {
    method: method as Call['method'],
    path: fillPath(pattern, given),
    ...(given.body === undefined ? {} : { body: toBody(given.body) }),
    ...(given.type === undefined ? {} : { headers: { 'content-type': given.type } }),
  };
};

const describeStep = (name: StepName, { about }: Given): string =>
  about === undefined ? steps[name].on : `${about}, ${steps[name].on}`;

const createPaging = (play: Play): Pick<Player, 'pages' | 'readPages'> => {
  const pages: Player['pages'] = async function* pages(name, given) {
    let cursor: string | null | undefined;
    do {
      const next = cursor === undefined || cursor === null ? {} : { cursor };
      const query = { limit: largestPage, ...given.query, ...next };
      const page = await play(name, { ...given, query });
      yield page;
      ({ cursor } = page as { cursor?: string | null });
    } while (cursor !== undefined && cursor !== null);
  };
  return {
    pages,
    readPages: async <Name extends StepName>(name: Name, given: Given<Name>) => {
      const all: AnswerOf<Name>[] = [];
      for await (const page of pages(name, given)) all.push(page);
      return all;
    },
  };
};

export const openPlayer = ({ client, tokenOf, key }: PlayerOptions): Player => {
  const prepare: Player['prepare'] = async (name, given) => {
    const call = toCall(name, given);
    const by = given.by ?? (integratorRoutes.has(steps[name].on) ? key : undefined);
    if (by === undefined) return call;
    if (typeof by !== 'string') return client.sign(by, call);
    return { ...call, headers: { ...call.headers, authorization: `Bearer ${await tokenOf(by)}` } };
  };
  const send: Player['send'] = async (name, given) => client.send(await prepare(name, given));

  const expectFrom =
    (statusesOf: (step: (typeof steps)[StepName]) => readonly number[]) =>
    async <Name extends StepName>(name: Name, given: Given<Name>): Promise<AnswerOf<Name>> => {
      const step = steps[name];
      const asked = { what: describeStep(name, given), statuses: statusesOf(step) };
      const schema: z.ZodMiniType = step.answer;
      return expectAnswer(await send(name, given), asked, schema) as AnswerOf<Name>;
    };
  const play = expectFrom(({ status }) => [status]);

  return {
    client,
    prepare,
    send,
    play,
    repeat: expectFrom(({ repeatStatus }) => [repeatStatus]),
    ensure: expectFrom(({ status, repeatStatus }) => [status, repeatStatus]),
    expectRefusal: async (name, given, refusal) => expectProblem(await send(name, given), refusal),
    ...createPaging(play),
  };
};
