import { describe, expect, it } from 'vitest';

import type { CaseEventFacts } from '../../../events/case/event.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import type { Reply } from '../reply.ts';
import type { Key } from '../request.ts';
import { bodyOf, fridayMorning, hall, newWorld, outcomeOf, window } from '../world.ts';
import type { World } from '../world.ts';

interface Batch {
  readonly stored: number;
  readonly repeats: number;
  readonly items: readonly { outcome: string; problem?: { code: string } }[];
}

const outcomes = (reply: Reply): readonly string[] =>
  bodyOf<Batch>(reply).items.map(({ outcome, problem }) => problem?.code ?? outcome);

const setUp = async () => {
  const world = newWorld();
  const key = await world.integrator();
  const projectNo = nextProjectNo();
  const accepted = acceptedEvent({ projectNo, at: '2026-11-20T09:00:00+08:00', hall, window });
  const step: CaseEventFacts = {
    eventId: `${projectNo}-step`,
    type: 'step',
    projectNo,
    at: '2026-11-20T09:10:00+08:00',
    header: accepted.header,
    step: { name: '现场核查' },
  };
  const finished: CaseEventFacts = {
    eventId: `${projectNo}-finished`,
    type: 'finished',
    projectNo,
    at: '2026-11-20T09:20:00+08:00',
    header: accepted.header,
    result: { outcome: 'granted' },
  };
  return { world, key, projectNo, accepted, step, finished };
};

let calls = 0;
const report = (world: World, by: Key, ...events: readonly unknown[]): Promise<Reply> => {
  calls += 1;
  return world.call('POST /v1/cases', { by, body: { events }, nonce: `call-${calls}` });
};

describe('a case from its events', () => {
  it('is the same in whatever order they come', async () => {
    const { world, key, projectNo, accepted, step, finished } = await setUp();
    expect(outcomes(await report(world, key, finished))).toEqual(['stored']);
    expect(outcomes(await report(world, key, accepted, step))).toEqual(['stored', 'stored']);
    const reply = await world.call('GET /v1/cases/{projectNo}', { by: key, path: { projectNo } });
    expect(reply.body).toMatchObject({
      state: 'finished',
      timeline: [{ type: 'accepted' }, { type: 'step' }, { type: 'finished' }],
      contacts: [{ serviceNumber: 1, hall, window, at: '2026-11-20T09:00:00.000+08:00' }],
      promise: { workingDays: 5, dueOn: '2026-11-27', overdue: false },
    });
    expect(JSON.stringify(reply.body)).not.toMatch(/测试甲|13800000001|33060219900101/);
  });

  it('takes every event once, within a batch and across batches', async () => {
    const { world, key, accepted, step } = await setUp();
    expect(outcomes(await report(world, key, accepted, accepted, step))).toEqual([
      'stored',
      'repeat',
      'stored',
    ]);
    const before = world.stores.memory.count('case');
    expect(outcomes(await report(world, key, step, accepted))).toEqual(['repeat', 'repeat']);
    expect(world.stores.memory.count('case')).toBe(before);
  });

  it('keeps all events that arrive at once', async () => {
    const { world, key, projectNo, accepted } = await setUp();
    await report(world, key, accepted);
    const steps = Array.from({ length: 6 }, (_, index) => ({
      eventId: `${projectNo}-parallel-${index}`,
      type: 'step',
      projectNo,
      at: '2026-11-20T09:15:00+08:00',
      step: { name: `环节${index}` },
    }));
    const replies = await Promise.all(steps.map((event) => report(world, key, event)));
    expect(replies.flatMap(outcomes)).toEqual(steps.map(() => 'stored'));
    expect((await world.stores.cases.find(projectNo))?.timeline).toHaveLength(7);
  });

  it('is unknown until an event brings its header', async () => {
    const { world, key, projectNo, accepted } = await setUp();
    const { header: _header, ...bare } = accepted;
    expect(outcomes(await report(world, key, bare))).toEqual(['case_unknown']);
    expect(await world.stores.cases.find(projectNo)).toBeUndefined();
    expect(outcomes(await report(world, key, accepted, { ...bare }))).toEqual(['stored', 'repeat']);
  });
});

describe('an event that contradicts what is stored', () => {
  it.each<[string, (event: CaseEventFacts) => object, string]>([
    [
      'under a used event id',
      (event) => ({ ...event, at: '2026-11-20T09:01:00+08:00' }),
      'event_differs',
    ],
    [
      'about a contact',
      (event) => ({
        ...event,
        eventId: `${event.eventId}-2`,
        contact: { ...event.contact, service: 'consult' },
      }),
      'contact_differs',
    ],
    [
      'about the matter',
      (event) => ({
        ...event,
        eventId: `${event.eventId}-2`,
        header: { ...event.header, matter: { code: '许可-00000-000', name: '另一事项' } },
      }),
      'header_differs',
    ],
  ])('%s is refused by name and changes nothing', async (_name, contradict, code) => {
    const { world, key, projectNo, accepted } = await setUp();
    await report(world, key, accepted);
    const before = await world.stores.cases.find(projectNo);
    expect(outcomes(await report(world, key, contradict(accepted)))).toEqual([code]);
    expect(await world.stores.cases.find(projectNo)).toEqual(before);
  });

  it('may not come from another system, to which the case does not even exist', async () => {
    const { world, key, projectNo, accepted, step } = await setUp();
    await report(world, key, accepted);
    const other = await world.integrator();
    expect(outcomes(await report(world, other, step))).toEqual(['case_of_other_source']);
    const reply = await world.call('GET /v1/cases/{projectNo}', { by: other, path: { projectNo } });
    expect(outcomeOf(reply)).toBe('404 case_unknown');
  });
});

describe('the applicant of a case', () => {
  it('is stored sealed and masked only', async () => {
    const { world, key, projectNo, accepted } = await setUp();
    await report(world, key, accepted);
    const known = await world.stores.cases.find(projectNo);
    expect(known?.applicant).toEqual({
      kind: 'person',
      maskedName: '测**',
      maskedMobile: '138****0001',
      sealed: expect.any(String),
      marks: expect.objectContaining({ name: expect.any(String) }),
    });
    expect(JSON.stringify(known)).not.toMatch(/测试甲|13800000001|33060219900101/);
  });
});

describe('a contact at a window', () => {
  it('stands on show there until a later one comes, whatever the order of arrival', async () => {
    const { world, key, projectNo, accepted } = await setUp();
    const later = acceptedEvent({ projectNo: nextProjectNo(), at: fridayMorning, hall, window });
    await report(world, key, later);
    await report(world, key, accepted);
    const shown = await world.stores.cases.shownAt({ hall, window });
    expect(shown?.projectNo).toBe(later.projectNo);
    expect(shown?.projectNo).not.toBe(projectNo);
  });
});
