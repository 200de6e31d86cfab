/**
 * Headers of one case: a later one completes what an earlier one left out. What differs from it and
 * may differ stays as it was first reported, which the reporter is told.
 */
import type { Case, CaseHeader, TimelineEntry } from './case.ts';

type Described = Pick<CaseHeader, 'matter' | 'department'>;

const described = {
  '/header/department/orgCode': ({ department }: Described) => department.orgCode,
  '/header/department/name': ({ department }: Described) => department.name,
  '/header/matter/handleItem': ({ matter }: Described) => matter.handleItem,
  '/header/matter/theme': ({ matter }: Described) => matter.theme,
  '/header/matter/name': ({ matter }: Described) => matter.name,
} as const;

/** Returns the header alone. */
export const headerOf = (known: CaseHeader): CaseHeader => {
  const { matter, department, area, caseKind, promiseWorkingDays, applicant } = known;
  return { matter, department, area, caseKind, promiseWorkingDays, applicant };
};

/** Returns the case with what it lacked; a member that it has stays. */
export const completeHeader = (known: Case, header: CaseHeader | undefined): Case => {
  if (header === undefined) return known;
  const { department, matter } = known;
  return {
    ...known,
    department: { ...department, orgCode: department.orgCode ?? header.department.orgCode },
    matter: {
      ...matter,
      handleItem: matter.handleItem ?? header.matter.handleItem,
      theme: matter.theme ?? header.matter.theme,
    },
  };
};

/** Returns an event with the promise that its first delivery left out; one that it told stays its own. */
export const withPromise = (
  entry: TimelineEntry,
  header: CaseHeader | undefined,
): TimelineEntry => {
  const days = header?.promiseWorkingDays;
  return entry.promiseWorkingDays !== undefined || days === undefined
    ? entry
    : { ...entry, promiseWorkingDays: days };
};

/** A correction states the whole header, so the promise that it left is not told by events. */
export const isPromiseCorrected = ({ corrections, caseKind, promiseWorkingDays }: Case): boolean =>
  corrections !== undefined && (promiseWorkingDays !== undefined || caseKind === 'immediate');

/** Returns the promise that the first event tells, unless it was corrected. */
export const promisedDays = (known: Case, timeline: Case['timeline']): number | undefined => {
  const { promiseWorkingDays: days } = known;
  if (isPromiseCorrected(known)) return days;
  const told = timeline.find(({ promiseWorkingDays }) => promiseWorkingDays !== undefined);
  return told?.promiseWorkingDays ?? days;
};

/** What is compared of an applicant without being read; nothing is, of one who was erased. */
const applicantParts = ['certificate', 'mobile'] as const;

/**
 * Returns the paths of what a header says of the applicant otherwise than the case: of two mobile
 * numbers the one of the later event counts.
 */
export const keptOfApplicant = (
  { applicant: { marks } }: Pick<Case, 'applicant'>,
  header: Pick<CaseHeader, 'applicant'> | undefined,
): readonly string[] =>
  applicantParts.flatMap((part) => {
    const told = header?.applicant.marks?.[part];
    return marks === undefined || told === undefined || told === marks[part]
      ? []
      : [`/header/applicant/${part}`];
  });

/** Returns the paths of what a header says otherwise than the case, which keeps what it has. */
export const keptMembers = (known: Case, header: CaseHeader | undefined): readonly string[] =>
  header === undefined
    ? []
    : Object.entries(described).flatMap(([path, read]) => {
        const [before, told] = [read(known), read(header)];
        return told === undefined || told === before ? [] : [path];
      });
