import { randomUUID } from 'node:crypto';

import assets from '#assets';

import type { Env } from '../../../shared/env.ts';
import type { PageGround } from '../../../shared/http/page/answer.ts';
import type { PrivacyFacts } from '../../../shared/page/resident/rate-view.ts';
import type { ShownDeps } from '../../../shared/sensitive-matters.ts';
import { createTable } from '../../../shared/store/clients.ts';
import { messageStore } from '../../../shared/store/message/store.ts';
import type { OptOutDeps } from '../../message/opt-out.ts';
import type { ContestDeps } from '../contest/submit.ts';
import { createClaimDeps, createContestDeps, createShownDeps } from '../deps.ts';
import type { envs } from '../env.ts';
import type { ClaimDeps } from '../receipt/claim.ts';

/** What the resident's pages need besides the interface. */
export interface ResidentPageDeps
  extends
    ContestDeps,
    ShownDeps,
    Pick<ClaimDeps, 'claims' | 'issuers' | 'pads'>,
    Pick<OptOutDeps, 'messages'> {
  readonly ground: PageGround;
  /** Who is named as responsible, and called when somebody is not satisfied. */
  readonly privacy: Omit<PrivacyFacts, 'years'>;
  /** Makes the random reference of a form: 122 bits as a UUID. */
  readonly newRef: () => string;
}

export const createPageDeps = (config: Env<typeof envs.page>): ResidentPageDeps => ({
  ...createClaimDeps(config),
  ...createShownDeps(config),
  ...createContestDeps(config),
  messages: messageStore(createTable(config)),
  ground: { assets, embedders: config.EMBEDDERS },
  privacy: { unit: config.OPERATOR_NAME || undefined, phone: config.OPERATOR_PHONE },
  newRef: randomUUID,
});
