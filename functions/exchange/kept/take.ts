import { KeptCallbackTaking } from '../../../events/exchange/kept-callback.ts';
import { cityCode } from '../../../shared/domain/area/area.ts';
import { contactOf } from '../../../shared/domain/case/case.ts';
import { endKept, isEnded } from '../../../shared/domain/exchange/callback/kept.ts';
import type { KeptCallback, Stated } from '../../../shared/domain/exchange/callback/kept.ts';
import {
  hasSeveral,
  itemOf,
  levelOf,
} from '../../../shared/domain/exchange/callback/read-evaluation.ts';
import { Superseded } from '../../../shared/http/access/carry-out.ts';
import type { CarryOut, Executor } from '../../../shared/http/access/carry-out.ts';
import { answerProposed } from '../../../shared/http/access/propose.ts';
import type { ProposeDeps } from '../../../shared/http/access/propose.ts';
import { readBody } from '../../../shared/http/body.ts';
import { reportProblems } from '../../../shared/http/problem/exchange.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import type { CaseStore } from '../../../shared/port/case/store.ts';
import { namedContact, projectNoOf } from '../callback/binding.ts';
import type { EvaluationDeps } from '../callback/evaluation.ts';
import { processCallback } from '../callback/process.ts';
import { contentOf, requireKept, requireNotEnded } from './kept.ts';
import type { KeptDeps } from './kept.ts';

export interface TakeDeps extends KeptDeps, ProposeDeps {
  readonly cases: Pick<CaseStore, 'find'>;
}

/** What a callback says of the members that a person may state; undefined where it cannot be read. */
const readIn = async (body: unknown, { cases }: Pick<TakeDeps, 'cases'>): Promise<Stated> => {
  const named = projectNoOf(body);
  const known = named === undefined ? undefined : await cases.find(named);
  const serviceNumber = namedContact(body);
  const isThere = known !== undefined && serviceNumber !== undefined;
  return {
    projectNo: known?.projectNo,
    serviceNumber: isThere && contactOf(known, serviceNumber) ? serviceNumber : undefined,
    level: levelOf(itemOf(body)),
  };
};

const statable = ['projectNo', 'serviceNumber', 'level'] as const;

/** Nobody can state otherwise what can be read. */
const requireUnread = (read: Stated, stated: Stated): void => {
  const changed = statable.find(
    (name) => read[name] !== undefined && stated[name] !== undefined && read[name] !== stated[name],
  );
  if (changed !== undefined) throw new Problem(reportProblems.callback_readable, { fact: changed });
};

/** The case and the contact have to be known, so that the confirmation does not fail. */
const requireThere = async (
  { projectNo, serviceNumber }: Stated,
  { cases }: Pick<TakeDeps, 'cases'>,
): Promise<void> => {
  const known = projectNo === undefined ? undefined : await cases.find(projectNo);
  if (known === undefined) throw new Problem('case_unknown');
  if (serviceNumber !== undefined && contactOf(known, serviceNumber) === undefined) {
    throw new Problem('contact_unknown');
  }
};

/** `POST /v1/center/callbacks/{id}/take`: proposes to take a kept callback in, as stated. */
export const takeKeptCallback =
  (deps: TakeDeps): StaffHandler =>
  async (request, staff) => {
    const { reason, ...stated } = readBody(request, KeptCallbackTaking);
    const kept = requireNotEnded(await requireKept(request, deps));
    const { body } = await contentOf(kept, deps);
    if (hasSeveral(body)) throw new Problem(reportProblems.callback_several);
    const read = await readIn(body, deps);
    requireUnread(read, stated);
    await requireThere({ ...read, ...stated }, deps);
    const proposal = { power: 'center_callback', callbackId: kept.id, reason, ...stated } as const;
    return answerProposed({ proposal, area: cityCode }, staff, deps);
  };

/** The case and the contact must still be there; one that has ended is superseded. */
export const recheckTaking =
  (deps: Pick<TakeDeps, 'cases' | 'keys' | 'kept'>): Executor<'center_callback'>['recheck'] =>
  async ({ callbackId, projectNo, serviceNumber }) => {
    const kept = await deps.kept.find(callbackId);
    if (kept === undefined || isEnded(kept)) return;
    const read = await readIn((await contentOf(kept, deps)).body, deps);
    await requireThere(
      {
        projectNo: projectNo ?? read.projectNo,
        serviceNumber: serviceNumber ?? read.serviceNumber,
      },
      deps,
    );
  };

/** Whether these two persons took it in before, and only the end of the approval is missing. */
const isDone = ({ end }: KeptCallback, signed: { by: string; confirmedBy: string }): boolean =>
  end?.by === signed.by && end.confirmedBy === signed.confirmedBy;

/** Stores a kept callback as two persons stated it. */
export const carryOutTaking =
  (deps: EvaluationDeps & Pick<KeptDeps, 'kept'>): CarryOut<'center_callback'> =>
  async ({ callbackId, reason, ...proposal }, signed) => {
    const kept = await deps.kept.find(callbackId);
    if (kept !== undefined && isDone(kept, signed)) return { callbackId, stored: 0 };
    if (kept === undefined || isEnded(kept)) throw new Superseded();
    const { body } = await contentOf(kept, deps);
    const { projectNo, serviceNumber, level } = proposal;
    const stated = { projectNo, serviceNumber, level };
    const brought = { body, accessKey: kept.accessKey, stated };
    const { stored, left } = await processCallback(kept.operation, brought, deps);
    if (left === 'busy' || left === 'steps_waiting') throw new Problem('busy');
    if (left !== undefined && left !== 'stored_in_part') {
      throw new Problem(reportProblems.callback_not_stored, { fact: left });
    }
    const ended = endKept(kept, 'taken', { ...signed, note: reason });
    if ((await deps.kept.save(ended)) === 'conflict') throw new Problem('busy');
    return { callbackId, stored };
  };
