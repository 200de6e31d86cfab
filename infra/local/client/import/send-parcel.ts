import { setTimeout as sleep } from 'node:timers/promises';

import { CaseImportAnswer } from '../../../../events/case/import.ts';
import type { ImportedLine } from '../../../../events/case/import.ts';
import type { Call, LoopClient, ProblemBody, Reply, SigningKey } from '../loop-client.ts';
import { refusedHere, withColumns } from './outcome.ts';
import type { Parcel } from './parcels.ts';

export interface Line {
  readonly client: LoopClient;
  readonly key: SigningKey;
  /** Waits so many milliseconds before a call is made again. */
  readonly pause?: (ms: number) => Promise<unknown>;
}

/** The service refuses the call as a whole: sending it again would change nothing. */
export class Refused extends Error {}

/** Every call is safe to repeat, so that whatever is unclear is sent again. */
const attempts = [1000, 2000, 5000, 10_000, 20_000] as const;

const isPassing = (status: number): boolean => status === 429 || status >= 500;

type Came = Reply<unknown> | { readonly status: 0; readonly fault: string };

const trySend = async ({ client, key }: Line, call: Call): Promise<Came> => {
  try {
    return await client.send<unknown>(await client.sign(key, call));
  } catch (fault) {
    return { status: 0, fault: fault instanceof Error ? fault.message : String(fault) };
  }
};

const sendWithRetry = async (line: Line, call: Call): Promise<Reply<unknown>> => {
  let came = await trySend(line, call);
  for (const ms of attempts) {
    if (came.status !== 0 && !isPassing(came.status)) return came as Reply<unknown>;
    await (line.pause ?? sleep)(ms);
    came = await trySend(line, call);
  }
  if (came.status !== 0 && !isPassing(came.status)) return came as Reply<unknown>;
  throw new Refused('fault' in came ? came.fault : `HTTP ${came.status}`);
};

const linesOf = (reply: Reply<unknown>): readonly ImportedLine[] => {
  const answer = CaseImportAnswer.safeParse(reply.body);
  if (reply.status === 200 && answer.success) return answer.data.lines;
  const { code, detail } = reply.body as Partial<ProblemBody>;
  throw new Refused(`HTTP ${reply.status} ${code ?? ''} ${detail ?? ''}`.trim());
};

/** What became of each line of a parcel, by the lines of the file. @throws Refused */
export const sendParcel = async (
  line: Line,
  { body, lines }: Parcel,
): Promise<readonly ImportedLine[]> => {
  const call = {
    method: 'POST',
    path: '/v1/cases/import',
    body,
    headers: { 'content-type': 'application/x-ndjson' },
  } as const;
  const told = body === '' ? [] : linesOf(await sendWithRetry(line, call));
  const answers = told.values();
  return lines.map((read) => {
    const here = refusedHere(read);
    if (here !== undefined) return here;
    const next = answers.next();
    if (next.done === true) throw new Refused('the answer lacks lines');
    const { problem, ...rest } = next.value;
    const errors = problem?.errors && withColumns(problem.errors, read.columns);
    return {
      ...rest,
      line: read.line.line,
      ...(problem === undefined ? {} : { problem: { ...problem, ...(errors && { errors }) } }),
    };
  });
};
