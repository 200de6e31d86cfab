import { canonicalJson } from '../text/canonical-json.ts';
import { compareTexts } from '../text/order.ts';
import { namesAnother } from './applicant.ts';
import { contactOf } from './case.ts';
import type { Case, CaseEvent, CaseHeader, Contact, TimelineEntry } from './case.ts';

type CaseRefusal =
  | 'case_unknown'
  | 'case_of_other_source'
  | 'event_differs'
  | 'contact_differs'
  | 'header_differs'
  | 'applicant_differs'
  | 'case_too_long';

export type CaseDecision =
  | { readonly ok: true; readonly outcome: 'stored'; readonly next: Case }
  | { readonly ok: true; readonly outcome: 'repeat' }
  | { readonly ok: false; readonly reason: CaseRefusal };

/** A case is one DynamoDB item, limited to 400 KB; a character takes up to three bytes. */
export const longestTimeline = 200;
const longestCase = 100_000;

const refuseEvent = (reason: CaseRefusal): CaseDecision => ({ ok: false, reason });

const acceptCase = (next: Case): CaseDecision =>
  next.timeline.length > longestTimeline || JSON.stringify(next).length > longestCase
    ? refuseEvent('case_too_long')
    : { ok: true, outcome: 'stored', next };

const typeOrder = { accepted: 1, step: 2, finished: 3 } as const satisfies Record<
  TimelineEntry['type'],
  number
>;

/**
 * A case handled on the spot is accepted and finished within one second; a tie must not depend on
 * arrival order.
 */
const toSortKey = ({ at, type, eventId }: TimelineEntry): string =>
  `${at}/${typeOrder[type]}/${eventId}`;

const inOrder = (entries: readonly TimelineEntry[]): readonly TimelineEntry[] =>
  entries.toSorted((a, b) => compareTexts(toSortKey(a), toSortKey(b)));

const byNumber = (contacts: readonly Contact[]): readonly Contact[] =>
  contacts.toSorted((a, b) => a.serviceNumber - b.serviceNumber);

/** The form in which the store returns it: without absent members. */
const storedText = (facts: object): string =>
  canonicalJson(JSON.parse(JSON.stringify(facts)) as unknown);

/** Returns whether two values are equal, ignoring key order and absent members. */
const sameFacts = (a: object, b: object): boolean => storedText(a) === storedText(b);

const entryOf = ({ projectNo: _p, header: _h, contact: _c, ...entry }: CaseEvent): TimelineEntry =>
  entry;

/** A header may omit the promise; two headers that state it must agree. */
const samePromise = (a: number | undefined, b: number | undefined): boolean =>
  a === undefined || b === undefined || a === b;

const sameHeader = (a: CaseHeader, b: CaseHeader): boolean =>
  a.matter.code === b.matter.code &&
  a.department.creditCode === b.department.creditCode &&
  a.area === b.area &&
  a.caseKind === b.caseKind &&
  samePromise(a.promiseWorkingDays, b.promiseWorkingDays);

/** Returns how the event contradicts the stored case. */
const conflictOf = (known: Case, event: CaseEvent, source: string): CaseRefusal | undefined => {
  if (known.source !== source) return 'case_of_other_source';
  if (event.header && !sameHeader(known, event.header)) return 'header_differs';
  if (event.header && namesAnother(known.applicant, event.header.applicant)) {
    return 'applicant_differs';
  }
  const met = event.contact && contactOf(known, event.contact.serviceNumber);
  return met && !sameFacts(met, event.contact) ? 'contact_differs' : undefined;
};

/**
 * Folds one event into the stored case. Pure: the order of arrival does not matter, a repeat
 * changes nothing, and an event that contradicts the stored case is refused with a reason.
 */
export const foldCaseEvent = (
  known: Case | undefined,
  event: CaseEvent,
  source: string,
): CaseDecision => {
  if (known === undefined) return beginCase(event, source);
  const conflict = conflictOf(known, event, source);
  if (conflict) return refuseEvent(conflict);
  const met = event.contact && contactOf(known, event.contact.serviceNumber);
  const before = known.timeline.find((entry) => entry.eventId === event.eventId);
  if (before) return repeatOf(before, event, met !== undefined || event.contact === undefined);
  return acceptCase({
    ...known,
    promiseWorkingDays: known.promiseWorkingDays ?? event.header?.promiseWorkingDays,
    timeline: inOrder([...known.timeline, entryOf(event)]),
    contacts: event.contact && !met ? byNumber([...known.contacts, event.contact]) : known.contacts,
    version: known.version + 1,
  });
};

const repeatOf = (before: TimelineEntry, event: CaseEvent, contactKnown: boolean): CaseDecision =>
  contactKnown && sameFacts(before, entryOf(event))
    ? { ok: true, outcome: 'repeat' }
    : refuseEvent('event_differs');

const beginCase = (event: CaseEvent, source: string): CaseDecision => {
  if (!event.header) return refuseEvent('case_unknown');
  return acceptCase({
    ...event.header,
    projectNo: event.projectNo,
    source,
    timeline: [entryOf(event)],
    contacts: event.contact ? [event.contact] : [],
    version: 1,
  });
};
