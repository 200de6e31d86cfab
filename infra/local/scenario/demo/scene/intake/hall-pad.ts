import { PadKey } from '../../../../../../events/pad/pad.ts';
import { HeartbeatAnswer, PadCurrent, PadRegistered } from '../../../../../../events/pad/view.ts';
import { PadBatchAnswer } from '../../../../../../events/rating/rating.ts';
import type { Caller } from '../../../../client/loop-client.ts';
import { expectBody, expectThat, inShort, expectProblem } from '../../expectation.ts';
import { hall } from '../../fresh-case.ts';
import type { Stage } from '../../stage.ts';
import { reportEvents } from './case-arrives.ts';
import { forgeToken } from './forgeries.ts';

const enrolPad = async (stage: Stage): Promise<Caller> => {
  const { tell, client, window } = stage;
  const admin = 'halladmin-yuecheng';
  const registered = await (
    await stage.as(admin)
  ).post('/v1/pads', { hall, window, label: '演示评价器' });
  const { code, padId } = expectBody(registered, 201, PadRegistered);
  stage.leave.push(async () => {
    const revoked = await (await stage.as(admin)).delete(`/v1/pads/${padId}`);
    expectThat(revoked.status === 200, 'the demo’s pad is revoked', revoked.body);
  });
  const enrolled = await client.open().post('/v1/pads/enrol', { code });
  const { key } = expectBody(enrolled, 201, PadKey);
  tell.quote(`登记码 ${code}`);
  const twice = await client.open().post('/v1/pads/enrol', { code });
  tell.quote(inShort(expectProblem(twice, 410, 'enrolment_code_invalid')));
  tell.pass('登记码一次有效', 'an enrolment code works once');
  return client.signed({ accessKey: padId, secret: key });
};

/** The next resident comes to the window; the pad fetches whom it shows. */
const serveResident = async (stage: Stage, pad: Caller) => {
  const event = stage.cases.accepted();
  await reportEvents(stage, [event]);
  const { contact } = expectBody(await pad.get('/v1/pads/me/current'), 200, PadCurrent);
  expectThat(contact?.projectNo === event.projectNo, 'the pad shows who is served now', contact);
  return { projectNo: event.projectNo, token: contact?.token ?? '' };
};

const sendRatings = async (pad: Caller, ratings: readonly object[]) =>
  expectBody(await pad.post('/v1/pads/me/ratings', { ratings }), 200, PadBatchAnswer);

/** Kept under its number, sealed; the pad may forget it, and whoever oversees the pads sees it. */
const pressInVain = async (stage: Stage, pad: Caller, token: string): Promise<void> => {
  const answer = await sendRatings(pad, [{ sequence: 4, token: forgeToken(token), ...good }]);
  const [refusal] = answer.refused;
  expectThat(
    answer.highest === 4 && refusal?.code === 'token_invalid',
    'number 4 is refused',
    answer,
  );
  stage.tell.quote(`#4 · ${refusal?.detail ?? ''}`);
  stage.tell.pass('凭证不符的一条被拒收，仍留底', 'one with a forged token is refused, and kept');
};

const good = { level: 'very_satisfied', tags: ['511'] } as const;
const poor = { level: 'very_dissatisfied', tags: ['113'], contactConsent: true } as const;

/** 评价器: enrolment, the contact on show, an offline batch with a gap, and its repair. */
export const hallPad = async (stage: Stage): Promise<void> => {
  const { tell } = stage;
  tell.scene('大厅评价器', 'The pad in the hall');
  const pad = await enrolPad(stage);
  const [first, second, third] = [
    await serveResident(stage, pad),
    await serveResident(stage, pad),
    await serveResident(stage, pad),
  ];
  tell.say(
    '断网期间按下三次评价，第 2 号在路上丢了。',
    'Offline, three residents press; number 2 is lost on the way.',
  );
  const one = { sequence: 1, token: first.token, ...good };
  const two = { sequence: 2, token: second.token, ...poor };
  const three = { sequence: 3, token: third.token, ...good };
  const gap = await sendRatings(pad, [one, three]);
  expectThat(gap.stored.length === 2 && gap.highest === 3, 'two are stored', gap);
  expectThat(JSON.stringify(gap.missing) === '[[2,2]]', 'number 2 is missing', gap.missing);
  tell.pass('回答指出缺少第 2 号', 'the answer says that number 2 is missing');
  const repaired = await sendRatings(pad, [one, two, three]);
  const [late] = repaired.stored;
  expectThat(
    repaired.stored.length === 1 && late?.sequence === 2,
    'only number 2 is new',
    repaired,
  );
  expectThat(repaired.repeats.length === 2, 'the others are repeats', repaired);
  expectThat(repaired.missing.length === 0, 'nothing is missing any more', repaired.missing);
  tell.pass('整批重发：补上一条，其余识别为重复', 'sent again: one is new, two are repeats');
  await pressInVain(stage, pad, third.token);
  const beat = await pad.post('/v1/pads/me/heartbeat', { waiting: 0, version: 'demo' });
  expectThat(
    expectBody(beat, 200, HeartbeatAnswer).missing.length === 0,
    'nothing waits',
    beat.body,
  );
  const pressed = [
    { ...first, bad: false, receipt: gap.stored[0]?.receipt ?? '' },
    { ...second, bad: true, receipt: late?.receipt ?? '' },
    { ...third, bad: false, receipt: gap.stored[1]?.receipt ?? '' },
  ];
  for (const { projectNo, bad, receipt } of pressed) {
    stage.rated.push({ channel: 'pad', projectNo, receipt, bad });
  }
};
