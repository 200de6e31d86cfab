/** A case with two rated contacts, everything that is encrypted in it, and its records. */
import { applicantPlace } from '../../../../functions/case/applicant.ts';
import { buildRecord } from '../../../../functions/exchange/record/build-record.ts';
import type { RecordDeps } from '../../../../functions/exchange/record/build-record.ts';
import { textPlace } from '../../../../functions/rating/receive-rating.ts';
import { notePlace } from '../../../../functions/ticket/command.ts';
import { areaOf } from '../../../../shared/domain/area/area.ts';
import type { Case } from '../../../../shared/domain/case/case.ts';
import type {
  CaseDossier,
  RecordRef,
  ReportRecord,
} from '../../../../shared/domain/exchange/case-report.ts';
import { newRecord } from '../../../../shared/domain/exchange/record-state.ts';
import { ticketOf } from '../../../contract/suite/sample.ts';
import { begun } from '../../../domain/exchange/record/course.ts';
import type { Course } from '../../../domain/exchange/record/course.ts';
import {
  fullCase,
  identityNumber,
  projectNo,
  ratingOf,
} from '../../../domain/exchange/record/sample-source.ts';
import { at } from '../../../fake/clock.ts';
import { fakeKeyRing } from '../../../fake/key-ring.ts';

export const keys = fakeKeyRing();

/** Encrypts a text of the ticket of the first contact. */
export const sealNote = (text: string): Promise<string> =>
  keys.encrypt(text, notePlace(`${projectNo}-1`));

/** A dossier in which the first contact has this ticket, and what is known of the case. */
export const dossierOf = async (
  course: Course = begun(),
  more: Partial<Case> = {},
): Promise<CaseDossier> => {
  const sealedText = await keys.encrypt('等了太久', textPlace(projectNo, 1));
  const named = { name: '测试甲', certificate: { number: identityNumber } };
  const sealed = await keys.encrypt(JSON.stringify(named), applicantPlace(projectNo));
  const applicant = { ...fullCase().applicant, sealed };
  const other = ratingOf({ serviceNumber: 2, level: 'very_dissatisfied' });
  const { ticket, first } = ticketOf(other);
  const followUp = { assessNumber: 2, receivedAt: at('2026-11-26T09:00:00+08:00') } as const;
  return {
    known: fullCase({ applicant, ...more }),
    ratings: [
      other,
      ratingOf({ ...followUp, level: 'satisfied', tags: [] }),
      ratingOf({ sealedText }),
    ],
    tickets: [{ ticket, steps: [first] }, course],
  };
};

export const nobody: RecordDeps = {
  keys,
  departmentName: async () => undefined,
  orgCode: async () => undefined,
  areaName: async (area) => areaOf(area)?.zh,
};

export const recordOf = (ref: RecordRef, more: Partial<ReportRecord> = {}): ReportRecord => ({
  ...newRecord(projectNo, ref),
  ...more,
});

/** What would be sent for a record now; a text for a field that does not fit. */
export const bodyOf = async (
  file: CaseDossier,
  record: ReportRecord,
  { records = [record], ...deps }: Partial<RecordDeps> & { records?: readonly ReportRecord[] } = {},
) => {
  const built = await buildRecord({ file, record, records }, { ...nobody, ...deps });
  return built.ok ? built.body : built.fault;
};
