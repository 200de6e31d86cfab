/**
 * 办件移交: a number that a system reported first is given to the system that handles the case. What
 * was reported stays, and the new system corrects what does not hold.
 */
import type { Instant } from '../time/instant.ts';
import { namesAnother } from './applicant.ts';
import type { Case, CaseEvent, CaseHeader, HandOver, Inherited, ReplacedPart } from './case.ts';
import { headerOf } from './header.ts';

/** Returns the case as one of the other system. */
export const handOver = (known: Case, over: HandOver): Case => ({
  ...known,
  source: over.to,
  handOvers: [...(known.handOvers ?? []), over],
  inherited: {
    header: true,
    events: known.timeline.map(({ eventId }) => eventId),
    contacts: known.contacts.map(({ serviceNumber }) => serviceNumber),
  },
  version: known.version + 1,
});

/** A header may leave out the promise and parts of the applicant; what does not differ stays. */
const replaceHeader = (known: Case, header: CaseHeader): CaseHeader => ({
  ...header,
  promiseWorkingDays:
    header.promiseWorkingDays ??
    (header.caseKind === known.caseKind ? known.promiseWorkingDays : undefined),
  applicant: namesAnother(known.applicant, header.applicant) ? header.applicant : known.applicant,
});

/** The former system's promise does not stand beside the one of the new header. */
const withoutPromises = (known: Case, header: CaseHeader): Case['timeline'] =>
  header.promiseWorkingDays === undefined && header.caseKind === known.caseKind
    ? known.timeline
    : known.timeline.map(({ promiseWorkingDays: _days, ...entry }) => entry);

/** What was rated is told and called by as it was then, so what is replaced stays on record. */
const replacedBy = (
  known: Case,
  inherited: Inherited,
  { at, receivedAt = at, header, contact }: CaseEvent,
): readonly ReplacedPart[] => [
  ...(header && inherited.header ? [{ at: receivedAt, header: headerOf(known) }] : []),
  ...known.contacts
    .filter(({ serviceNumber }) => serviceNumber === contact?.serviceNumber)
    .filter(({ serviceNumber }) => inherited.contacts.includes(serviceNumber))
    .map((one) => ({ at: receivedAt, contact: one })),
];

/** What the new system may still replace after an event. */
const leftOf = (inherited: Inherited, { eventId, header, contact }: CaseEvent): Inherited => ({
  header: inherited.header && header === undefined,
  events: inherited.events.filter((one) => one !== eventId),
  contacts: inherited.contacts.filter((one) => one !== contact?.serviceNumber),
});

/** Returns the case with the header and the contacts that it had at a moment. */
export const caseAt = (known: Case, moment: Instant): Case => {
  const later = (known.replaced ?? []).filter(({ at }) => at > moment);
  const header = later.find((part) => part.header !== undefined)?.header;
  const contacts = known.contacts.map(
    (one) =>
      later.find(({ contact }) => contact?.serviceNumber === one.serviceNumber)?.contact ?? one,
  );
  return { ...known, ...header, contacts };
};

/**
 * Returns the case without what the event of the new system replaces. A contact that was rated keeps
 * its rating, which has its own copy of what was rated.
 */
export const withoutReplaced = (known: Case, event: CaseEvent): Case => {
  const { inherited, replaced = [], contacts } = known;
  if (inherited === undefined) return known;
  const { eventId, header } = event;
  const parts = replacedBy(known, inherited, event);
  const timeline = inherited.header && header ? withoutPromises(known, header) : known.timeline;
  const isInherited = inherited.events.includes(eventId);
  return {
    ...known,
    ...(inherited.header && header && replaceHeader(known, header)),
    ...(parts.length > 0 && { replaced: [...replaced, ...parts] }),
    timeline: timeline.filter((entry) => !isInherited || entry.eventId !== eventId),
    contacts: contacts.filter((one) => !parts.some(({ contact }) => contact === one)),
    inherited: leftOf(inherited, event),
  };
};
