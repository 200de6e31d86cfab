/**
 * The records about a case and its ratings, in the fields of the Zhejiang interface as read in code
 * that calls it.
 */
import { acceptedAt, finishedAt } from '../../case/case.ts';
import type { Case, CaseOutcome, Contact } from '../../case/case.ts';
import { serviceNames } from '../../case/names.table.ts';
import type { Rating } from '../../rating/rating.ts';
import type { Instant } from '../../time/instant.ts';
import { wireTime } from '../../time/wire-time.ts';
import type { Corrections } from '../case-report.ts';
import type { CaseStage, CenterCodes } from './center-codes.ts';
import { omitEmpty } from './field.ts';
import type { Body } from './field.ts';

/** A decrypted applicant; it lives only while one record is built. */
export interface PlainApplicant {
  readonly name: string;
  readonly certificate?: { readonly number: string } | undefined;
}

/** The input of every record of a case. */
export interface CaseSource {
  readonly known: Case;
  readonly applicant: PlainApplicant;
  /** 统一部门编码 from the register, used when the case's own system sent none. */
  readonly orgCode?: string | undefined;
  /** 行政区划名称 of the area that is sent, as listed. */
  readonly areaName?: string | undefined;
  readonly corrections?: Corrections | undefined;
  readonly revision: number;
}

/**
 * Sent when nobody served the resident in person. Inferred: the interface has no value for this.
 */
const servedOnline = '网上办理';

/**
 * Returns 经办人, if the case's own system named one. A contact outside a hall had nobody at a
 * window. A contact in a hall without a name is a gap, which the field check reports.
 */
const managerAt = (contact: Contact | undefined, source: CaseSource): string | undefined => {
  const named = source.corrections?.handlerName ?? contact?.staff?.name;
  return named ?? (contact?.hall === undefined ? servedOnline : undefined);
};

const stageAt = (known: Case, at: Instant): CaseStage => {
  const [accepted = at, finished] = [acceptedAt(known), finishedAt(known)];
  if (finished !== undefined && finished <= at) return 'finished';
  return accepted > at ? 'received' : 'handling';
};

const departmentOf = ({ known, orgCode, corrections = {} }: CaseSource) => ({
  deptCode: known.department.creditCode,
  proDepartCode: corrections.orgCode ?? known.department.orgCode ?? orgCode,
  proDepart: corrections.departmentName ?? known.department.name,
});

const matterOf = ({ known, corrections = {} }: CaseSource) => ({
  taskCode: corrections.matterCode ?? known.matter.code,
  taskName: corrections.matterName ?? known.matter.name,
  subMatter: known.matter.theme,
});

const placeOf = ({ known, areaName, corrections = {} }: CaseSource) => ({
  areaCode: corrections.area ?? known.area,
  areaName,
});

const applicantOf = ({ known, applicant }: CaseSource, codes: CenterCodes) => ({
  certkeyGOV: applicant.certificate?.number,
  userName: applicant.name,
  userProp: codes.applicantKind.codeOf(known.applicant.kind),
});

/** Returns the fields that every record of the case has, as of `at`. */
const caseBody = (source: CaseSource, at: Instant, codes: CenterCodes): Body => {
  const { known } = source;
  const received = acceptedAt(known) ?? known.timeline.at(0)?.at;
  return {
    ...placeOf(source),
    ...departmentOf(source),
    ...matterOf(source),
    projectNo: known.projectNo,
    proStatus: codes.caseStage.codeOf(stageAt(known, at)),
    ...applicantOf(source, codes),
    promiseTime: codes.caseKind.codeOf(known.caseKind),
    acceptDate: received && wireTime(codes.time, received),
    dataSource: codes.dataSource,
    revision: source.revision,
  };
};

/** Returns 办件服务数据: one contact, without which the center refuses every rating of it. */
export const serviceRecord = (source: CaseSource, contact: Contact, codes: CenterCodes): Body =>
  omitEmpty({
    ...caseBody(source, contact.at, codes),
    proManager: managerAt(contact, source),
    serviceNumber: contact.serviceNumber,
    serviceName: serviceNames[contact.service].zh,
    serviceTime: wireTime(codes.time, contact.at),
  });

/** 办结、作废办结、退件 of the return format. A refusal ends a case just like an approval. */
const results = {
  granted: '办结',
  refused: '办结',
  withdrawn: '作废办结',
  returned: '退件',
} as const satisfies Record<CaseOutcome, string>;

/** Returns 办结; undefined while the case is not finished. */
export const finishRecord = (source: CaseSource, codes: CenterCodes): Body | undefined => {
  const ended = source.known.timeline.find(({ type }) => type === 'finished');
  if (ended === undefined) return undefined;
  const { contacts } = source.known;
  const last = contacts.findLast(({ staff }) => staff !== undefined) ?? contacts.at(-1);
  return omitEmpty({
    ...caseBody(source, ended.at, codes),
    proManager: managerAt(last, source),
    resultDate: wireTime(codes.time, ended.at),
    transactResult: results[ended.result?.outcome ?? 'granted'],
  });
};

export interface RatingSource extends CaseSource {
  readonly rating: Rating;
  /** The resident's own words, decrypted. */
  readonly text?: string | undefined;
}

/**
 * Returns 评价上报: what a resident said, when, and over which channel; never a corrected value.
 */
export const ratingRecord = (source: RatingSource, codes: CenterCodes): Body => {
  const { known, rating } = source;
  const contact = known.contacts.find(
    ({ serviceNumber }) => serviceNumber === rating.serviceNumber,
  );
  return omitEmpty({
    ...caseBody(source, rating.receivedAt, codes),
    proManager: managerAt(contact, source),
    serviceNumber: rating.serviceNumber,
    pf: codes.channel.codeOf(rating.channel),
    satisfaction: codes.level.codeOf(rating.level),
    evalDetail: rating.tags.join(','),
    writingEvaluation: source.text,
    assessTime: wireTime(codes.time, rating.receivedAt),
    assessNumber: String(rating.assessNumber),
  });
};
