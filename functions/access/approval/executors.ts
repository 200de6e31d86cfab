import type { CenterStore } from '../../../shared/port/exchange/center-store.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import type { WebhookStore } from '../../../shared/port/notice/webhook-store.ts';
import type { RegisterStore } from '../../../shared/port/oversight/register-store.ts';
import type { PadStore } from '../../../shared/port/pad/store.ts';
import type { PolicyStore } from '../../../shared/port/policy/store.ts';
import { carryOutYear } from '../../calendar/load.ts';
import type { LoadYearDeps } from '../../calendar/load.ts';
import { carryOutHandOver } from '../../case/hand-over.ts';
import { carryOutCenterAccess } from '../../exchange/access.ts';
import { carryOutWebhook } from '../../notice/webhook/admit.ts';
import { carryOutRegister } from '../../oversight/register/propose.ts';
import { carryOutRegistration } from '../../pad/register.ts';
import { carryOutActivation } from '../../policy/activate.ts';
import { carryOutAdmission } from '../admit.ts';
import type { IntegratorListDeps } from '../admit.ts';
import type { Executors } from './decide.ts';

export interface ExecutorDeps extends IntegratorListDeps, LoadYearDeps {
  readonly keys: KeyRing;
  readonly pads: PadStore;
  readonly webhooks: WebhookStore;
  readonly center: CenterStore;
  readonly policies: PolicyStore;
  readonly registers: RegisterStore;
}

/** Every power that needs two persons, and what its confirmation does. */
export const createExecutors = (deps: ExecutorDeps): Executors => ({
  integrator: carryOutAdmission(deps),
  pad: carryOutRegistration(deps),
  webhook: carryOutWebhook(deps),
  center_access: carryOutCenterAccess(deps),
  calendar_year: carryOutYear(deps),
  policy: carryOutActivation(deps),
  register: carryOutRegister(deps),
  case_owner: carryOutHandOver(deps),
});
