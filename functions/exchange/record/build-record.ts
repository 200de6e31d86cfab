import type { Case } from '../../../shared/domain/case/case.ts';
import { caseAt } from '../../../shared/domain/case/hand-over.ts';
import type {
  CaseDossier,
  RecordKind,
  RecordRef,
  ReportRecord,
} from '../../../shared/domain/exchange/case-report.ts';
import type { CenterOperation } from '../../../shared/domain/exchange/center-answer.ts';
import { correctionsFor, nextRevision } from '../../../shared/domain/exchange/record-state.ts';
import {
  finishRecord,
  ratingRecord,
  serviceRecord,
} from '../../../shared/domain/exchange/record/case-record.ts';
import type { CaseSource } from '../../../shared/domain/exchange/record/case-record.ts';
import { faultIn } from '../../../shared/domain/exchange/record/field.ts';
import type { Body, Field, FieldFault } from '../../../shared/domain/exchange/record/field.ts';
import { stepRecord } from '../../../shared/domain/exchange/record/step-record.ts';
import { withdrawRecord } from '../../../shared/domain/exchange/record/withdraw-record.ts';
import * as fields from '../../../shared/domain/exchange/record/zhejiang-fields.table.ts';
import { zhejiang } from '../../../shared/domain/exchange/record/zhejiang.table.ts';
import type { Step } from '../../../shared/domain/ticket/step/step.ts';
import { ticketIdOf } from '../../../shared/domain/ticket/ticket.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import { decryptApplicant, decryptStep, decryptText } from './decrypt-texts.ts';

export interface RecordDeps {
  readonly keys: KeyRing;
  /** 部门名称 of a department that took over a ticket; undefined when no case names it. */
  readonly departmentName: (creditCode: string, area: string) => Promise<string | undefined>;
  /** 统一部门编码 in the register of the area; undefined when it is not registered. */
  readonly orgCode: (creditCode: string, area: string) => Promise<string | undefined>;
  /** 行政区划名称 in the register of areas; undefined for a code that is not listed. */
  readonly areaName: (area: string) => Promise<string | undefined>;
}

export type BuiltRecord =
  | { readonly ok: true; readonly operation: CenterOperation; readonly body: Body }
  | { readonly ok: false; readonly fault: FieldFault };

/** The subject of a report: the case dossier and the record in its current state. */
interface Reported {
  readonly file: CaseDossier;
  readonly record: ReportRecord;
  /** All records of the case. */
  readonly records: readonly ReportRecord[];
}

const registeredCode = async (
  { department, area }: Case,
  deps: RecordDeps,
): Promise<string | undefined> =>
  department.orgCode === undefined ? deps.orgCode(department.creditCode, area) : undefined;

/** A rating and its rectification are told with what was rated, whichever system has the case now. */
const caseOf = ({ known, ratings }: CaseDossier, ref: RecordRef): Case => {
  if (ref.kind !== 'rating' && ref.kind !== 'step') return known;
  const first = ratings.find(
    ({ serviceNumber, assessNumber }) => serviceNumber === ref.serviceNumber && assessNumber === 1,
  );
  return first === undefined ? known : caseAt(known, first.receivedAt);
};

const sourceOf = async (
  { file, record, records }: Reported,
  deps: RecordDeps,
): Promise<CaseSource> => {
  const known = caseOf(file, record.ref);
  const corrections = correctionsFor(record, records);
  return {
    known,
    orgCode: await registeredCode(known, deps),
    areaName: await deps.areaName(corrections.area ?? known.area),
    applicant: await decryptApplicant(known, deps.keys),
    corrections,
    revision: nextRevision(record),
  };
};

/** Returns the planned item. A plan only names items of the dossier that it was made from. */
const requirePlanned = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Error('a record was planned for an item that does not exist');
  return found;
};

type RefOf<Kind extends RecordKind> = Extract<RecordRef, { kind: Kind }>;
type Builder<Kind extends RecordKind> = (
  ref: RefOf<Kind>,
  reported: Reported,
  deps: RecordDeps,
) => Promise<Body>;

