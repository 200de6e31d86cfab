import { isSamePlace } from '../area/area.ts';
import { isSameName } from '../number/written-form.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { compareTexts } from '../text/order.ts';
import { namesAnother } from './applicant.ts';
import { contactOf } from './case.ts';
import type { Case, CaseEvent, CaseHeader, Contact, TimelineEntry } from './case.ts';
import { withoutReplaced } from './hand-over.ts';

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
  /** `next` is the case as it is. */
  | { readonly ok: true; readonly outcome: 'repeat'; readonly next: Case }
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

/**
 * Returns whether two values are equal, ignoring key order and absent members, and how the names in
 * them are written.
 */
const sameFacts = (a: object, b: object): boolean => isSameName(storedText(a), storedText(b));

const entryOf = ({ projectNo: _p, header: _h, contact: _c, ...entry }: CaseEvent): TimelineEntry =>
  entry;

/** Another key of the system may report the same event again; the first one stays on record. */
const isSameEntry = (before: TimelineEntry, event: CaseEvent): boolean =>
  sameFacts({ ...before, accessKey: event.accessKey }, entryOf(event));

/** A header may omit the promise; two headers that state it must agree. */
const samePromise = (a: number | undefined, b: number | undefined): boolean =>
  a === undefined || b === undefined || a === b;

const sameHeader = (a: CaseHeader, b: CaseHeader): boolean =>
  isSameName(a.matter.code, b.matter.code) &&
  a.department.creditCode === b.department.creditCode &&
  isSamePlace(a.area, b.area) &&
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

/** Returns the contacts as they are, unless the event brings another one. */
const contactsWith = (known: Case, met: Contact | undefined): Case['contacts'] =>
  met === undefined || contactOf(known, met.serviceNumber) !== undefined
    ? known.contacts
    : byNumber([...known.contacts, met]);

/**
 * Folds one event into the stored case. Pure: the order of arrival does not matter, a repeat
 * changes nothing, and an event that contradicts the stored case is refused with a reason.
 */
export const foldCaseEvent = (
  stored: Case | undefined,
  event: CaseEvent,
  source: string,
): CaseDecision => {
  if (stored === undefined) return beginCase(event, source);
  const known = stored.source === source ? withoutReplaced(stored, event) : stored;
  const conflict = conflictOf(known, event, source);
  if (conflict) return refuseEvent(conflict);
  const before = known.timeline.find((entry) => entry.eventId === event.eventId);
  const contacts = contactsWith(known, event.contact);
  if (before) {
    return contacts === known.contacts && isSameEntry(before, event)
      ? { ok: true, outcome: 'repeat', next: known }
      : refuseEvent('event_differs');
  }
  return acceptCase({
    ...known,
    promiseWorkingDays: known.promiseWorkingDays ?? event.header?.promiseWorkingDays,
    timeline: inOrder([...known.timeline, entryOf(event)]),
    contacts,
    version: known.version + 1,
  });
};

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
