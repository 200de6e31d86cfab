import { randomBytes } from 'node:crypto';

import { IntegratorAdmission } from '../../events/access/integrator.ts';
import { isOfWholeCity } from '../../shared/domain/access/integrator.ts';
import type { ProposalOf } from '../../shared/domain/access/proposal.ts';
import { memberBelowCity, reachOfScope } from '../../shared/domain/access/scope.ts';
import { cityCode } from '../../shared/domain/area/area.ts';
import { isSameValue } from '../../shared/domain/text/canonical-json.ts';
import { Superseded } from '../../shared/http/access/carry-out.ts';
import type { CarryOut, Executor } from '../../shared/http/access/carry-out.ts';
import { propose, proposedAnswer } from '../../shared/http/access/propose.ts';
import type { ProposeDeps } from '../../shared/http/access/propose.ts';
import { readBody } from '../../shared/http/body.ts';
import { secretPlace } from '../../shared/http/integrator.ts';
import type { ListedAreaDeps } from '../../shared/http/oversight/listed-area.ts';
import { requireListedScope } from '../../shared/http/oversight/listed.ts';
import type { ReferenceDeps } from '../../shared/http/oversight/listed.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { requireReach } from '../../shared/http/staff.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { IntegratorStore } from '../../shared/port/access/integrator-store.ts';
import type { IssuerStore } from '../../shared/port/access/issuer-store.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import { activeKeys, besideKeys, knownSystem } from './known-system.ts';

export interface IntegratorListDeps {
  readonly integrators: IntegratorStore;
}

type KeyFacts = Pick<ProposalOf<'integrator'>, 'may' | 'scope'>;

/** What acts for the whole city is admitted by its administrators. */
const requireCityScope = ({ may, scope }: KeyFacts): void => {
  const member = isOfWholeCity(may) ? memberBelowCity(scope) : undefined;
  if (member === undefined) return;
  const errors = [{ path: `/scope/${member}`, problem: 'key_whole_city' }] as const;
  throw new Problem('invalid_input', { errors });
};

/**
 * `POST /v1/integrators`: proposes an access key for a system. It exists once another person has
 * confirmed it. A further key of a system shows in which members it goes beyond each active one, and
 * both persons need the reach of those as well.
 */
export const admitIntegrator =
  (deps: IntegratorListDeps & ProposeDeps & ReferenceDeps & ListedAreaDeps): StaffHandler =>
  async (request, staff) => {
    const { system: known, ...facts } = readBody(request, IntegratorAdmission);
    requireReach(staff, reachOfScope(facts.scope, cityCode));
    requireCityScope(facts);
    const accessKey = `AK${deps.newId()}`;
    const { system, keys, areas } =
      known === undefined
        ? { system: accessKey, keys: [], areas: [] }
        : await knownSystem(known, { may: facts.may, staff }, deps.integrators);
    const beside = besideKeys(keys, facts);
    const proposal = { power: 'integrator', accessKey, system, ...facts, beside } as const;
    const area = reachOfScope({ areas: [...facts.scope.areas, ...areas] }, cityCode);
    requireReach(staff, area);
    await requireListedScope(facts.scope, deps);
    const approval = await propose({ proposal, area }, staff, deps);
    return proposedAnswer(approval, { accessKey, system });
  };

export const recheckAdmission =
  (deps: ReferenceDeps & ListedAreaDeps): Executor<'integrator'>['recheck'] =>
  async ({ may, scope }) => {
    requireCityScope({ may, scope });
    await requireListedScope(scope, deps);
  };

/** The second person saw the keys of the system as they were, and how far the new one goes beyond. */
const requireSameBeside = async (
  { accessKey, system, beside, ...facts }: ProposalOf<'integrator'>,
  integrators: IntegratorStore,
): Promise<void> => {
  const isFirst = system === accessKey;
  if (isFirst || (await integrators.find(accessKey)) !== undefined) return;
  const now = besideKeys(await activeKeys(system, integrators), facts);
  if (!isSameValue(now, beside)) throw new Superseded();
};

export interface AdmissionDeps extends IntegratorListDeps {
  readonly keys: KeyRing;
  readonly issuers: IssuerStore;
}

/** Creates the key and its secret, which is answered only here. */
export const carryOutAdmission =
  (deps: AdmissionDeps): CarryOut<'integrator'> =>
  async (proposal, signed) => {
    await requireSameBeside(proposal, deps.integrators);
    const { power: _power, beside: _beside, ...facts } = proposal;
    // The prefix keeps the first character from being a dash, which a command line reads as an
    // option.
    const secret = `SK${randomBytes(32).toString('base64url')}`;
    const sealedSecret = await deps.keys.encrypt(secret, secretPlace(facts.accessKey));
    const admitted = await deps.integrators.admit({
      ...facts,
      sealedSecret,
      issuer: await deps.issuers.numberOf({ of: 'key', id: facts.accessKey }),
      state: 'active',
      ...signed,
    });
    return admitted === 'admitted' ? { ...facts, secret } : undefined;
  };
