import type { Case } from '../../../shared/domain/case/case.ts';
import type { Pad } from '../../../shared/domain/pad/pad.ts';
import type { Rating } from '../../../shared/domain/rating/rating.ts';
import { openingOf } from '../../../shared/domain/ticket/opening.ts';
import type { Opening } from '../../../shared/domain/ticket/opening.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import type { Integrator } from '../../../shared/port/access/integrator-store.ts';
import type { Entry } from '../../../shared/port/rating/entry-store.ts';
import { shippedRules } from '../../../shared/rules.ts';
import { at } from '../../fake/clock.ts';
import type { Stores } from '../../fake/stores.ts';
import { creditCode, nextProjectNo } from '../../support/case-facts.ts';

/** The stores under test; a function, because they start before the first test. */
export type GivenStores = () => Stores;

export const friday = at('2026-11-20T09:30:00+08:00');

let serial = 0;
/** A name that no other item of the run has. */
export const unique = (prefix: string): string => {
  serial += 1;
  return `${prefix}-${serial}`;
};

/** A hall in an area, so that lists by area contain only the items of the test. */
export const hallIn = (area: string): string => unique(`${area}-H`).toUpperCase();

export const sampleCase = (more: Partial<Case> = {}): Case => ({
  projectNo: nextProjectNo(),
  source: 'AK1',
  matter: { code: '许可-00757-000', name: '食品经营许可', handleItem: undefined },
  department: { creditCode, name: '越城区测试局' },
  area: '330602',
  caseKind: 'promised',
  promiseWorkingDays: 5,
  applicant: { kind: 'person', maskedName: '测**', maskedMobile: undefined, sealed: '1.x' },
  timeline: [{ eventId: 'e1', type: 'accepted', at: friday, accessKey: 'AK1' }],
  contacts: [{ serviceNumber: 1, service: 'accept', at: friday }],
  version: 1,
  ...more,
});

export const sampleRating = (more: Partial<Rating> = {}): Rating => ({
  projectNo: nextProjectNo(),
  serviceNumber: 1,
  assessNumber: 1,
  level: 'dissatisfied',
  tags: ['209'],
  sealedText: undefined,
  contactConsent: true,
  channel: 'qr',
  proof: 'token',
  origin: 'active',
  receivedAt: friday,
  fingerprint: 'f1',
  creditCode,
  area: '330602',
  matterCode: '许可-00757-000',
  ...more,
});

export const ticketOf = (rating: Rating): Opening => {
  const opened = openingOf(rating, shippedRules);
  if (opened === undefined) throw new Error('a bad rating opens a ticket');
  return opened;
};

export const samplePad = (more: Partial<Pad> = {}): Pad => ({
  id: unique('pad'),
  hall: '330602-H1',
  window: 'A03',
  label: undefined,
  state: 'waiting',
  received: [],
  by: 'u-hall',
  confirmedBy: 'u-admin',
  at: friday,
  version: 1,
  ...more,
});

export const sampleEntry = (more: Partial<Entry> = {}): Entry => ({
  id: unique('entry'),
  state: 'awaiting',
  projectNo: nextProjectNo(),
  serviceNumber: 1,
  channel: 'paper',
  sealedRecord: '1.r1',
  level: 'dissatisfied',
  tags: ['209'],
  fingerprint: 'f1',
  contactConsent: false,
  area: '330602',
  enteredBy: 'u1',
  enteredAt: friday,
  version: 1,
  ...more,
});

export const sampleIntegrator = (more: Partial<Integrator> = {}): Integrator => ({
  accessKey: unique('AK'),
  system: 'AKfirst',
  name: '系统',
  may: ['cases'],
  sealedSecret: '1.x',
  scope: { areas: ['330600'], departments: 'all', channels: ['qr'], numberPrefixes: [] },
  state: 'active',
  by: 'u-admin',
  confirmedBy: 'u-admin-2',
  at: friday,
  ...more,
});

/** Runs the writers concurrently; returns the number of times each answer was given. */
export const countsOf = async <T extends string>(
  writers: readonly (() => Promise<T>)[],
): Promise<Readonly<Partial<Record<T, number>>>> => {
  const answers = await Promise.all(writers.map((write) => write()));
  const counts: Partial<Record<T, number>> = {};
  for (const answer of answers) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
};

export const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

export const later = (moment: Instant, ms: number): Instant =>
  at(new Date(Date.parse(moment) + ms).toISOString());
