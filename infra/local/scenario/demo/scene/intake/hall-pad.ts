import { randomUUID } from 'node:crypto';

import { PadRegistered } from '../../../../../../events/pad/view.ts';
import { claimCodeOf } from '../../../../../../shared/http/pad/claim-check.ts';
import type { SigningKey } from '../../../../client/loop-client.ts';
import { expectPresent, expectThat } from '../../../player/expectation.ts';
import { playByTwo } from '../../../player/two-persons.ts';
import { hall } from '../../case-maker.ts';
import { fillRegister, listWindow } from '../../registers.ts';
import type { Stage } from '../../stage.ts';
import { forgeToken } from './forgeries.ts';
import { reportCase } from './rate.ts';

const admin = 'halladmin-yuecheng';
const good = { level: 'very_satisfied', tags: ['511'] } as const;
const poor = { level: 'very_dissatisfied', tags: ['113'], contactConsent: true } as const;

interface EnrolledPad extends SigningKey {
  readonly number: number;
}

const enrolPad = async (stage: Stage): Promise<EnrolledPad> => {
  const { tell, play, window } = stage;
  const body = { hall, window, label: '演示评价器' };
  const given = { by: admin, and: 'sysadmin', body };
  await fillRegister(stage, 'halls');
  await stage.showRefusal('registerPad', { by: admin, body }, '422 window_unlisted');
  tell.pass('清单以外的窗口不能登记', 'a window that no register lists takes no pad');
  await listWindow(stage);
  const { code, padId } = await playByTwo(stage, 'registerPad', { given, result: PadRegistered });
  stage.leave.push(async () => {
    await play('revokePad', { by: admin, at: { padId } });
  });
  const { key, number } = await play('enrolPad', { body: { code } });
  tell.quote(`登记码 ${code}`);
  await stage.showRefusal('enrolPad', { body: { code } }, '410 enrolment_code_invalid');
  tell.pass('登记码一次有效', 'an enrolment code works once');
  return { accessKey: padId, secret: key, number };
};

/** The next resident comes to the window, and the pad reads the contact to show. */
const serveResident = async (stage: Stage, pad: SigningKey) => {
  const projectNo = await reportCase(stage);
  const { contact } = await stage.play('showContact', { by: pad });
  expectThat(contact?.projectNo === projectNo, 'the pad shows who is served now', contact);
  return { projectNo, token: contact?.token ?? '' };
};

const sendRatings = ({ play }: Stage, pad: SigningKey, ratings: readonly object[]) =>
  play('sendPadRatings', { by: pad, body: { ratings } });

/** The service refuses the rating and keeps its number, so that the pad may delete it. */
const sendForgedRating = async (stage: Stage, pad: SigningKey, token: string): Promise<void> => {
  const forged = { sequence: 4, token: forgeToken(token), ...good };
  const answer = await sendRatings(stage, pad, [forged]);
  const [refusal] = answer.refused;
  const isRefused = answer.highest === 4 && refusal?.code === 'token_invalid';
  expectThat(isRefused, 'number 4 is refused', answer);
  stage.tell.quote(`#4 · ${refusal?.detail ?? ''}`);
  stage.tell.pass('凭证不符的一条被拒收，仍留底', 'one with a forged token is refused, and kept');
};

/** The code that the pad shows behind a press, scanned with the resident's own phone. */
const claimOf = (pad: EnrolledPad, sequence: number) => ({
  code: claimCodeOf({ padNumber: pad.number, sequence }, pad.secret),
  clientRef: randomUUID(),
});

const claimReceipt = async (stage: Stage, body: ReturnType<typeof claimOf>): Promise<string> => {
  const { receipt } = await stage.play('claimReceipt', { body });
  return expectPresent(receipt, `the receipt for ${body.code}`);
};

/** The code is scanned while the pad is offline; the receipt comes with the rating. */
const claimEarly = async (stage: Stage, pad: EnrolledPad) => {
  const body = claimOf(pad, 2);
  stage.tell.quote(`领取码 ${body.code}`);
  const { arrived } = await stage.play('claimReceipt', { body });
  expectThat(!arrived, 'the rating has not arrived', arrived);
  const other = { ...body, clientRef: randomUUID() };
  await stage.showRefusal('claimReceipt', { body: other }, '404 claim_refused');
  stage.tell.pass('领取码只限首台手机', 'a claim code is for the first phone only');
  return body;
};

/** 评价器: enrolment, the contact on show, an offline batch with a gap, and its repair. */
export const playHallPad = async (stage: Stage): Promise<void> => {
  const { tell } = stage;
  tell.scene('大厅评价器', 'The pad in the hall');
  const pad = await enrolPad(stage);
  const first = await serveResident(stage, pad);
  const second = await serveResident(stage, pad);
  const third = await serveResident(stage, pad);
  tell.say(
    '断网期间按下三次评价，第 2 号在路上丢了。',
    'Offline, three residents press; number 2 is lost on the way.',
  );
  const one = { sequence: 1, token: first.token, ...good };
  const two = { sequence: 2, token: second.token, ...poor };
  const three = { sequence: 3, token: third.token, ...good };
  const gap = await sendRatings(stage, pad, [one, three]);
  expectThat(gap.stored.length === 2 && gap.highest === 3, 'two are stored', gap);
  expectThat(JSON.stringify(gap.missing) === '[[2,2]]', 'number 2 is missing', gap.missing);
  tell.pass('回答指出缺少第 2 号', 'the answer says that number 2 is missing');
  const claim = await claimEarly(stage, pad);
  const repaired = await sendRatings(stage, pad, [one, two, three]);
  const [late, ...more] = repaired.stored;
  expectThat(more.length === 0 && late?.sequence === 2, 'only number 2 is new', repaired);
  expectThat(repaired.repeats.length === 2, 'the others are repeats', repaired);
  expectThat(repaired.missing.length === 0, 'nothing is missing any more', repaired.missing);
  tell.pass('整批重发：补上一条，其余识别为重复', 'sent again: one is new, two are repeats');
  await sendForgedRating(stage, pad, third.token);
  const body = { waiting: 0, version: 'demo' };
  const { missing } = await stage.play('sendHeartbeat', { by: pad, body });
  expectThat(missing.length === 0, 'nothing waits', missing);
  const pressed = [
    { ...first, bad: false, receipt: await claimReceipt(stage, claimOf(pad, 1)) },
    { ...second, bad: true, receipt: await claimReceipt(stage, claim) },
    { ...third, bad: false, receipt: await claimReceipt(stage, claimOf(pad, 3)) },
  ];
  tell.pass('评价上传后，首台手机得到回执', 'once the rating is there, the first phone gets it');
  for (const { projectNo, bad, receipt } of pressed) {
    stage.rated.push({ channel: 'pad', projectNo, receipt, bad });
  }
};
