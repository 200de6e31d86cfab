import type { CaseEventFacts, CaseHeaderFacts, ContactFacts } from '../../events/case-event.ts';
import { momentOf } from '../../events/primitive.ts';
import type { Applicant, CaseEvent, CaseHeader, Contact } from '../../shared/domain/case.ts';
import { maskMobile, maskName } from '../../shared/domain/masking.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';

/** The place an applicant's data are sealed for. */
export const applicantPlace = (projectNo: string): string => `case/${projectNo}/applicant`;

const applicantOf = async (
  { kind, ...named }: CaseHeaderFacts['applicant'],
  projectNo: string,
  keys: KeyRing,
): Promise<Applicant> => ({
  kind,
  maskedName: maskName(named.name, kind === 'person' ? 'person' : 'organisation'),
  maskedMobile: named.mobile === undefined ? undefined : maskMobile(named.mobile),
  sealed: await keys.seal(JSON.stringify(named), applicantPlace(projectNo)),
});

const headerOf = async (
  facts: CaseHeaderFacts,
  projectNo: string,
  keys: KeyRing,
): Promise<CaseHeader> => ({
  ...facts,
  applicant: await applicantOf(facts.applicant, projectNo, keys),
});

const contactFrom = (facts: ContactFacts): Contact => ({ ...facts, at: momentOf(facts.at) });

/** What the system reported, in the domain's own terms: times in UTC, persons sealed. */
export const caseEventOf = async (facts: CaseEventFacts, keys: KeyRing): Promise<CaseEvent> => ({
  ...facts,
  at: momentOf(facts.at),
  header: facts.header && (await headerOf(facts.header, facts.projectNo, keys)),
  contact: facts.contact && contactFrom(facts.contact),
});
