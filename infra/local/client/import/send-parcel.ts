import { CaseImportAnswer } from '../../../../events/case/import.ts';
import type { ImportedLine } from '../../../../events/case/import.ts';
import { retry } from '../../../../shared/retry.ts';
import type { Call, LoopClient, ProblemBody, Reply, SigningKey } from '../loop-client.ts';
import { refusedHere, withColumns } from './outcome.ts';
import type { Parcel } from './parcels.ts';

export interface Line {
  readonly client: LoopClient;
  readonly key: SigningKey;
  /** Waits this many milliseconds before a retry. */
  readonly pause?: (ms: number) => Promise<unknown>;
}

/** The service refuses the request as a whole; a retry would not change that. */
export class Refused extends Error {}

/**
 * Waits between attempts in milliseconds. Requests are idempotent, so unclear outcomes are retried.
 */
const waits = [1000, 2000, 5000, 10_000, 20_000] as const;

const isPassing = (status: number): boolean => status === 429 || status >= 500;

const sendWithRetry = ({ client, key, pause }: Line, call: Call): Promise<Reply<unknown>> => {
  let trouble = '';
  const sendOnce = async (): Promise<Reply<unknown> | undefined> => {
    try {
      const reply = await client.send<unknown>(await client.sign(key, call));
      if (!isPassing(reply.status)) return reply;
      trouble = `HTTP ${reply.status}`;
    } catch (fault) {
      trouble = fault instanceof Error ? fault.message : String(fault);
    }
    return undefined;
  };
  return retry(sendOnce, {
    tries: waits.length + 1,
    waitMs: (attempt) => waits[attempt] ?? 0,
    pause,
    exhausted: () => new Refused(trouble),
  });
};

const linesOf = (reply: Reply<unknown>): readonly ImportedLine[] => {
  const answer = CaseImportAnswer.safeParse(reply.body);
  if (reply.status === 200 && answer.success) return answer.data.lines;
  const { code, detail } = reply.body as Partial<ProblemBody>;
  throw new Refused(`HTTP ${reply.status} ${code ?? ''} ${detail ?? ''}`.trim());
};

/**
 * Sends a parcel and returns the result of each line, by line number in the file.
 * @throws Refused
 */
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
    if (next.done === true) throw new Refused('the answer has fewer lines than the request');
    const { problem, ...rest } = next.value;
    const errors = problem?.errors && withColumns(problem.errors, read.columns);
    return {
      ...rest,
      line: read.line.line,
      ...(problem === undefined ? {} : { problem: { ...problem, ...(errors && { errors }) } }),
    };
  });
};
