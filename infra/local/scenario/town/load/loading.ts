import type { LoopClient, ProblemBody, Reply } from '../../../client/loop-client.ts';
import type { PlannedRating } from '../rating-plan.ts';
import type { Ledger } from './ledger.ts';

/** What every step of the loading works with. */
export interface Loading {
  readonly client: LoopClient;
  readonly ledger: Ledger;
  /** Keeps the ledger; called before anything is done that could not be found out again. */
  readonly keep: () => void;
  /** A bearer token good at the present engine time. */
  readonly tokenOf: (account: string) => Promise<string>;
  /** Engine time in epoch milliseconds. */
  readonly now: () => number;
  readonly counts: LoadCounts;
}

export interface LoadCounts {
  events: number;
  ratings: number;
  tickets: number;
  /** Done on tickets, by staff or by residents. */
  actions: number;
  /** Answers that said: known already. */
  repeats: number;
  /** Pad ratings of an interrupted loading whose contact is no longer on show. */
  missed: number;
}

/** The instance refused something that the plan holds to be right. */
export class TownRefused extends Error {
  constructor(what: string, reason: string) {
    super(`The town cannot be loaded: ${what}: ${reason}`);
    this.name = 'TownRefused';
  }
}

const reasonOf = ({ status, body }: Reply<unknown>): string => {
  const { code, detail, errors } = (body ?? {}) as Partial<ProblemBody>;
  const paths = errors?.map(({ path, problem }) => `${path} ${problem}`).join(', ');
  return [String(status), code, detail, paths].filter((part) => part !== undefined).join(' · ');
};

/** The body of an answer with one of the expected statuses; anything else stops the loading. */
export const expectStatus = <Body>(
  reply: Reply<Body>,
  statuses: readonly number[],
  what: string,
): Body => {
  if (!statuses.includes(reply.status)) throw new TownRefused(what, reasonOf(reply));
  return reply.body;
};

/** Of a bad rating: its resident asks by it later, and without it nothing is known to act on. */
export const keepReceipt = (
  { ledger }: Loading,
  { projectNo, serviceNumber, course }: PlannedRating,
  receipt: string | undefined,
): void => {
  if (course && receipt !== undefined) ledger.receipts[`${projectNo}-${serviceNumber}`] = receipt;
};
