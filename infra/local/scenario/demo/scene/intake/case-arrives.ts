import { expectThat } from '../../../player/expectation.ts';
import type { Stage } from '../../stage.ts';

/** 办件到达: the service stores a case once, recognises a repeat, and refuses a wrong event. */
export const playCaseArrival = async (stage: Stage): Promise<void> => {
  const { tell, play, cases } = stage;
  tell.scene('一件办件到达', 'A case comes in');
  tell.say('窗口系统签名上报一件刚受理的办件。', 'The hall’s system reports a case, signed.');
  const event = cases.createCase();
  const first = await play('reportEvents', { body: { events: [event] } });
  expectThat(first.stored === 1, 'the event is stored', first);
  tell.quote(`办件统一编号 ${event.projectNo}`);
  const again = await stage.repeat('reportEvents', { body: { events: [event] } });
  expectThat(again.repeats === 1 && again.stored === 0, 'a repeat is recognised', again);
  tell.pass('重复上报不产生第二件', 'a repeat makes no second case');

  const { header, ...other } = cases.createCase();
  const department = { ...header?.department, creditCode: '11330602XX9000016A' };
  const wrong = { ...other, header: { ...header, department } };
  const mixed = await play('reportEvents', { body: { events: [wrong] } });
  const [problem] = mixed.items.flatMap((item) => item.problem?.errors ?? []);
  expectThat(mixed.refused === 1 && problem !== undefined, 'a wrong check digit is refused', mixed);
  tell.quote(`${problem?.path ?? ''} ${problem?.problem ?? ''}`);
  tell.pass('校验码错误的事件被拒收', 'an event with a wrong check digit is refused');

  const known = await play('readCase', { at: { projectNo: event.projectNo } });
  expectThat(known.timeline.length === 1, 'the case has one entry', known.timeline);
  const { name } = event.header?.applicant ?? { name: '' };
  expectThat(known.applicant.name !== name, 'the applicant is masked', known.applicant);
  tell.pass(`申请人脱敏显示为 ${known.applicant.name}`, 'the applicant is shown masked');
};
