import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import type { CaseEventFacts } from '../../../events/case/event.ts';
import { at } from '../../fake/clock.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import type { Person } from '../request.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';

interface Listed {
  readonly cases: readonly {
    readonly projectNo: string;
    readonly lateSteps: readonly { readonly name: string; readonly light: string }[];
    readonly irregularities: readonly { readonly code: string; readonly stage?: string }[];
  }[];
  readonly cursor: string | null;
}

type Told = Partial<CaseEventFacts> & Pick<CaseEventFacts, 'type'>;

const day = (date: string, clock = '09:00'): string => `2026-11-${date}T${clock}:00+08:00`;

const setUp = async (now: string) => {
  const world = newWorld(at(now));
  const key = await world.integrator();

  /** Reports a case accepted on the 20th, with further events; returns its number. */
  const report = async (events: readonly Told[], from = day('20')): Promise<string> => {
    const projectNo = nextProjectNo();
    const first = acceptedEvent({ projectNo, at: from });
    const more = events.map((event, index) => ({
      eventId: `${projectNo}-${index}`,
      projectNo,
      at: first.at,
      ...event,
    }));
    const body = { events: [first, ...more] };
    const reply = await world.call('POST /v1/cases', { by: key, body, nonce: projectNo });
    expect(bodyOf<{ refused: number }>(reply).refused).toBe(0);
    return projectNo;
  };

  const list = (query: Record<string, string>, as: Person = people.supervisor) =>
    world.call('GET /v1/oversight/steps', { as, query });

  const listed = async (...asked: Parameters<typeof list>) =>
    bodyOf<Listed>(await list(...asked)).cases;

  const numbers = async (...asked: Parameters<typeof list>) =>
    (await listed(...asked)).map(({ projectNo }) => projectNo);

  return { world, key, report, list, listed, numbers };
};

const step = (name: string, more: object = {}) => ({ name, ...more });

describe('the oversight of steps', () => {
  it('lists steps past their own term, whatever the light of their case is', async () => {
    const { report, listed, world, numbers } = await setUp(day('23', '18:00'));
    const begun = step('审查', { state: 'begun', workingDays: 1 });
    const late = await report([{ type: 'step', at: day('20', '10:00'), step: begun }]);
    const still = await report([{ type: 'step', at: day('23', '10:00'), step: begun }]);
    await report([]);
    expect(await listed({})).toMatchObject([
      { projectNo: late, lateSteps: [{ name: '审查', light: 'red' }], irregularities: [] },
    ]);
    world.clock.advance(24 * 60 * 60_000);
    expect(await numbers({ problem: 'late' })).toEqual([late, still]);
  });

  it('lists missing and irregular steps, of running cases and of those of a day', async () => {
    const { report, listed, numbers } = await setUp(day('26'));
    const running = await report([{ type: 'step', at: day('24'), step: step('决定') }]);
    const finished = await report([
      { type: 'step', at: day('24'), step: step('审查', { state: 'begun' }) },
      { type: 'finished', at: day('25') },
    ]);
    const suspended = await report([
      { type: 'step', at: day('23'), step: step('决定') },
      { type: 'suspended', at: day('24'), procedure: { kind: 'hearing' } },
    ]);
    expect(await listed({ problem: 'irregular' })).toMatchObject([
      { projectNo: running, irregularities: [{ code: 'step_missing', stage: 'examine' }] },
      { projectNo: suspended, irregularities: [{ code: 'step_missing', stage: 'examine' }] },
    ]);
    expect(await listed({ problem: 'irregular', finishedOn: '2026-11-25' })).toMatchObject([
      { projectNo: finished, irregularities: [{ code: 'step_not_done' }] },
    ]);
    expect(await numbers({ problem: 'irregular', finishedOn: '2026-11-24' })).toEqual([]);
    expect(await numbers({ problem: 'late' })).toEqual([]);
  });

  it('is read page by page, by those who oversee the area or handle the case', async () => {
    const { report, list, numbers } = await setUp(day('26'));
    const decided = [{ type: 'step' as const, at: day('24'), step: step('决定') }];
    const all = [await report(decided), await report(decided), await report(decided)];
    const read: string[] = [];
    let cursor: string | null = null;
    do {
      const place: Record<string, string> = cursor === null ? {} : { cursor };
      const page = await list({ problem: 'irregular', limit: '2', ...place });
      const body: Listed = bodyOf<Listed>(page);
      read.push(...body.cases.map(({ projectNo }) => projectNo));
      ({ cursor } = body);
    } while (cursor !== null);
    expect(read.toSorted()).toEqual(all.toSorted());
    const stranger = { ...people.handler, department: '11330602MB1A2B3C46' };
    expect(await numbers({ problem: 'irregular' }, people.handler)).toHaveLength(3);
    expect(await numbers({ problem: 'irregular' }, stranger)).toEqual([]);
    expect(outcomeOf(await list({ area: '330683' }))).toBe('404 out_of_scope');
    expect(outcomeOf(await list({}, people.clerk))).toBe('403 role_missing');
    expect(outcomeOf(await list({ cursor: 'x.y' }))).toBe('400 cursor_invalid');
    expect(outcomeOf(await list({ finishedOn: '2026-13-01' }))).toBe('400 invalid_input');
  });
});
