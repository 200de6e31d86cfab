import type { PageGround } from '../../../shared/http/page/answer.ts';
import type { PrivacyFacts } from '../../../shared/page/resident/rate.ts';
import type { ShownDeps } from '../../../shared/sensitive-matters.ts';
import type { RatingDeps } from '../receive-rating.ts';
import type { AttemptDeps } from '../repeat/keep-attempt.ts';

/** What the resident's pages need besides the interface. */
export interface ResidentPageDeps extends RatingDeps, AttemptDeps, ShownDeps {
  readonly ground: PageGround;
  /** Who is named as responsible, and called when somebody is not satisfied. */
  readonly privacy: PrivacyFacts;
  /** Makes the random reference of a form: 122 bits as a UUID. */
  readonly newRef: () => string;
}
