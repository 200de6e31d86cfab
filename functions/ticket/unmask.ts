import type { NamedApplicant } from '../../events/ticket/named-applicant.ts';
import { caseAt } from '../../shared/domain/case/hand-over.ts';
import { numbersAt } from '../../shared/domain/case/number-at.ts';
import type { StoredNumber } from '../../shared/domain/case/number-at.ts';
import { mayBeNamed } from '../../shared/domain/ticket/authorization/allowed.ts';
import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import { decryptApplicant } from '../case/applicant.ts';

/** Protects a resident who did not agree to be contacted, once the duty to contact them is over. */
export const requireNeed = (ticket: Ticket): void => {
  if (!mayBeNamed(ticket)) throw new Problem('unmask_not_needed');
};

/**
 * Decrypts the name of the applicant and the mobile number that the case had before `ratedAt`, with
 * the one that was told after it. They must never be logged or stored.
 */
export const namedApplicant = async (
  { projectNo, ratedAt }: { readonly projectNo: string; readonly ratedAt: Instant },
  { cases, keys }: { readonly cases: Pick<CaseStore, 'find'>; readonly keys: KeyRing },
): Promise<NamedApplicant> => {
  const known = await cases.find(projectNo);
  if (known === undefined) throw new Problem('case_unknown');
  const { before, after } = numbersAt(known, ratedAt);
  const open = (one: Pick<StoredNumber, 'sealed'>) => decryptApplicant(one, projectNo, keys);
  const { name } = await open(caseAt(known, ratedAt).applicant);
  const mobile = before && (await open(before)).mobile;
  const newer = after && (await open(after)).mobile;
  return {
    name,
    mobile: mobile ?? null,
    laterMobile:
      newer === undefined || after === undefined
        ? null
        : { mobile: newer, since: withOffset(after.since) },
  };
};