const buildService: Builder<'service'> = async ({ serviceNumber }, reported, deps) => {
  const { contacts } = reported.file.known;
  const contact = requirePlanned(contacts.find((one) => one.serviceNumber === serviceNumber));
  return serviceRecord(await sourceOf(reported, deps), contact, zhejiang);
};

const buildRating: Builder<'rating'> = async (ref, reported, deps) => {
  const found = requirePlanned(
    reported.file.ratings.find(
      ({ serviceNumber, assessNumber }) =>
        serviceNumber === ref.serviceNumber && assessNumber === ref.assessNumber,
    ),
  );
  const text = await decryptText(found, deps.keys);
  return ratingRecord({ ...(await sourceOf(reported, deps)), rating: found, text }, zhejiang);
};

const buildFinish: Builder<'finish'> = async (_ref, reported, deps) =>
  requirePlanned(finishRecord(await sourceOf(reported, deps), zhejiang));

/**
 * Returns the department that has the ticket after these steps, when it is not the original one.
 */
const takenOver = async (steps: readonly Step[], deps: RecordDeps): Promise<string | undefined> => {
  const transfer = steps.findLast((step) => step.type === 'transferred');
  return transfer && deps.departmentName(transfer.facts.toDepartment, transfer.facts.toArea);
};

const stepsOf = ({ file }: Reported, serviceNumber: number): readonly Step[] =>
  requirePlanned(file.tickets.find(({ ticket }) => ticket.serviceNumber === serviceNumber)).steps;

const buildStep: Builder<'step'> = async (ref, reported, deps) => {
  const { file, record, records } = reported;
  const { serviceNumber } = ref;
  const all = stepsOf(reported, serviceNumber);
  const until = all.filter(({ number }) => number <= ref.stepNumber);
  const plain = await Promise.all(until.map((one) => decryptStep(one, deps.keys)));
  const source = {
    known: caseOf(file, ref),
    serviceNumber,
    before: plain.slice(0, -1),
    step: requirePlanned(plain.at(-1)),
    later: all.slice(until.length),
    departmentName: await takenOver(until, deps),
    corrections: correctionsFor(record, records),
    revision: nextRevision(record),
  };
  return stepRecord(source, zhejiang);
};

const builders = {
  service: buildService,
  rating: buildRating,
  finish: buildFinish,
  step: buildStep,
} as const satisfies {
  readonly [Kind in RecordKind]: Builder<Kind>;
};

const fieldsOf = {
  service: fields.serviceFields,
  rating: fields.ratingFields,
  finish: fields.finishFields,
  step: fields.stepFields,
  withdraw: fields.withdrawFields,
} as const satisfies Readonly<Record<RecordKind | 'withdraw', readonly Field[]>>;

const buildWithdrawal = ({ file, record }: Reported, reason: string): Body => {
  const { ref } = record;
  const { projectNo } = file.known;
  const ticketId =
    ref.kind === 'step' ? ticketIdOf({ projectNo, serviceNumber: ref.serviceNumber }) : undefined;
  const revision = nextRevision(record);
  return withdrawRecord({ projectNo: record.projectNo, ref, ticketId, reason, revision }, zhejiang);
};

const bodyOf = (reported: Reported, deps: RecordDeps): Promise<Body> => {
  const { ref } = reported.record;
  // Each builder takes exactly the references of its own kind, which an index by kind cannot
  // express.
  const build = builders[ref.kind] as Builder<RecordKind>;
  return build(ref, reported, deps);
};

/**
 * Builds the body of the next call for a record and checks it against the target's fields.
 * Decrypted names, certificates and texts go into the body and nowhere else.
 */
export const buildRecord = async (reported: Reported, deps: RecordDeps): Promise<BuiltRecord> => {
  const { asked, ref } = reported.record;
  const isWithdrawal = asked?.what === 'withdraw';
  const operation = isWithdrawal ? 'withdraw' : ref.kind;
  const body = isWithdrawal
    ? buildWithdrawal(reported, asked.reason)
    : await bodyOf(reported, deps);
  const fault = faultIn(fieldsOf[operation], body);
  return fault === undefined ? { ok: true, operation, body } : { ok: false, fault };
};
