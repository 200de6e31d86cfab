import { describe, expect, it } from 'vitest';

import { recordId } from '../../../shared/domain/exchange/case-report.ts';
import type { CaseDossier, ReportRecord } from '../../../shared/domain/exchange/case-report.ts';
import { planOf, wantedOf } from '../../../shared/domain/exchange/plan.ts';
import type { WantedRecord } from '../../../shared/domain/exchange/plan.ts';
import { newRecord } from '../../../shared/domain/exchange/record-state.ts';
import type { EventOf } from '../../../shared/domain/ticket/event/event.ts';
import type { TicketEventType } from '../../../shared/domain/ticket/event/facts.ts';
import type { Step } from '../../../shared/domain/ticket/step/step.ts';
import { ticketOf } from '../../contract/suite/sample.ts';
import { at } from '../../fake/clock.ts';
import { exampleStep } from '../ticket/event-example.ts';
import { fullCase, ratingOf } from './record/sample-source.ts';

const first = ratingOf();
const second = ratingOf({ assessNumber: 2, receivedAt: at('2026-11-25T09:00:00+08:00') });
const { ticket, first: opened } = ticketOf(first);

const step = <T extends TicketEventType>(
  number: number,
  type: T,
  moment: string,
  more: Partial<EventOf<T>> = {},
): Step => exampleStep(number, type, { at: at(moment), ...more });

const steps = [
  opened,
  step(2, 'contacted', '2026-11-20T10:00:00+08:00'),
  step(3, 'unmasked', '2026-11-20T10:01:00+08:00'),
  step(4, 'province_step', '2026-11-20T10:02:00+08:00'),
  step(5, 'approved', '2026-11-24T10:00:00+08:00'),
  step(6, 'appended', '2026-11-25T09:00:00+08:00'),
];

const file: CaseDossier = {
  known: fullCase(),
  ratings: [first, second],
  tickets: [{ ticket, steps }],
};

const idsOf = (wanted: readonly WantedRecord[]): readonly string[] =>
  wanted.map(({ ref }) => recordId(ref));

const inState = (one: WantedRecord, more: Partial<ReportRecord> = {}): ReportRecord => ({
  ...newRecord(file.known.projectNo, one.ref),
  state: 'accepted',
  revision: 1,
  ...more,
});

