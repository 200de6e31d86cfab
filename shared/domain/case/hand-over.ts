/**
 * 办件移交: a number that a system reported first is given to the system that handles the case. What
 * was reported stays, and the new system corrects what does not hold.
 */
import { namesAnother } from './applicant.ts';
import type { Case, CaseEvent, CaseHeader, HandOver } from './case.ts';

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

/**
 * Returns the case without what the event of the new system replaces. A contact that was rated keeps
 * its rating, which has its own copy of what was rated.
 */
export const withoutReplaced = (known: Case, { eventId, header, contact }: CaseEvent): Case => {
  if (known.inherited === undefined) return known;
  const { inherited, contacts } = known;
  const timeline = inherited.header && header ? withoutPromises(known, header) : known.timeline;
  const number = contact?.serviceNumber;
  const hasContact = number !== undefined && inherited.contacts.includes(number);
  const hasEvent = inherited.events.includes(eventId);
  return {
    ...known,
    ...(inherited.header && header && replaceHeader(known, header)),
    timeline: hasEvent ? timeline.filter((entry) => entry.eventId !== eventId) : timeline,
    contacts: hasContact ? contacts.filter((one) => one.serviceNumber !== number) : contacts,
    inherited: {
      header: inherited.header && header === undefined,
      events: inherited.events.filter((one) => one !== eventId),
      contacts: inherited.contacts.filter((one) => one !== number),
    },
  };
};
