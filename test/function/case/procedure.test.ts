import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';

import type { CaseEventFacts } from '../../../events/case/event.ts';
import type { CaseView } from '../../../events/case/view.ts';
import { at } from '../../fake/clock.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { bodyOf, newWorld, people } from '../world.ts';

type Told = Partial<CaseEventFacts> & Pick<CaseEventFacts, 'type' | 'at'>;
type View = z.infer<typeof CaseView>;

interface Outcome {
  readonly items: readonly {
    readonly outcome: string;
    readonly notTaken?: readonly string[];
    readonly problem?: { readonly errors?: readonly { path: string; problem: string }[] };
  }[];
}

const day = (date: string, clock = '09:00'): string => `2026-${date}T${clock}:00+08:00`;

/** A case promised in five working days, accepted on Friday 20 November. */
const setUp = async (now: string) => {
  const world = newWorld(at(now));
  const key = await world.integrator();
  const projectNo = nextProjectNo();
  const accepted = acceptedEvent({ projectNo, at: day('11-20') });
  let count = 0;
  const report = async (...events: readonly Told[]): Promise<Outcome['items']> => {
    count += 1;
    const numbered = events.map((event, index) => ({
      eventId: `${projectNo}-${count}-${index}`,
      projectNo,
      ...event,
    }));
    const body = { events: numbered };
    const nonce = `${projectNo}-${count}`;
    const reply = await world.call('POST /v1/cases', { by: key, body, nonce });
    return bodyOf<Outcome>(reply).items;
  };
  const show = async (): Promise<View> => {
    const path = { projectNo };
    return bodyOf<View>(await world.call('GET /v1/cases/{projectNo}', { by: key, path }));
  };
  const onList = async (light: string): Promise<boolean> => {
    const asked = { as: people.supervisor, query: { light } };
    const reply = await world.call('GET /v1/oversight/cases', asked);
    const { cases } = bodyOf<{ cases: readonly { projectNo: string }[] }>(reply);
    return cases.some((one) => one.projectNo === projectNo);
  };
  await report(accepted);
  return { world, accepted, report, show, onList };
};

const extension = { kind: 'extension', workingDays: 10, approvedBy: '王示例' } as const;

describe('a case that is extended', () => {
  it('is due later, and its later headers may state the new term', async () => {
    const { report, show, onList, accepted } = await setUp(day('12-01'));
    expect(await onList('red')).toBe(true);
    const header = { ...accepted.header!, promiseWorkingDays: 15 };
    const told = await report(
      { type: 'extended', at: day('11-25'), procedure: { ...extension, reason: '案情复杂' } },
      { type: 'step', at: day('11-26'), step: { name: '审查' }, header },
    );
    expect(told).toMatchObject([{ outcome: 'stored' }, { outcome: 'stored' }]);
    expect(await onList('red')).toBe(false);
    expect(await show()).toMatchObject({
      promise: { workingDays: 5, extendedBy: 10, light: 'green', dueOn: '2026-12-11' },
      irregularities: [],
      timeline: [{}, { procedure: { ...extension, reason: '案情复杂' } }, {}],
    });
  });

  it('keeps an extension that the law does not permit, without counting it', async () => {
    const { report, show } = await setUp(day('12-01'));
    const { approvedBy: _nobody, ...unapproved } = extension;
    await report({ type: 'extended', at: day('11-25'), procedure: unapproved });
    expect(await show()).toMatchObject({
      promise: { light: 'red', dueOn: '2026-11-27' },
      irregularities: [{ code: 'extension_not_approved' }],
    });
  });
});

describe('a case that is suspended', () => {
  const suspended = {
    type: 'suspended',
    at: day('11-24', '10:00'),
    procedure: { kind: 'inspection', workingDays: 5, reason: '送检' },
  } as const;

  it('is on the list of suspended cases until it is resumed, and then has what was left', async () => {
    const { report, show, onList } = await setUp(day('12-01'));
    await report(suspended);
    expect(await onList('suspended')).toBe(true);
    expect(await onList('red')).toBe(false);
    expect((await show()).promise).toEqual({
      workingDays: 5,
      suspended: {
        since: '2026-11-24T10:00:00.000+08:00',
        kind: 'inspection',
        minutesLeft: 450 + 3 * 540,
      },
      light: 'suspended',
      dueOn: null,
      dueAt: null,
      yellowAt: null,
      overdue: false,
    });
    await report({ type: 'resumed', at: day('11-30', '10:00') });
    expect(await onList('suspended')).toBe(false);
    expect((await show()).promise).toMatchObject({ light: 'green', dueOn: '2026-12-03' });
  });

  it('is closed when it finishes, and the order in which it is told does not matter', async () => {
    const { report, show, onList } = await setUp(day('12-20'));
    await report({ type: 'finished', at: day('12-15') });
    expect((await show()).promise).toMatchObject({ light: 'red' });
    await report(suspended);
    expect(await show()).toMatchObject({
      state: 'finished',
      promise: { light: 'green', overdue: false },
      irregularities: [{ code: 'suspension_overran' }],
    });
    expect(await onList('suspended')).toBe(false);
  });
});

describe('an event of a special procedure', () => {
  it.each<[string, Told, string]>([
    [
      'an extension without its days',
      { type: 'extended', at: day('11-25'), procedure: { kind: 'extension' } },
      '/procedure/workingDays missing',
    ],
    [
      'an extension of another kind',
      { type: 'extended', at: day('11-25'), procedure: { kind: 'hearing', workingDays: 2 } },
      '/procedure/kind not_allowed',
    ],
    [
      'a suspension without anything',
      { type: 'suspended', at: day('11-25') },
      '/procedure missing',
    ],
    [
      'another kind without a reason',
      { type: 'suspended', at: day('11-25'), procedure: { kind: 'other' } },
      '/procedure/reason missing',
    ],
    [
      'a step with a procedure',
      { type: 'step', at: day('11-25'), procedure: { kind: 'hearing' } },
      '/procedure not_expected',
    ],
  ])('is refused: %s', async (_what, event, problem) => {
    const { report } = await setUp(day('12-01'));
    const [item] = await report(event);
    const errors = item?.problem?.errors?.map((one) => `${one.path} ${one.problem}`);
    expect(errors).toEqual([problem]);
  });
});

describe('a later header', () => {
  it('completes the organisation code, and tells what was not taken', async () => {
    const { report, show, accepted } = await setUp(day('12-01'));
    const withCode = (orgCode: string): Told => {
      const department = { ...accepted.header!.department, orgCode };
      return { type: 'step', at: day('11-23'), header: { ...accepted.header!, department } };
    };
    expect(await report(withCode('001008006007014'))).toEqual([
      { index: 0, eventId: expect.any(String), outcome: 'stored' },
    ]);
    expect((await show()).department.orgCode).toBe('001008006007014');
    const [other] = await report(withCode('001008006007015'));
    expect(other).toMatchObject({ outcome: 'stored', notTaken: ['/header/department/orgCode'] });
    expect((await show()).department.orgCode).toBe('001008006007014');
  });
});
