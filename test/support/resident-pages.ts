/** The resident's pages in every state that a link can lead to. */
import { badWords, goodWords } from './calls.ts';
import type { Loop } from './loop.ts';
import { pageOf } from './page-ref.ts';
import type { ShownPage } from './page-shots.table.ts';
import { storyTeller } from './receipt-stories.ts';

const present = [
  'rate',
  'rate-messages',
  'rated',
  'contest-open',
  'broken-link',
  'receipt-good',
  'receipt-bad',
  'receipt-answered',
  'receipt-followed',
  'receipt-second',
  'receipt-dismissed',
  'receipt-hardship',
  'receipt-extended',
  'receipt-unknown',
  'receipt-messages',
  'claim',
  'claim-broken',
] as const;
type Present = (typeof present)[number];

/** They need time to pass. */
const late = ['expired-link', 'receipt-over', 'receipt-pending'] as const;
type Late = (typeof late)[number];

export const residentStates = [...present, ...late] as const;
export type ResidentState = Present | Late;

export const isLate = (state: ResidentState): boolean => late.some((one) => one === state);

type Pages<State extends ResidentState> = Readonly<Record<State, ShownPage>>;

const page = (name: ResidentState, path: string, status = 200) => ({ name, path, status });

/** Rates, handles and rules what the states need; returns the address of each. */
export const prepareResidentPages = async (loop: Loop): Promise<Pages<Present>> => {
  const { tell, calls } = await storyTeller(loop);
  const link = async () => calls.tokenFor(await calls.acceptedCase(), 'sms');

  const [open, used] = [await link(), await link()];
  const { body: good } = await calls.rate(used, goodWords);
  const { body: bad } = await calls.rate(await link(), badWords);

  const contested = await calls.acceptedCase();
  await calls.rate(await calls.tokenFor(contested), goodWords);
  const other = await calls.tokenFor(contested, 'sms');
  const contest = await loop.client.open().post<{ reference: string }>('/v1/ratings/contest', {
    token: other,
    clientRef: pageOf(other),
    ...badWords,
  });

  return {
    rate: page('rate', `/r/${open}`),
    'rate-messages': page('rate-messages', `/r/${open}/messages`),
    rated: page('rated', `/r/${used}`),
    'contest-open': page('contest-open', `/r/${other}/contest/${contest.body.reference}`),
    'broken-link': page('broken-link', `/r/${'A'.repeat(42)}`, 401),
    'receipt-good': page('receipt-good', `/receipt/${good.receipt}`),
    'receipt-bad': page('receipt-bad', `/receipt/${bad.receipt}`),
    'receipt-answered': page('receipt-answered', `/receipt/${await tell('answered')}`),
    'receipt-followed': page('receipt-followed', `/receipt/${await tell('followed')}`),
    'receipt-second': page('receipt-second', `/receipt/${await tell('second')}`),
    'receipt-dismissed': page('receipt-dismissed', `/receipt/${await tell('dismissed')}`),
    'receipt-hardship': page('receipt-hardship', `/receipt/${await tell('hardship')}`),
    'receipt-extended': page('receipt-extended', `/receipt/${await tell('extended')}`),
    'receipt-messages': page(
      'receipt-messages',
      `/receipt/${good.receipt}/messages?chosen=refused`,
    ),
    claim: page('claim', '/claim/1042-46-7K3M9QX2'),
    'claim-broken': page('claim-broken', '/claim/1042-46', 404),
    'receipt-unknown': page('receipt-unknown', '/receipt/330602-1-X', 404),
  };
};

/** The days off of the year in which a term of this day ends are not announced yet. */
export const lateInTheYear = Date.parse('2026-12-14T01:00:00.000Z');

/** The days of a link in a message, and of a follow-up after the answer, are over. */
const overMs = 16 * 86_400_000;

/** The same for the states that need time to pass; the loop starts late in the year. */
export const prepareLatePages = async (loop: Loop): Promise<Pages<Late>> => {
  const { tell, calls } = await storyTeller(loop);
  const link = async () => calls.tokenFor(await calls.acceptedCase(), 'sms');
  const expired = await link();
  const over = await tell('answered');
  loop.clock.advance(overMs);
  const { body: pending } = await calls.rate(await link(), badWords);
  return {
    'expired-link': page('expired-link', `/r/${expired}`, 410),
    'receipt-over': page('receipt-over', `/receipt/${over}`),
    'receipt-pending': page('receipt-pending', `/receipt/${pending.receipt}`),
  };
};
