import { fromEpoch, withOffset } from '../../../../../shared/domain/time/instant.ts';
import { makeEvent } from '../../player/case-event.ts';
import { expectThat } from '../../player/expectation.ts';
import type { Scene } from '../scene.ts';
import type { Check } from './check.ts';

/** Reports events and expects for each one `stored`, `repeat`, or the code of its refusal. */
const expectOutcomes = async (
  scene: Scene,
  events: readonly unknown[],
  expected: string,
): Promise<void> => {
  const { items } = await scene.play('reportEvents', { body: { events } });
  const outcomes = items.map(({ outcome, problem }) => problem?.code ?? outcome);
  expectThat(outcomes.join(' ') === expected, `expected ${expected}`, outcomes);
};

/** Reports a new case and returns its event. */
export const reportCase = async (scene: Scene) => {
  const event = scene.createEvent();
  await expectOutcomes(scene, [event], 'stored');
  return event;
};

const readCase = (scene: Scene, projectNo: string) => scene.play('readCase', { at: { projectNo } });

export const eventChecks: readonly Check[] = [
  {
    id: 'events.once',
    zh: '同一事件重复上报只记一次',
    en: 'an event that is reported again counts once',
    run: async (scene) => {
      const event = scene.createEvent();
      await expectOutcomes(scene, [event, event], 'stored repeat');
      await expectOutcomes(scene, [event], 'repeat');
      const { timeline, contacts } = await readCase(scene, event.projectNo);
      const isOnce = timeline.length === 1 && contacts.length === 1;
      expectThat(isOnce, 'one event, one contact', timeline);
    },
  },
  {
    id: 'events.differs',
    zh: '相同 eventId 的不同内容被拒绝，不覆盖原记录',
    en: 'other content under a used event id is refused and changes nothing',
    run: async (scene) => {
      const event = await reportCase(scene);
      const at = withOffset(fromEpoch(scene.now() - 120_000));
      await expectOutcomes(scene, [{ ...event, at }], 'event_differs');
      const contact = { ...event.contact, service: 'consult' };
      const other = { ...event, eventId: `${event.eventId}-2`, contact };
      await expectOutcomes(scene, [other], 'contact_differs');
    },
  },
  {
    id: 'events.order',
    zh: '事件可以乱序到达，办件结果相同',
    en: 'events may come in any order and make the same case',
    run: async (scene) => {
      const event = scene.createEvent();
      const { projectNo, at, header } = event;
      const result = { outcome: 'granted' } as const;
      const finished = makeEvent(projectNo, 2, { type: 'finished', at, header, result });
      await expectOutcomes(scene, [finished], 'stored');
      await expectOutcomes(scene, [event], 'stored');
      const { state, timeline } = await readCase(scene, projectNo);
      const types = timeline.map(({ type }) => type).join(' ');
      const isInOrder = state === 'finished' && types === 'accepted finished';
      expectThat(isInOrder, 'accepted, then finished', types);
    },
  },
  {
    id: 'events.alone',
    zh: '一批中有误的事件被单独拒绝，其余照常存储',
    en: 'a wrong event of a batch is refused alone',
    run: async (scene) => {
      const good = scene.createEvent();
      const { header: _header, ...bare } = scene.createEvent();
      const late = { ...scene.createEvent(), at: withOffset(fromEpoch(scene.now() + 3_600_000)) };
      const events = [bare, { ...good, extra: 1 }, late, good];
      await expectOutcomes(scene, events, 'case_unknown invalid_input time_in_future stored');
    },
  },
  {
    id: 'events.limit',
    zh: '每次最多 100 个事件',
    en: 'at most 100 events in a call',
    run: async (scene) => {
      const body = { events: Array.from({ length: 101 }, () => ({})) };
      await scene.expectRefusal('reportEvents', { body }, '400 invalid_input');
    },
  },
  {
    id: 'events.masked',
    zh: '查询办件时申请人信息已脱敏',
    en: 'a case is shown with its applicant masked',
    run: async (scene) => {
      const { projectNo, header } = await reportCase(scene);
      const { applicant } = await readCase(scene, projectNo);
      expectThat(applicant.name !== header?.applicant.name, 'the name is masked', applicant);
    },
  },
];
