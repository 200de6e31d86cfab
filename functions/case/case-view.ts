import { caseState } from '../../shared/domain/case/case.ts';
import type { Case, TimelineEntry } from '../../shared/domain/case/case.ts';
import type { Timetable } from '../../shared/domain/time/deadline.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { promiseView } from './promise-view.ts';
import { irregularityViews, stepViews } from './step-view.ts';

const toEntryView = ({ accessKey: _key, receivedAt: _at, ...entry }: TimelineEntry) => ({
  ...entry,
  at: withOffset(entry.at),
});

/** The case with the applicant masked, and without who reported what. */
export const toCaseView = (known: Case, timetable: Timetable, at: Instant) => {
  const promise = promiseView(known, timetable, at);
  return {
    projectNo: known.projectNo,
    state: caseState(known),
    matter: known.matter,
    department: known.department,
    area: known.area,
    caseKind: known.caseKind,
    applicant: {
      kind: known.applicant.kind,
      name: known.applicant.maskedName,
      mobile: known.applicant.maskedMobile,
      certificateUnverified: known.applicant.certificateUnverified,
    },
    timeline: known.timeline.map(toEntryView),
    contacts: known.contacts.map((contact) => ({ ...contact, at: withOffset(contact.at) })),
    ...(promise === undefined ? {} : { promise }),
    steps: stepViews(known, timetable, at),
    irregularities: irregularityViews(known, timetable, at),
    corrections: known.corrections?.map(({ at: correctedAt, reason }) => ({
      at: withOffset(correctedAt),
      reason,
    })),
  };
};
