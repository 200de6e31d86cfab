import { KeptCallbackTaking } from '../../../events/exchange/kept-callback.ts';
import { momentOf } from '../../../events/primitive.ts';
import { cityCode } from '../../../shared/domain/area/area.ts';
import { contactOf } from '../../../shared/domain/case/case.ts';
import type { KeptCallback } from '../../../shared/domain/exchange/callback/kept.ts';
import { callbacksIn, itemOf } from '../../../shared/domain/exchange/callback/read-evaluation.ts';
import { readIn } from '../../../shared/domain/exchange/callback/read-in.ts';
import type { Stated } from '../../../shared/domain/exchange/callback/stated.ts';
import { requireUnconcerned } from '../../../shared/http/access/concerned.ts';
import { answerProposed } from '../../../shared/http/access/propose.ts';
import type { ProposeDeps } from '../../../shared/http/access/propose.ts';
import { readBody } from '../../../shared/http/body.ts';
import { reportProblems } from '../../../shared/http/problem/exchange.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import type { CaseStore } from '../../../shared/port/case/store.ts';
import { namedContact, projectNoOf } from '../callback/binding.ts';
import { concernedInCallback } from './concerned-in-callback.ts';
import { contentOf, requireKept, requireNotEnded } from './kept.ts';
import type { KeptDeps } from './kept.ts';
import { sealStated } from './stated-words.ts';

export interface TakeDeps extends KeptDeps, ProposeDeps {
  readonly cases: Pick<CaseStore, 'find'>;
}

/**
 * Returns the callback that the persons mean: the one at the place that they name, else the whole. Of
 * several each is stated by itself.
 *
 * @throws Problem
 */
export const callbackMeant = (body: unknown, { item, ...stated }: Stated): unknown => {
  const all = callbacksIn(body);
  if (item === undefined) {
    const isStated = Object.values(stated).some((value) => value !== undefined);
    if (all.length > 1 && isStated) throw new Problem(reportProblems.callback_several);
    return all.length > 1 ? body : all[0];
  }
  if (item > all.length) throw new Problem(reportProblems.callback_several);
  return all[item - 1];
};

/** What a callback says of the members that a person may state; undefined where it cannot be read. */
const readAll = async (
  { operation }: Pick<KeptCallback, 'operation'>,
  body: unknown,
  { cases }: Pick<TakeDeps, 'cases'>,
): Promise<Stated> => {
  const named = projectNoOf(body);
  const known = named === undefined ? undefined : await cases.find(named);
  const serviceNumber = namedContact(body);
  const isThere = known !== undefined && serviceNumber !== undefined;
  return {
    ...readIn(body, operation === 'append.sync' ? 2 : 1),
    projectNo: known?.projectNo,
    serviceNumber: isThere && contactOf(known, serviceNumber) ? serviceNumber : undefined,
  };
};

const statable = ['projectNo', 'serviceNumber', 'level', 'tags', 'text', 'at', 'channel'] as const;

/** Nobody can state otherwise what can be read. */
const requireUnread = (read: Stated, stated: Stated): void => {
  const changed = statable.find(
    (name) =>
      read[name] !== undefined &&
      stated[name] !== undefined &&
      JSON.stringify(read[name]) !== JSON.stringify(stated[name]),
  );
  if (changed !== undefined) throw new Problem(reportProblems.callback_readable, { fact: changed });
};

/** The words must not be lost with the end of the callback: where nothing can be read they are stated. */
const requireWords = ({ operation }: KeptCallback, body: unknown, { text }: Stated): void => {
  if (operation === 'operation.sync' || text !== undefined) return;
  if (callbacksIn(body).some((one) => itemOf(one) === undefined)) {
    throw new Problem(reportProblems.callback_words_missing);
  }
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

/** Every callback that is meant has a case and a contact, as it reads or as it was stated. */
export const requirePlaces = async (
  kept: KeptCallback,
  { meant, stated }: { readonly meant: unknown; readonly stated: Stated },
  deps: Pick<TakeDeps, 'cases'>,
): Promise<void> => {
  const { projectNo, serviceNumber } = stated;
  for (const one of callbacksIn(meant)) {
    const read = await readAll(kept, one, deps);
    await requireThere(
      {
        projectNo: projectNo ?? read.projectNo,
        serviceNumber: serviceNumber ?? read.serviceNumber,
      },
      deps,
    );
  }
};

/** `POST /v1/center/callbacks/{id}/take`: proposes to take a kept callback in, as stated. */
export const takeKeptCallback =
  (deps: TakeDeps): StaffHandler =>
  async (request, staff) => {
    const { reason, at, ...asked } = readBody(request, KeptCallbackTaking);
    const stated: Stated = { ...asked, ...(at !== undefined && { at: momentOf(at) }) };
    const kept = requireNotEnded(await requireKept(request, deps));
    const { body } = await contentOf(kept, deps);
    const meant = callbackMeant(body, stated);
    requireUnread(await readAll(kept, meant, deps), stated);
    requireWords(kept, meant, stated);
    await requirePlaces(kept, { meant, stated }, deps);
    const concerned = await concernedInCallback({ kept, body }, stated, deps);
    requireUnconcerned(staff, concerned);
    const { id: callbackId } = kept;
    const sealed = { ...(await sealStated(stated, callbackId, deps.keys)), ...concerned };
    const proposal = { power: 'center_callback', callbackId, reason, ...sealed } as const;
    return answerProposed({ proposal, area: cityCode }, staff, deps);
  };
