import * as z from 'zod/mini';

import type { CaseEventFacts } from '../../../../../../events/case/event.ts';
import { awake } from '../../../../../../shared/domain/message/quiet.ts';
import { defaultMessageRules } from '../../../../../../shared/domain/message/rules.ts';
import { fromEpoch, withOffset } from '../../../../../../shared/domain/time/instant.ts';
import { phonePath } from '../../../../system/phone/phone.ts';
import { makeEvent, ticketIdOf } from '../../../player/case-event.ts';
import { uploadEvidence } from '../../../player/evidence.ts';
import { expectPresent, expectThat } from '../../../player/expectation.ts';
import { approve, find, recordReached, submit } from '../../../player/staff-action.ts';
import { handler as by, supervisor } from '../../case-maker.ts';
import type { Stage } from '../../stage.ts';
import { keepRating } from '../intake/rate.ts';
import { makeRecordFile } from '../ticket/evidence.ts';
import { performAction } from '../ticket/ticket.ts';
import { expectOnPage, sendForm } from './browser.ts';

const Inbox = z.object({
  messages: z.array(z.object({ requestId: z.string(), text: z.string() })),
});

const answer = '您反映的情况属实：叫号屏已修复，窗口增加一名引导员，向您致歉。';

/** No message is sent by night; half an hour is more than this scene takes. */
const waitForDay = ({ clock }: Stage): Promise<void> =>
  clock.moveTo(awake(fromEpoch(clock.now() + 30 * 60_000), defaultMessageRules.quiet));

/** The link of the message of this kind about the case. */
const linkOnPhone = async (stage: Stage, kind: string, projectNo: string): Promise<string> => {
  await stage.clock.settle();
  const { body } = await stage.client.open().get(phonePath);
  const own = Inbox.parse(body).messages.filter(({ requestId }) =>
    requestId.startsWith(`${kind}.${projectNo}-1`),
  );
  expectThat(own.length === 1, `one message ${kind} on the phone`, own.length);
  const text = own[0]?.text ?? '';
  stage.tell.quote(text);
  return expectPresent(/https?:\/\/\S+$/.exec(text)?.[0], 'a link at the end of the message');
};

/** Some applicants of the town have no mobile number. */
const createReachable = (stage: Stage): CaseEventFacts => {
  const event = stage.cases.createCase();
  return event.header?.applicant.mobile === undefined ? createReachable(stage) : event;
};

const finishCase = async (stage: Stage): Promise<string> => {
  const accepted = createReachable(stage);
  const { projectNo } = accepted;
  const at = withOffset(fromEpoch(stage.clock.now() - 1_000));
  const finished = makeEvent(projectNo, 2, {
    type: 'finished',
    at,
    result: { outcome: 'granted' },
  });
  await stage.play('reportEvents', { body: { events: [accepted, finished] } });
  return projectNo;
};

/** The department answers at once, and the supervisor approves. */
const rectify = async (stage: Stage, ticketId: string): Promise<void> => {
  const finding = find('reasonable_now', 'guide', '叫号屏故障。');
  await performAction(stage, { ticketId, by, action: recordReached('已致歉。') });
  await performAction(stage, { ticketId, by, action: finding });
  const file = makeRecordFile('Repair of the display, accepted.');
  const evidence = [await uploadEvidence(stage, { by, ticketId, file })];
  const action = { ...submit('修复叫号屏，增派引导员。', answer), evidence };
  await performAction(stage, { ticketId, by, action });
  await performAction(stage, { ticketId, by: supervisor, action: approve() });
};

/** The number at the end of the address of a receipt. */
const receiptIn = (address: string): string => new URL(address).pathname.split('/').at(-1) ?? '';

const rateOnPhone = async (stage: Stage, projectNo: string): Promise<void> => {
  const { tell } = stage;
  const invitation = await linkOnPhone(stage, 'invitation', projectNo);
  const words = { level: 'dissatisfied', text: '叫号屏坏了，没人引导。' } as const;
  const fields = { ...words, tag: '209', contactConsent: 'on' };
  const receipt = receiptIn(await sendForm(invitation, fields));
  tell.quote(receipt);
  tell.pass('点开短信链接，在评价页作出差评', 'the link leads to the rating page');
  const told = await linkOnPhone(stage, 'receipt', projectNo);
  expectThat(receiptIn(told) === receipt, 'the message leads to the receipt', told);
  const { ticket } = await stage.play('readReceipt', { at: { receipt } });
  keepRating(stage, { channel: 'sms', projectNo }, { words, answer: { receipt, ticket } });
  tell.pass('回执短信与页面是同一回执', 'the message has the receipt that the page shows');
};

/** 手机: everything that a resident does, from the first message on, over messages and pages. */
export const playPhone = async (stage: Stage): Promise<void> => {
  const { tell } = stage;
  tell.scene('一部手机上的闭环', 'The loop on one phone');
  tell.say(
    `办结后收到邀请短信，此后只用短信和页面；手机由本机模拟：${stage.url}${phonePath}`,
    `A message invites after the case is finished; from then on only messages and pages. The phone is simulated: ${stage.url}${phonePath}`,
  );
  await waitForDay(stage);
  const projectNo = await finishCase(stage);
  await rateOnPhone(stage, projectNo);
  await rectify(stage, ticketIdOf({ projectNo, serviceNumber: 1 }));
  const answered = await linkOnPhone(stage, 'answered', projectNo);
  await expectOnPage(answered, answer);
  tell.pass('整改反馈短信打开的页面上有答复', 'the page that the message opens has the answer');
  const receipt = receiptIn(await sendForm(answered, { level: 'satisfied', tag: '413' }));
  const { ticket } = await stage.play('readReceipt', { at: { receipt } });
  const isThere = ticket?.followUp?.level === 'satisfied';
  expectThat(isThere, 'the follow-up is on the receipt', ticket?.followUp);
  tell.pass('在同一页面追评', 'the follow-up is given on the same page');
};
