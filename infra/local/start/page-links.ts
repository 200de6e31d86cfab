/** Addresses of the resident's pages that show something in the town. */
import { loopClient } from '../client/loop-client.ts';
import { historyOf } from '../scenario/town/day.ts';
import { readLedger } from '../scenario/town/load/ledger.ts';
import type { Ledger } from '../scenario/town/load/ledger.ts';
import {
  findWaitingTicket,
  planEndedCase,
  planOpenCase,
  planWaitingCase,
} from '../scenario/town/waiting-case.ts';
import type { LocalSystem } from '../system/local-system.ts';

/**
 * Invites to rate a case that nobody has rated before the first start; undefined if refused. Another
 * case is finished, whose applicant is invited by message.
 */
const rateLink = async (
  { url, fetch, clock }: LocalSystem,
  { today, integrators }: Ledger,
): Promise<string | undefined> => {
  const key = integrators.halls;
  if (key === undefined) return undefined;
  const halls = loopClient(url, { fetch, now: () => clock.now() }).signed(key);
  const events = planOpenCase(historyOf(today));
  await halls.post('/v1/cases', { events });
  // The town was loaded without messages: this one is for the phone.
  await halls.post('/v1/cases', { events: planEndedCase(historyOf(today)) });
  const asked = { projectNo: events[0]?.projectNo, serviceNumber: 1, channel: 'qr' };
  const { status, body } = await halls.post<{ url: string }>('/v1/invitations', asked);
  return status === 201 ? body.url : undefined;
};

/** Of the ticket that waits for its department. */
const receiptLink = (url: string, { today, receipts }: Ledger): string | undefined => {
  const receipt = receipts[findWaitingTicket(planWaitingCase(historyOf(today)))];
  return typeof receipt === 'string' ? `${url}/receipt/${receipt}` : undefined;
};

const line = (name: string, link: string | undefined, words: string): readonly string[] =>
  link === undefined ? [] : [`${name}${link} (${words})`];

/** Nothing without a town, and nothing that the town does not have. */
export const pageLinks = async (
  system: LocalSystem,
  dataDir: string,
): Promise<readonly string[]> => {
  const ledger = readLedger(dataDir);
  if (ledger === undefined) return [];
  return [
    ...line('Rate     ', await rateLink(system, ledger), 'the page of a resident; one rating'),
    ...line('Receipt  ', receiptLink(system.url, ledger), 'of a bad rating that waits'),
  ];
};
