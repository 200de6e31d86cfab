import { CaseEventBatchAnswer } from '../../../../../../events/case/event.ts';
import type { CaseEventFacts } from '../../../../../../events/case/event.ts';
import { CaseView } from '../../../../../../events/case/view.ts';
import { expectBody, expectThat } from '../../expectation.ts';
import type { Stage } from '../../stage.ts';

/** Reports events and holds the instance to storing each of them once. */
export const reportEvents = async (stage: Stage, events: readonly CaseEventFacts[]) => {
  const reply = await stage.client.signed(stage.system).post('/v1/cases', { events });
  return expectBody(reply, 200, CaseEventBatchAnswer);
};

/** 办件到达: stored once, known when repeated, refused by name when something is wrong. */
export const caseArrives = async (stage: Stage): Promise<void> => {
  const { tell, client, system } = stage;
  tell.scene('一件办件到达', 'A case comes in');
  tell.say('窗口系统签名上报一件刚受理的办件。', 'The hall’s system reports a case, signed.');
  const event = stage.cases.accepted();
  const first = await reportEvents(stage, [event]);
  expectThat(first.stored === 1, 'the event is stored', first);
  tell.quote(`办件统一编号 ${event.projectNo}`);
  const again = await reportEvents(stage, [event]);
  expectThat(again.repeats === 1 && again.stored === 0, 'a repeat is recognised', again);
  tell.pass('重复上报不产生第二件', 'a repeat makes no second case');

  const wrong = stage.cases.accepted();
  const header = wrong.header && {
    ...wrong.header,
    department: { ...wrong.header.department, creditCode: '11330602XX9000016A' },
  };
  const mixed = await reportEvents(stage, [{ ...wrong, ...(header ? { header } : {}) }]);
  const [problem] = mixed.items.flatMap((item) => item.problem?.errors ?? []);
  expectThat(mixed.refused === 1 && problem !== undefined, 'a wrong check digit is refused', mixed);
  tell.quote(`${problem?.path ?? ''} ${problem?.problem ?? ''}`);
  tell.pass('校验码错误的事件被拒收', 'an event with a wrong check digit is refused');

  const view = await client.signed(system).get(`/v1/cases/${event.projectNo}`);
  const known = expectBody(view, 200, CaseView);
  expectThat(known.timeline.length === 1, 'the case has one entry', known.timeline);
  const { name } = event.header?.applicant ?? { name: '' };
  expectThat(known.applicant.name !== name, 'the applicant is masked', known.applicant);
  tell.pass(`申请人脱敏显示为 ${known.applicant.name}`, 'the applicant is shown masked');
};
