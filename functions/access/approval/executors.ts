import type { CenterStore } from '../../../shared/port/exchange/center-store.ts';
import type { KeptCallbackStore } from '../../../shared/port/exchange/kept-callback-store.ts';
import type { WebhookStore } from '../../../shared/port/notice/webhook-store.ts';
import type { Places } from '../../../shared/port/oversight/places.ts';
import type { RegisterStore } from '../../../shared/port/oversight/register-store.ts';
import type { PadStore } from '../../../shared/port/pad/store.ts';
import type { PolicyStore } from '../../../shared/port/policy/store.ts';
import { carryOutYear } from '../../calendar/load.ts';
import type { LoadYearDeps } from '../../calendar/load.ts';
import { recheckYear } from '../../calendar/year-in-body.ts';
import { carryOutHandOver, recheckHandOver } from '../../case/hand-over.ts';
import { carryOutCenterAccess } from '../../exchange/access.ts';
import type { EvaluationDeps } from '../../exchange/callback/evaluation.ts';
import { carryOutTaking, recheckTaking } from '../../exchange/kept/carry-out.ts';
import { carryOutCallbackSettlement } from '../../exchange/kept/settle.ts';
import { carryOutWebhook, recheckWebhook } from '../../notice/webhook/admit.ts';
import { carryOutRegister, recheckRegister } from '../../oversight/register/propose.ts';
import { carryOutRegistration, recheckRegistration } from '../../pad/register.ts';
import { carryOutSettlement } from '../../pad/settle/carry-out.ts';
import { carryOutTakeUp } from '../../pad/take-up/carry-out.ts';
import type { TakeUpDeps } from '../../pad/take-up/propose.ts';
import { carryOutActivation, recheckActivation } from '../../policy/activate.ts';
import { carryOutContestRuling } from '../../rating/contest/carry-out.ts';
import type { RulingDeps } from '../../rating/contest/carry-out.ts';
import { carryOutAdmission, recheckAdmission } from '../admit.ts';
import type { AdmissionDeps } from '../admit.ts';
import type { Executors } from './decide.ts';

export interface ExecutorDeps
  extends
    AdmissionDeps,
    LoadYearDeps,
    EvaluationDeps,
    TakeUpDeps,
    Pick<RulingDeps, 'contests' | 'evidence'> {
  readonly pads: PadStore;
  readonly webhooks: WebhookStore;
  readonly center: CenterStore;
  readonly kept: KeptCallbackStore;
  readonly policies: PolicyStore;
  readonly registers: RegisterStore;
  readonly places: Places;
}

/** A proposal that names only the version that it replaces, or what it claims or ends itself. */
const refersToNothing = async (): Promise<void> => undefined;

/** Every power that needs two persons, and what its confirmation does. */
export const createExecutors = (deps: ExecutorDeps): Executors => ({
  integrator: { recheck: recheckAdmission(deps), carryOut: carryOutAdmission(deps) },
  pad: { recheck: recheckRegistration(deps), carryOut: carryOutRegistration(deps) },
  webhook: { recheck: recheckWebhook(deps), carryOut: carryOutWebhook(deps) },
  center_access: { recheck: refersToNothing, carryOut: carryOutCenterAccess(deps) },
  calendar_year: { recheck: recheckYear, carryOut: carryOutYear(deps) },
  policy: { recheck: recheckActivation(deps), carryOut: carryOutActivation(deps) },
  register: { recheck: recheckRegister(deps), carryOut: carryOutRegister(deps) },
  case_owner: { recheck: recheckHandOver(deps), carryOut: carryOutHandOver(deps) },
  center_callback: { recheck: recheckTaking(deps), carryOut: carryOutTaking(deps) },
  take_up_rating: { recheck: refersToNothing, carryOut: carryOutTakeUp(deps) },
  settle_press: { recheck: refersToNothing, carryOut: carryOutSettlement(deps) },
  settle_callback: { recheck: refersToNothing, carryOut: carryOutCallbackSettlement(deps) },
  contest_ruling: { recheck: refersToNothing, carryOut: carryOutContestRuling(deps) },
});