const everything = wantedOf(file);
const wantedById = (id: string): WantedRecord => {
  const found = everything.find(({ ref }) => recordId(ref) === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

describe('what the center is told of a case', () => {
  it('is each contact with its rating, its steps and its follow-up, and the end at last', () => {
    expect(idsOf(everything)).toEqual([
      'service-01',
      'rating-01-1',
      'step-01-00001',
      'step-01-00002',
      'step-01-00005',
      'rating-01-2',
      'step-01-00006',
      'service-02',
      'finish',
    ]);
  });

  it('waits: a rating for its service, a step for the one before, the end for every contact', () => {
    expect(wantedById('rating-01-1').after).toEqual(['service-01']);
    expect(wantedById('step-01-00001').after).toEqual(['rating-01-1']);
    expect(wantedById('step-01-00005').after).toEqual(['step-01-00002']);
    expect(wantedById('rating-01-2').after).toEqual(['rating-01-1', 'step-01-00005']);
    expect(wantedById('finish').after).toEqual(['service-01', 'service-02']);
  });

  it.each([
    ['came from the center', { proof: 'center' }],
    ['an upstream system made by default', { origin: 'default' }],
  ] as const)('leaves out a rating that %s', (_name, more) => {
    const wanted = wantedOf({ ...file, ratings: [ratingOf(more)], tickets: [] });
    expect(idsOf(wanted)).toEqual(['service-01', 'service-02', 'finish']);
  });

  it('still has the steps about a rating that the center gave us, after its service', () => {
    const wanted = wantedOf({ ...file, ratings: [ratingOf({ proof: 'center' })] });
    expect(wanted.find(({ ref }) => ref.kind === 'step')?.after).toEqual(['service-01']);
  });

  it('does not have the end of a case that nobody can have rated, nor of one that goes on', () => {
    expect(wantedOf({ known: fullCase({ contacts: [] }), ratings: [], tickets: [] })).toEqual([]);
    const timeline = fullCase().timeline.slice(0, 1);
    const ids = idsOf(wantedOf({ known: fullCase({ timeline }), ratings: [], tickets: [] }));
    expect(ids).not.toContain('finish');
  });

  it('holds steps back whose deadlines wait for a calendar, and nothing that a resident said', () => {
    const pending = {
      state: 'pending_calendar',
      startedAt: first.receivedAt,
      term: { amount: 15, unit: 'working_day' },
      pauses: [],
      year: 2027,
      since: first.receivedAt,
    } as const;
    const facts = {
      ...opened.facts,
      clocks: { ...opened.facts.clocks, contact: pending },
    };
    const held = {
      ticket: { ...ticket, clocks: { ...ticket.clocks, contact: pending } },
      steps: [{ ...opened, facts }, ...steps.slice(1)],
    };
    const wanted = wantedOf({ ...file, tickets: [held] });
    expect(idsOf(wanted.filter(({ isHeld }) => isHeld))).toEqual([
      'step-01-00001',
      'step-01-00002',
      'step-01-00005',
      'step-01-00006',
    ]);
    expect(wanted.find((one) => recordId(one.ref) === 'rating-01-2')?.after).toEqual([
      'rating-01-1',
    ]);
    const counted = step(7, 'recounted', '2026-11-26T09:00:00+08:00', {
      facts: {
        before: {},
        clocks: { contact: { ...ticket.clocks.rectify } },
      },
    });
    const dated = { ...held, steps: [...held.steps, counted] };
    expect(wantedOf({ ...file, tickets: [dated] }).some(({ isHeld }) => isHeld)).toBe(false);
    // Met or stopped while the year was unknown: there is nothing left to wait for.
    const met = { state: 'met', at: first.receivedAt, late: false } as const;
    const stopped = { state: 'stopped', at: first.receivedAt } as const;
    for (const contact of [met, stopped]) {
      const ended = { ...held, ticket: { ...ticket, clocks: { ...ticket.clocks, contact } } };
      expect(wantedOf({ ...file, tickets: [ended] }).some(({ isHeld }) => isHeld)).toBe(false);
    }
  });
});

describe('a second round whose deadlines wait for a calendar', () => {
  const pending = {
    state: 'pending_calendar',
    startedAt: second.receivedAt,
    term: { amount: 1, unit: 'working_day' },
    pauses: [],
    year: 2027,
    since: second.receivedAt,
  } as const;
  const clocks = { contact: pending, rectify: pending };
  const again = step(6, 'appended', '2026-11-25T09:00:00+08:00', {
    round: 2,
    facts: { level: 'very_dissatisfied', tags: [], clocks, rating: 'r2' },
  });
  const tried = step(7, 'contacted', '2026-11-25T10:00:00+08:00', { round: 2 });
  const all = [...steps.slice(0, 5), again, tried];
  const heldIn = (rounds: readonly Step[], round: 1 | 2) => {
    const file2 = { ...file, tickets: [{ ticket: { ...ticket, round, clocks }, steps: rounds }] };
    return idsOf(wantedOf(file2).filter(({ isHeld }) => isHeld));
  };

  it('holds back its own steps, and not those of the first', () => {
    expect(heldIn(all, 2)).toEqual(['step-01-00006', 'step-01-00007']);
  });

  it.each(['contact', 'rectify'] as const)('waits until its %s is dated too', (duty) => {
    const dated = { ...clocks, [duty]: ticket.clocks.rectify };
    const facts = { before: {}, clocks: { [duty]: ticket.clocks.rectify } };
    const counted = step(8, 'recounted', '2026-11-26T09:00:00+08:00', { round: 2, facts });
    expect(heldIn([...all, counted], 2)).toContain('step-01-00006');
    const both = step(9, 'recounted', '2026-11-27T09:00:00+08:00', {
      round: 2,
      facts: { before: {}, clocks: { contact: dated[duty], rectify: dated[duty] } },
    });
    expect(heldIn([...all, counted, both], 2)).toEqual([]);
  });
});

describe('what may be sent now', () => {
  const nothing = new Set<string>();
  const plan = (records: readonly ReportRecord[], tried: ReadonlySet<string> = nothing) =>
    planOf(everything, records, tried);

  it('is what depends on nothing, at the beginning', () => {
    expect(idsOf(plan([]).next)).toEqual(['service-01', 'service-02']);
  });

  it('is what its predecessors let go', () => {
    const held = ['service-01', 'rating-01-1'].map((id) => inState(wantedById(id)));
    expect(idsOf(plan(held).next)).toEqual(['step-01-00001', 'service-02']);
    expect(plan(everything.map((one) => inState(one)))).toEqual({
      next: [],
      rejected: [],
      waiting: [],
    });
  });

  it('is not what was tried in this go already', () => {
    expect(idsOf(plan([], new Set(['service-01'])).next)).toEqual(['service-02']);
  });

  it('is again what nothing is known of, or our own check stopped, or somebody asked for', () => {
    const service = wantedById('service-02');
    const receipt = { outcome: 'rejected', code: '', message: '', at: first.receivedAt } as const;
    const asked = { what: 'resend', by: 'u', at: first.receivedAt, reason: 'r' } as const;
    const states: readonly (readonly [boolean, Partial<ReportRecord>])[] = [
      [true, { state: 'unknown', revision: 0 }],
      [true, { state: 'rejected', revision: 0, receipt: { ...receipt, by: 'own_check' } }],
      [true, { state: 'accepted', asked }],
      [true, { state: 'withdrawn', asked }],
      [false, { state: 'rejected', revision: 0, receipt: { ...receipt, by: 'center' } }],
      [false, { state: 'withdrawn' }],
      [false, { state: 'accepted' }],
    ];
    const open = states.map(([, more]) =>
      idsOf(plan([inState(service, more)]).next).includes('service-02'),
    );
    expect(open).toEqual(states.map(([expected]) => expected));
  });

  it('is a service again that was taken back and is rated: a rating hides behind nothing', () => {
    const [rated, unrated] = ['service-01', 'service-02'].map((id) =>
      inState(wantedById(id), { state: 'withdrawn', revision: 2 }),
    );
    expect(idsOf(plan([rated!, unrated!]).next)).toEqual(['service-01']);
    expect(plan([rated!, unrated!]).rejected).toEqual([]);
  });

  it('leaves what depends on a refused record waiting, and the rest goes on', () => {
    const receipt = { by: 'center', outcome: 'rejected', code: '', message: '' } as const;
    for (const state of ['rejected', 'withdrawn'] as const) {
      const revision = state === 'rejected' ? 0 : 2;
      const refused = { state, revision, receipt: { ...receipt, at: first.receivedAt } };
      const { next, rejected, waiting } = plan([inState(wantedById('service-01'), refused)]);
      expect(idsOf(next)).toEqual(['service-02']);
      expect(rejected).toEqual(['service-01']);
      expect(waiting).toEqual([
        'rating-01-1',
        'step-01-00001',
        'step-01-00002',
        'step-01-00005',
        'rating-01-2',
        'step-01-00006',
        'finish',
      ]);
    }
  });

  it('goes on after a correction that the center refused: it still holds the revision before', () => {
    const refused = inState(wantedById('service-01'), { state: 'rejected', revision: 1 });
    expect(idsOf(plan([refused]).next)).toContain('rating-01-1');
  });
});
