import type { CaseEventFacts, CaseHeaderFacts, ContactFacts } from '../../../events/case/event.ts';
import { momentOf } from '../../../events/primitive.ts';
import type {
  CaseEvent,
  CaseHeader,
  Contact,
  TimelineEntry,
} from '../../../shared/domain/case/case.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import { applicantOf } from '../applicant.ts';
import type { Told } from '../applicant.ts';

/** The header in the domain model, with its applicant encrypted. */
export const headerOf = async (
  facts: CaseHeaderFacts,
  told: Told,
  keys: KeyRing,
): Promise<CaseHeader> => ({
  ...facts,
  applicant: await applicantOf(facts.applicant, told, keys),
});

const contactFrom = (facts: ContactFacts): Contact => ({ ...facts, at: momentOf(facts.at) });

/**
 * Converts an event that a key reported into the domain model: times in UTC, personal data
 * encrypted.
 */
export const caseEventOf = async (
  facts: CaseEventFacts,
  { accessKey, receivedAt }: Pick<TimelineEntry, 'accessKey'> & { readonly receivedAt: Instant },
  keys: KeyRing,
): Promise<CaseEvent> => ({
  ...facts,
  accessKey,
  receivedAt,
  at: momentOf(facts.at),
  header:
    facts.header &&
    (await headerOf(facts.header, { ...facts, at: momentOf(facts.at), receivedAt }, keys)),
  contact: facts.contact && contactFrom(facts.contact),
});
