import { CaseImportAnswer } from '../../../../events/case/import.ts';
import type { ImportedLine } from '../../../../events/case/import.ts';
import { retry } from '../../../../shared/retry.ts';
import type { Call, LoopClient, ProblemBody, Reply, SigningKey } from '../loop-client.ts';
import type { ReadLine } from './open-file.ts';
import { refusedHere, withColumns } from './outcome.ts';
import type { ParcelSize } from './parcel-size.ts';
import { halvesOf } from './parcels.ts';
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

/**
 * The gateway ends a call after 30 seconds with 503 or 504 of its own; a busy service says so by its
 * code.
 */
const isTimeOut = ({ status, body }: Reply<unknown>): boolean =>
  status === 504 || (status === 503 && (body as Partial<ProblemBody> | undefined)?.code !== 'busy');

const isTimeOutFault = (fault: unknown): boolean =>
  fault instanceof Error &&
  (fault.name === 'TimeoutError' ||
    String((fault.cause as { code?: unknown } | undefined)?.code).endsWith('_TIMEOUT'));

/** Returns `slow` for a time-out when there is more than one line, so that fewer can be sent. */
const sendWithRetry = (
  { client, key, pause }: Line,
  call: Call,
  canShrink: boolean,
): Promise<Reply<unknown> | 'slow'> => {
  let trouble = '';
  const sendOnce = async (): Promise<Reply<unknown> | 'slow' | undefined> => {
    try {
      const reply = await client.send<unknown>(await client.sign(key, call));
      if (!isPassing(reply.status)) return reply;
      if (canShrink && isTimeOut(reply)) return 'slow';
      trouble = `HTTP ${reply.status}`;
    } catch (fault) {
      if (canShrink && isTimeOutFault(fault)) return 'slow';
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

const toLines = (lines: readonly ReadLine[], told: readonly ImportedLine[]): ImportedLine[] => {
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

/**
 * Sends a parcel and returns the result of each line, by line number in the file. After a time-out
 * its halves are sent instead; lines that were stored before it ended only count as repeats.
 * @throws Refused
 */
export const sendParcel = async (
  line: Line,
  parcel: Parcel,
  size: ParcelSize,
): Promise<readonly ImportedLine[]> => {
  const { body, lines } = parcel;
  if (body === '') return toLines(lines, []);
  const call = {
    method: 'POST',
    path: '/v1/cases/import',
    body,
    headers: { 'content-type': 'application/x-ndjson' },
  } as const;
  const reply = await sendWithRetry(line, call, lines.length > 1);
  if (reply !== 'slow') {
    size.grow();
    return toLines(lines, linesOf(reply));
  }
  size.shrink();
  const done: ImportedLine[] = [];
  for (const half of halvesOf(parcel)) done.push(...(await sendParcel(line, half, size)));
  return done;
};
