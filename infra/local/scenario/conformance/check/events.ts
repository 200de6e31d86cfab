import { CaseEventBatchAnswer } from '../../../../../events/case/event.ts';
import type { CaseEventFacts } from '../../../../../events/case/event.ts';
import { CaseView } from '../../../../../events/case/view.ts';
import { fromEpoch, withOffset } from '../../../../../shared/domain/time/instant.ts';
import { expectBody, expectThat, expectProblem } from '../../demo/expectation.ts';
import type { Scene } from '../scene.ts';
import type { Check } from './check.ts';

/** What became of each event: `stored`, `repeat`, or the code of its refusal. */
export const reportEvents = async (
  scene: Scene,
  events: readonly unknown[],
): Promise<readonly string[]> => {
  const reply = await scene.calls.post('/v1/cases', { events });
  const { items } = expectBody(reply, 200, CaseEventBatchAnswer);
  return items.map(({ outcome, problem }) => problem?.code ?? outcome);
};

export const expectOutcomes = (outcomes: readonly string[], ...expected: readonly string[]): void =>
  expectThat(outcomes.join(' ') === expected.join(' '), `expected ${expected.join(' ')}`, outcomes);

const toFinishedEvent = (event: CaseEventFacts): CaseEventFacts => ({
  eventId: `${event.projectNo}-finished`,
  type: 'finished',
  projectNo: event.projectNo,
  at: event.at,
  header: event.header,
  result: { outcome: 'granted' },
});

const readCase = async (scene: Scene, projectNo: string) =>
  expectBody(await scene.calls.get(`/v1/cases/${projectNo}`), 200, CaseView);

export const eventChecks: readonly Check[] = [
  {
    id: 'events.once',
    zh: '同一事件重复上报只记一次',
    en: 'an event that is reported again counts once',
    run: async (scene) => {
      const event = scene.accepted();
      expectOutcomes(await reportEvents(scene, [event, event]), 'stored', 'repeat');
      expectOutcomes(await reportEvents(scene, [event]), 'repeat');
      const { timeline, contacts } = await readCase(scene, event.projectNo);
      expectThat(
        timeline.length === 1 && contacts.length === 1,
        'one event, one contact',
        timeline,
      );
    },
  },
  {
    id: 'events.differs',
    zh: '相同 eventId 的不同内容被拒绝，不覆盖原记录',
    en: 'other content under a used event id is refused and changes nothing',
    run: async (scene) => {
      const event = scene.accepted();
      await reportEvents(scene, [event]);
      const at = withOffset(fromEpoch(scene.now() - 120_000));
      expectOutcomes(await reportEvents(scene, [{ ...event, at }]), 'event_differs');
      const contact = { ...event.contact, service: 'consult' };
      const other = { ...event, eventId: `${event.eventId}-2`, contact };
      expectOutcomes(await reportEvents(scene, [other]), 'contact_differs');
    },
  },
  {
    id: 'events.order',
    zh: '事件可以乱序到达，办件结果相同',
    en: 'events may come in any order and make the same case',
    run: async (scene) => {
      const event = scene.accepted();
      expectOutcomes(await reportEvents(scene, [toFinishedEvent(event)]), 'stored');
      expectOutcomes(await reportEvents(scene, [event]), 'stored');
      const { state, timeline } = await readCase(scene, event.projectNo);
      const types = timeline.map(({ type }) => type).join(' ');
      expectThat(
        state === 'finished' && types === 'accepted finished',
        'accepted, then finished',
        types,
      );
    },
  },
  {
    id: 'events.alone',
    zh: '一批中有误的事件被单独拒绝，其余照常存储',
    en: 'a wrong event of a batch is refused alone',
    run: async (scene) => {
      const good = scene.accepted();
      const { header: _header, ...bare } = scene.accepted();
      const late = { ...scene.accepted(), at: withOffset(fromEpoch(scene.now() + 3_600_000)) };
      expectOutcomes(
        await reportEvents(scene, [bare, { ...good, extra: 1 }, late, good]),
        'case_unknown',
        'invalid_input',
        'time_in_future',
        'stored',
      );
    },
  },
  {
    id: 'events.limit',
    zh: '每次最多 100 个事件',
    en: 'at most 100 events in a call',
    run: async (scene) => {
      const events = Array.from({ length: 101 }, () => ({}));
      expectProblem(await scene.calls.post('/v1/cases', { events }), 400, 'invalid_input');
    },
  },
  {
    id: 'events.masked',
    zh: '查询办件时申请人信息已脱敏',
    en: 'a case is shown with its applicant masked',
    run: async (scene) => {
      const event = scene.accepted();
      await reportEvents(scene, [event]);
      const { applicant } = await readCase(scene, event.projectNo);
      expectThat(applicant.name !== event.header?.applicant.name, 'the name is masked', applicant);
    },
  },
];
