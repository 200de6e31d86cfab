import type { CaseFile } from '../../events/oversight/case-file.ts';
import { mapConcurrent } from '../../shared/concurrency.ts';
import { countingArea } from '../../shared/domain/area/area.ts';
import type { Case, CaseCorrection, TimelineEntry } from '../../shared/domain/case/case.ts';
import { doubtsView } from '../../shared/domain/rating/doubt.ts';
import {
  isNeverDisplayed,
  isPressedLate,
  secondsSinceIssue,
} from '../../shared/domain/rating/proof/circumstances.ts';
import { proofClassView } from '../../shared/domain/rating/proof/proof-class.ts';
import type { Rating } from '../../shared/domain/rating/rating.ts';
import { receiptStateOf } from '../../shared/domain/rating/receipt-state.ts';
import type { Language } from '../../shared/domain/text/language.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import { pathParameter } from '../../shared/http/body.ts';
import { languageOf } from '../../shared/http/edge.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { requireKnown } from '../../shared/http/staff.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { Integrator, IntegratorStore } from '../../shared/port/access/integrator-store.ts';
import type { IssuerStore } from '../../shared/port/access/issuer-store.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { ClaimStore } from '../../shared/port/pad/claim-store.ts';
import type { Rulebook } from '../../shared/port/policy/rulebook.ts';
import type { RatingStore } from '../../shared/port/rating/store.ts';
import { rulesInForce } from '../../shared/rules.ts';
import { toCaseView } from '../case/case-view.ts';

export interface CaseFileDeps {
  readonly now: Now;
  readonly cases: Pick<CaseStore, 'find'>;
  readonly ratings: Pick<RatingStore, 'ofCase'>;
  readonly claims: Pick<ClaimStore, 'find'>;
  readonly integrators: Pick<IntegratorStore, 'find'>;
  readonly issuers: Pick<IssuerStore, 'holderOf'>;
  readonly rulebook: Rulebook;
}

/** Only the number of an issuer is stored with a rating; of a pad, its id is there already. */
const withIssuer = async (
  rating: Rating,
  { issuers }: Pick<CaseFileDeps, 'issuers'>,
): Promise<Rating> => {
  if (rating.issuer === undefined || rating.accessKey !== undefined) return rating;
  const holder = await issuers.holderOf(rating.issuer);
  return holder?.of === 'key' ? { ...rating, accessKey: holder.id } : rating;
};

const isClaimed = async ({ pad }: Rating, claims: CaseFileDeps['claims']): Promise<boolean> =>
  pad !== undefined && (await claims.find({ padId: pad.id, sequence: pad.sequence })) !== undefined;

/** How a rating came in. What it says is in no case file. */
const toRatingLine = async (
  rating: Rating,
  language: Language,
  { claims }: CaseFileDeps,
): Promise<CaseFile['ratings'][number]> => ({
  serviceNumber: rating.serviceNumber,
  assessNumber: rating.assessNumber,
  channel: rating.channel,
  proof: rating.proof,
  ...proofClassView(rating, language),
  receivedAt: withOffset(rating.receivedAt),
  ...(rating.issuer !== undefined && { issuer: rating.issuer }),
  ...(rating.issuedAt !== undefined && {
    issuedAt: withOffset(rating.issuedAt),
    secondsSinceIssue: secondsSinceIssue(rating),
  }),
  pressedLate: isPressedLate(rating),
  neverDisplayed: isNeverDisplayed(rating),
  ...(rating.accessKey !== undefined && { accessKey: rating.accessKey }),
  ...(rating.pad && { padId: rating.pad.id }),
  receipt: receiptStateOf(rating, await isClaimed(rating, claims)),
  doubts: doubtsView(rating.doubts, language),
});

const toKeyLine = ({ revoked, ...key }: Integrator): CaseFile['keys'][number] => ({
  accessKey: key.accessKey,
  system: key.system,
  name: key.name,
  state: key.state,
  admittedBy: key.by,
  confirmedBy: key.confirmedBy,
  admittedAt: withOffset(key.at),
  ...(revoked && { revokedBy: revoked.by, revokedAt: withOffset(revoked.at) }),
});

const keysOf = async (
  { timeline }: Case,
  ratings: readonly Rating[],
  { integrators }: CaseFileDeps,
): Promise<CaseFile['keys']> => {
  const used = [...timeline, ...ratings].flatMap(({ accessKey }) => accessKey ?? []);
  const found = await mapConcurrent([...new Set(used)], 8, (key) => integrators.find(key));
  return found.flatMap((key) => (key === undefined ? [] : [toKeyLine(key)]));
};

const receivedOf = (entry: TimelineEntry | undefined): string | undefined =>
  entry?.receivedAt && withOffset(entry.receivedAt);

const toHandOverLine = (over: NonNullable<Case['handOvers']>[number]) => ({
  ...over,
  at: withOffset(over.at),
});

const toCorrectionLine = ({ before, at, ...rest }: CaseCorrection) => {
  const { matter, department, area, caseKind, applicant } = before;
  const said = { matter, department, area, caseKind, applicantName: applicant.maskedName };
  return { ...rest, at: withOffset(at), before: said };
};

/**
 * `GET /v1/oversight/cases/{projectNo}`: returns a case with the access key of every event and
 * rating, who admitted those keys, and who handed the case over.
 */
export const showCaseFile =
  (deps: CaseFileDeps): StaffHandler =>
  async (request, staff) => {
    const projectNo = pathParameter(request, 'projectNo');
    const seen = await deps.cases.find(projectNo);
    if (seen === undefined) throw new Problem('case_unknown');
    requireKnown(staff, countingArea(seen.area), 'case_unknown');
    const file = await deps.ratings.ofCase(projectNo);
    if (file === undefined) throw new Problem('case_unknown');
    const { known } = file;
    const ratings = await mapConcurrent(file.ratings, 8, (rating) => withIssuer(rating, deps));
    const { timetable } = await rulesInForce(deps.rulebook);
    const view = toCaseView(known, timetable, deps.now());
    const body = {
      ...view,
      timeline: view.timeline.map((entry, index) => ({
        ...entry,
        accessKey: known.timeline[index]?.accessKey,
        receivedAt: receivedOf(known.timeline[index]),
      })),
      source: known.source,
      corrections: known.corrections?.map(toCorrectionLine),
      handOvers: (known.handOvers ?? []).map(toHandOverLine),
      ratings: await Promise.all(
        ratings.map((rating) => toRatingLine(rating, languageOf(request), deps)),
      ),
      keys: await keysOf(known, ratings, deps),
    };
    return { status: 200, body };
  };
