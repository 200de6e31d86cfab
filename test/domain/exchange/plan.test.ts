import { describe, expect, it } from 'vitest';

import { recordId } from '../../../shared/domain/exchange/case-report.ts';
import type { ReportRecord } from '../../../shared/domain/exchange/case-report.ts';
import { planOf, wantedOf } from '../../../shared/domain/exchange/plan.ts';
import type { WantedRecord } from '../../../shared/domain/exchange/plan.ts';
import { file, first, idsOf, inState, receiptOf } from './dossier.ts';
import { fullCase, ratingOf } from './record/sample-source.ts';

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
    const asked = { what: 'resend', by: 'u', at: first.receivedAt, reason: 'r' } as const;
    const states: readonly (readonly [boolean, Partial<ReportRecord>])[] = [
      [true, { state: 'unknown', revision: 0, receipt: undefined }],
      [true, { state: 'unknown', revision: 0, receipt: receiptOf('unclear') }],
      [true, { state: 'rejected', revision: 1, receipt: receiptOf('unclear') }],
      [true, { state: 'rejected', revision: 0, receipt: receiptOf('rejected', 'own_check') }],
      [true, { state: 'accepted', asked }],
      [true, { state: 'withdrawn', asked }],
      [false, { state: 'rejected', revision: 0, receipt: receiptOf('rejected') }],
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

  it('is no step that was taken back, though the follow-up waits for it', () => {
    const records = everything
      .filter(({ ref }) => !(ref.kind === 'rating' && ref.assessNumber === 2))
      .map((one) =>
        inState(one, recordId(one.ref) === 'step-01-00005' ? { state: 'withdrawn' } : {}),
      );
    expect(plan(records)).toEqual({ next: [], rejected: [], waiting: ['rating-01-2'] });
  });

  it('is what was refused and is asked for again, which no longer waits for a person', () => {
    const asked = { what: 'resend', by: 'u', at: first.receivedAt, reason: 'r' } as const;
    const refused = { state: 'rejected', revision: 0, receipt: receiptOf('rejected') } as const;
    const { next, rejected } = plan([inState(wantedById('service-01'), { ...refused, asked })]);
    expect(idsOf(next)).toContain('service-01');
    expect(rejected).toEqual([]);
  });

  it('leaves what depends on a refused record waiting, and the rest goes on', () => {
    for (const state of ['rejected', 'withdrawn'] as const) {
      const revision = state === 'rejected' ? 0 : 2;
      const refused = { state, revision, receipt: receiptOf('rejected') };
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
