/** What is done to a bad rating's ticket until its receipt shows something of its own. */
import { callsOf } from './calls.ts';
import type { Calls } from './calls.ts';
import { deskCalls, firstHandler } from './desk-calls.ts';
import type { DeskCalls } from './desk-calls.ts';
import type { Loop } from './loop.ts';
import { pageOf } from './page-ref.ts';

const handler = firstHandler?.id ?? '';
const supervisor = 'supervisor-yuecheng';

interface Told {
  readonly id: string;
  readonly receipt: string;
}

interface Teller extends DeskCalls {
  readonly loop: Loop;
}

const reached = { type: 'recordContact', way: 'phone', outcome: 'reached', note: '已致电核实' };

const fileFor = (teller: Teller, { id }: Told): Promise<string> =>
  teller.upload(id, 'pdf', Buffer.from('%PDF-1.4\n%%EOF\n'));

const answer = async (teller: Teller, { id }: Told): Promise<void> => {
  await teller.done(handler, id, reached);
  await teller.done(handler, id, { type: 'find', kind: 'reasonable_now', cause: 'time' });
  await teller.done(handler, id, {
    type: 'submit',
    result: 'explained',
    measure: '增设导办窗口，当日补办完毕。',
    answer: '您反映的等候时间过长情况属实，我们已向您致歉，并增设两个窗口。',
  });
  await teller.done(supervisor, id, { type: 'approve' });
};

const followUp = async ({ loop }: Teller, { receipt }: Told, words: object): Promise<void> => {
  const sent = { clientRef: pageOf(receipt), ...words };
  const { status } = await loop.client.open().post(`/v1/receipts/${receipt}/append`, sent);
  if (status !== 201) throw new Error(`the follow-up was answered ${status}`);
};

type Story = (teller: Teller, told: Told) => Promise<void>;

const stories = {
  async answered(teller, told) {
    await answer(teller, told);
  },

  async followed(teller, told) {
    await answer(teller, told);
    await followUp(teller, told, { level: 'satisfied', tags: ['413'] });
  },

  async second(teller, told) {
    await answer(teller, told);
    await followUp(teller, told, { level: 'dissatisfied', tags: ['209'], text: '还是排队' });
  },

  async dismissed(teller, told) {
    await teller.done(handler, told.id, reached);
    const evidence = [await fileFor(teller, told)];
    const claim = { type: 'claimInvalid', grounds: 'mistaken', evidence, note: '评价对象有误' };
    await teller.done(handler, told.id, claim);
    const note = '经核实，评价的事项不由该部门办理。';
    await teller.done('reviewer', told.id, { type: 'rule', claim: 'invalid', grant: true, note });
  },

  async hardship(teller, told) {
    await teller.done(handler, told.id, reached);
    await teller.done(handler, told.id, { type: 'find', kind: 'complex', cause: 'time' });
    const evidence = [await fileFor(teller, told)];
    const claim = {
      type: 'claimHardship',
      reviewOn: '2026-12-15',
      evidence,
      note: '须上级部门决定',
    };
    await teller.done(handler, told.id, claim);
    const grant = { type: 'rule', claim: 'hardship', grant: true, note: '情况属实' };
    await teller.done(supervisor, told.id, grant);
  },

  async extended(teller, told) {
    const ask = { type: 'requestExtension', days: 5, note: '须现场勘验' };
    await teller.done(handler, told.id, ask);
    const grant = { type: 'rule', claim: 'extension', grant: true, note: '情况属实' };
    await teller.done(supervisor, told.id, grant);
  },
} as const satisfies Readonly<Record<string, Story>>;

type ReceiptStory = keyof typeof stories;

/** Rates badly and plays the story; returns the receipt. */
type TellStory = (name: ReceiptStory) => Promise<string>;

export const storyTeller = async (loop: Loop): Promise<{ tell: TellStory; calls: Calls }> => {
  const { calls: integrator } = await loop.integrator();
  const calls = callsOf(loop, integrator);
  const teller = { loop, ...deskCalls(loop, integrator, calls) };
  const tell: TellStory = async (name) => {
    const told = await teller.badlyRated();
    await stories[name](teller, told);
    return told.receipt;
  };
  return { tell, calls };
};
