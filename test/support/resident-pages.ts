/** The resident's pages in every state that a link can lead to. */
import { badWords, callsOf, goodWords } from './calls.ts';
import { deskCalls, firstHandler } from './desk-calls.ts';
import type { Loop } from './loop.ts';
import { pageOf } from './page-ref.ts';
import type { ShownPage } from './page-shots.table.ts';

export const residentStates = [
  'rate',
  'rate-messages',
  'rated',
  'contest-open',
  'broken-link',
  'receipt-good',
  'receipt-bad',
  'receipt-answered',
  'receipt-dismissed',
  'receipt-unknown',
  'receipt-messages',
] as const;
export type ResidentState = (typeof residentStates)[number];

const handler = firstHandler?.id ?? '';

/** Rates, handles and rules what the states need; returns the address of each. */
export const prepareResidentPages = async (
  loop: Loop,
): Promise<Readonly<Record<ResidentState, ShownPage>>> => {
  const { calls: integrator } = await loop.integrator();
  const calls = callsOf(loop, integrator);
  const desk = deskCalls(loop, integrator, calls);
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

  const answered = await desk.badlyRated();
  const found = [
    { type: 'recordContact', way: 'phone', outcome: 'reached', note: '已致电核实' },
    { type: 'find', kind: 'reasonable_now', cause: 'time' },
    {
      type: 'submit',
      result: 'explained',
      measure: '增设导办窗口，当日补办完毕。',
      answer: '您反映的等候时间过长情况属实，我们已向您致歉，并增设两个窗口。',
    },
  ];
  for (const action of found) await desk.done(handler, answered.id, action);
  await desk.done('supervisor-yuecheng', answered.id, { type: 'approve' });

  const dismissed = await desk.badlyRated();
  await desk.done(handler, dismissed.id, found[0] ?? {});
  const evidence = [await desk.upload(dismissed.id, 'pdf', Buffer.from('%PDF-1.4\n%%EOF\n'))];
  const claim = { type: 'claimInvalid', grounds: 'mistaken', evidence, note: '评价对象有误' };
  await desk.done(handler, dismissed.id, claim);
  const ruling = {
    type: 'rule',
    claim: 'invalid',
    grant: true,
    note: '经核实，评价的事项不由该部门办理。',
  };
  await desk.done('reviewer', dismissed.id, ruling);

  const page = (name: ResidentState, path: string, status = 200) => ({ name, path, status });
  return {
    rate: page('rate', `/r/${open}`),
    'rate-messages': page('rate-messages', `/r/${open}/messages`),
    rated: page('rated', `/r/${used}`),
    'contest-open': page('contest-open', `/r/${other}/contest/${contest.body.reference}`),
    'broken-link': page('broken-link', `/r/${'A'.repeat(42)}`, 401),
    'receipt-good': page('receipt-good', `/receipt/${good.receipt}`),
    'receipt-bad': page('receipt-bad', `/receipt/${bad.receipt}`),
    'receipt-answered': page('receipt-answered', `/receipt/${answered.receipt}`),
    'receipt-dismissed': page('receipt-dismissed', `/receipt/${dismissed.receipt}`),
    'receipt-messages': page(
      'receipt-messages',
      `/receipt/${good.receipt}/messages?chosen=refused`,
    ),
    'receipt-unknown': page('receipt-unknown', '/receipt/330602-1-X', 404),
  };
};
