import { erasedWords, isErased } from '../../shared/domain/text/erased.ts';
import { mayBeNamed } from '../../shared/domain/ticket/authorization/allowed.ts';
import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import { applicantPlace } from '../case/applicant.ts';

/** Protects a resident who did not agree to be contacted, once the duty to contact them is over. */
export const requireNeed = (ticket: Ticket): void => {
  if (!mayBeNamed(ticket)) throw new Problem('unmask_not_needed');
};

interface Named {
  readonly name: string;
  readonly mobile?: string | undefined;
}

/** Decrypts name and mobile number of the applicant. They must never be logged or stored. */
export const namedApplicant = async (
  projectNo: string,
  { cases, keys }: { readonly cases: CaseStore; readonly keys: KeyRing },
) => {
  const known = await cases.find(projectNo);
  if (known === undefined) throw new Problem('case_unknown');
  if (isErased(known.applicant.sealed)) return { name: erasedWords, mobile: null };
  const opened = await keys.decrypt(known.applicant.sealed, applicantPlace(projectNo));
  const { name, mobile } = JSON.parse(opened) as Named;
  return { name, mobile: mobile ?? null };
};
