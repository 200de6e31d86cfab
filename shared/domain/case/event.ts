import { isSamePlace } from '../area/area.ts';
import { isSameName } from '../number/written-form.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { erasedWords } from '../text/erased.ts';
import { compareTexts } from '../text/order.ts';
import { namesAnother } from './applicant.ts';
import { contactOf } from './case.ts';
import type { Case, CaseEvent, CaseHeader, Contact, TimelineEntry } from './case.ts';
import { completeContacts, isSameContact } from './contact.ts';
import { withoutReplaced } from './hand-over.ts';
import { completeHeader, promisedDays, withPromise } from './header.ts';

type CaseRefusal =
  | 'case_unknown'
  | 'case_of_other_source'
  | 'event_differs'
  | 'contact_differs'
  | 'header_differs'
  | 'applicant_differs'
  | 'case_too_long'
  | 'case_too_large';

export type CaseDecision =
  | { readonly ok: true; readonly outcome: 'stored'; readonly next: Case }
  /** `next` is the case as it is, with what the first delivery left out. */
  | { readonly ok: true; readonly outcome: 'repeat'; readonly next: Case }
  | { readonly ok: false; readonly reason: CaseRefusal };

/** How much a case holds for one more event. */
interface Room {
  readonly events: number;
  readonly characters: number;
}

/** A case is one DynamoDB item, limited to 400 KB; a character takes up to three bytes. */
export const longestTimeline = 200;
const ordinary: Room = { events: longestTimeline, characters: 100_000 };

/** However many steps a system reports, the case can be rated and its clock told what happened. */
const reserved: Room = { events: longestTimeline + 20, characters: 105_000 };

/** Of what is reserved, nothing else takes the room in which a case is finished. */
const forItsEnd: Room = { events: longestTimeline + 30, characters: 110_000 };

const roomFor = ({ type, contact }: Pick<CaseEvent, 'type' | 'contact'>): Room => {
  if (type === 'finished') return forItsEnd;
  return type === 'step' && contact === undefined ? ordinary : reserved;
};

const refuseEvent = (reason: CaseRefusal): CaseDecision => ({ ok: false, reason });

const acceptCase = (next: Case, event: CaseEvent): CaseDecision => {
  const { events, characters } = roomFor(event);
  if (next.timeline.length > events) return refuseEvent('case_too_long');
  // What persons did to the case takes no room from what its system tells.
  const { inherited: _events, corrections: _headers, handOvers: _overs, ...told } = next;
  if (JSON.stringify(told).length > characters) return refuseEvent('case_too_large');
  return { ok: true, outcome: 'stored', next };
};

const typeOrder = {
  accepted: 1,
  step: 2,
  extended: 3,
  suspended: 4,
  resumed: 5,
  finished: 6,
} as const satisfies Record<TimelineEntry['type'], number>;

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

const sameStored = (a: object, b: object): boolean => storedText(a) === storedText(b);

/**
 * Returns whether two values are equal, ignoring key order and absent members, and how the names in
 * them are written.
 */
const sameFacts = (a: object, b: object): boolean => isSameName(storedText(a), storedText(b));

const entryOf = ({ projectNo: _p, header, contact: _c, ...entry }: CaseEvent): TimelineEntry => {
  const days = header?.promiseWorkingDays;
  return days === undefined ? entry : { ...entry, promiseWorkingDays: days };
};

/**
 * Another key of the system may report the same event again, later, with a header or without one; the
 * first one stays on record.
 */
const isSameEntry = (before: TimelineEntry, event: CaseEvent): boolean => {
  const { promiseWorkingDays: _b, receivedAt: _c, ...known } = before;
  const { promiseWorkingDays: _a, receivedAt: _d, ...told } = entryOf(event);
  return sameFacts({ ...known, accessKey: event.accessKey }, withErasedNotes(told, before));
};

type Noted = Pick<TimelineEntry, 'step' | 'result'>;

/** A note that was erased after its period agrees with every note. */
const withErasedNotes = <T extends Noted>(told: T, { step, result }: Noted): T => ({
  ...told,
  ...(told.step && step?.note === erasedWords && { step: { ...told.step, note: erasedWords } }),
  ...(told.result &&
    result?.note === erasedWords && { result: { ...told.result, note: erasedWords } }),
});

/** A term may change lawfully after the acceptance, so the promise is not compared. */
const sameHeader = (a: CaseHeader, b: CaseHeader): boolean =>
  isSameName(a.matter.code, b.matter.code) &&
  a.department.creditCode === b.department.creditCode &&
  isSamePlace(a.area, b.area) &&
  a.caseKind === b.caseKind;

/** Returns the case with its events in order. What was promised first is the promise. */
const withTimeline = (known: Case, entries: readonly TimelineEntry[]): Case => {
  const timeline = inOrder(entries);
  return { ...known, promiseWorkingDays: promisedDays(known, timeline), timeline };
};

/** Returns how the event contradicts the stored case. */
const conflictOf = (known: Case, event: CaseEvent, source: string): CaseRefusal | undefined => {
  // Who has nothing to register learns of no case of another system.
  if (known.source !== source) return event.header ? 'case_of_other_source' : 'case_unknown';
  if (event.header && !sameHeader(known, event.header)) return 'header_differs';
  if (event.header && namesAnother(known.applicant, event.header.applicant)) {
    return 'applicant_differs';
  }
  const met = event.contact && contactOf(known, event.contact.serviceNumber);
  return met && event.contact && !isSameContact(met, event.contact) ? 'contact_differs' : undefined;
};

const isNewContact = (known: Case, met: Contact | undefined): met is Contact =>
  met !== undefined && contactOf(known, met.serviceNumber) === undefined;

/** Returns the case with what the first delivery of an event left out; the same one without any. */
const completedBy = (known: Case, before: TimelineEntry, event: CaseEvent): Case => {
  const contacts = completeContacts(known.contacts, event.contact);
  const entry = withPromise(before, event.header);
  const whole = { ...completeHeader(known, event.header), contacts };
  const timeline = known.timeline.map((one) => (one === before ? entry : one));
  const next = entry === before ? whole : withTimeline(whole, timeline);
  return sameStored(next, known) ? known : { ...next, version: known.version + 1 };
};

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
  const known = withoutReplaced(stored, event);
  const conflict = conflictOf(known, event, source);
  if (conflict) return refuseEvent(conflict);
  const before = known.timeline.find((entry) => entry.eventId === event.eventId);
  if (before) {
    return !isNewContact(known, event.contact) && isSameEntry(before, event)
      ? { ok: true, outcome: 'repeat', next: completedBy(known, before, event) }
      : refuseEvent('event_differs');
  }
  const contacts = isNewContact(known, event.contact)
    ? byNumber([...known.contacts, event.contact])
    : completeContacts(known.contacts, event.contact);
  const next = withTimeline(completeHeader(known, event.header), [
    ...known.timeline,
    entryOf(event),
  ]);
  return acceptCase({ ...next, contacts, version: known.version + 1 }, event);
};

const beginCase = (event: CaseEvent, source: string): CaseDecision => {
  if (!event.header) return refuseEvent('case_unknown');
  const first = {
    ...event.header,
    projectNo: event.projectNo,
    source,
    timeline: [entryOf(event)],
    contacts: event.contact ? [event.contact] : [],
    version: 1,
  };
  return acceptCase(first, event);
};
