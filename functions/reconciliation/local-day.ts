import { isOfCenter, isReported } from '../../shared/domain/exchange/case-report.ts';
import { zhejiang } from '../../shared/domain/exchange/record/zhejiang.table.ts';
import { isReportedStep } from '../../shared/domain/exchange/reported-step.ts';
import type { Rating } from '../../shared/domain/rating/rating.ts';
import { ratingName } from '../../shared/domain/reconciliation/reconciliation.ts';
import type {
  LocalDay,
  OwnRating,
  OwnStep,
} from '../../shared/domain/reconciliation/reconciliation.ts';
import type { CivilDate } from '../../shared/domain/time/instant.ts';
import { wireTime } from '../../shared/domain/time/wire-time.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import type { DayRecords } from '../../shared/port/reconciliation/day-records.ts';
import type { StepLedger } from '../../shared/port/ticket/step-ledger.ts';

export interface LocalDayDeps {
  readonly records: Pick<DayRecords, 'rated' | 'rating' | 'ruled' | 'tickets'>;
  readonly stepLedger: StepLedger;
  readonly places: Pick<Places, 'now'>;
}

/**
 * Stands for a value without a code at the center. It cannot be sent, and the center never returns
 * this code.
 */
const noCode = '-';

/** Converts a rating into the center's format. */
const ownRating = (rating: Rating): OwnRating => ({
  projectNo: rating.projectNo,
  serviceNumber: rating.serviceNumber,
  assessNumber: rating.assessNumber,
  satisfaction: zhejiang.level.codeOf(rating.level) ?? noCode,
  channel: zhejiang.channel.codeOf(rating.channel) ?? noCode,
  assessTime: wireTime(zhejiang.time, rating.receivedAt),
  creditCode: rating.creditCode,
  reported: isReported(rating),
  ...(rating.generation !== undefined && { generation: rating.generation }),
});

type DayRatings = Pick<LocalDay, 'ratings' | 'replacing'>;

/**
 * A default rating of the province may exist beside the resident's own rating, which takes
 * precedence.
 */
const ownRatings = async (deps: LocalDayDeps, day: CivilDate): Promise<DayRatings> => {
  const found = new Map<string, OwnRating>();
  const replacing: OwnRating[] = [];
  for (const { code } of await deps.places.now()) {
    for await (const rating of deps.records.rated(code, day)) {
      const own = ownRating(rating);
      const name = ratingName(own);
      if (!isOfCenter(rating)) replacing.push(own);
      else if (own.reported || !found.has(name)) found.set(name, own);
    }
  }
  return { ratings: [...found.values()], replacing };
};

/** The first ratings of the contests in which nobody's rating was found to be the applicant's. */
const voidedRatings = async (deps: LocalDayDeps, day: CivilDate): Promise<readonly OwnRating[]> => {
  const voided: OwnRating[] = [];
  for (const { code } of await deps.places.now()) {
    for await (const { state, projectNo, serviceNumber } of deps.records.ruled(code, day)) {
      if (state !== 'neither') continue;
      const first = await deps.records.rating({ projectNo, serviceNumber, assessNumber: 1 });
      if (first === undefined) throw new Error(`no rating of a contest about ${projectNo}`);
      voided.push(ownRating(first));
    }
  }
  return voided;
};

const ownSteps = async (deps: LocalDayDeps, day: CivilDate): Promise<readonly OwnStep[]> => {
  const steps = (await deps.stepLedger.takenOn(day)).filter(isReportedStep);
  const ids = [...new Set(steps.map(({ ticketId }) => ticketId))];
  const tickets = new Map((await deps.records.tickets(ids)).map((one) => [one.id, one]));
  return steps.flatMap(({ ticketId, number }) => {
    const ticket = tickets.get(ticketId);
    if (ticket === undefined) throw new Error(`no ticket for step ${number} of ${ticketId}`);
    if (!isOfCenter(ticket)) return [];
    const { creditCode, projectNo, serviceNumber } = ticket;
    return [{ ticketId, stepNumber: number, creditCode, projectNo, serviceNumber }];
  });
};

/** Reads this system's records of a day, in the center's codes. */
export const readLocalDay = async (deps: LocalDayDeps, day: CivilDate): Promise<LocalDay> => ({
  day,
  ...(await ownRatings(deps, day)),
  voided: await voidedRatings(deps, day),
  steps: await ownSteps(deps, day),
});
