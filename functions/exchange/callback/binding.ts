import type { Case, Contact } from '../../../shared/domain/case/case.ts';
import type { Stated } from '../../../shared/domain/exchange/callback/stated.ts';
import { isProjectNo } from '../../../shared/domain/number/identifier.ts';
import { codeOf, isThere, memberOf, textOf } from '../../../shared/domain/text/sent-value.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import type { CaseStore } from '../../../shared/port/case/store.ts';
import { Unplaced } from './unplaced.ts';

/** A callback as it was read, and what brought it. */
export interface Brought {
  readonly body: unknown;
  readonly accessKey: string;
  /** Of what two persons take in: what they stated where it cannot be read. */
  readonly stated?: Stated | undefined;
}

/** Returns the case number that a callback names: 评价对象ID. */
export const projectNoOf = (body: unknown): string | undefined => {
  const named = textOf(memberOf(body, 'targetId'));
  return named !== undefined && isProjectNo(named) ? named : undefined;
};

/** Returns the case that a callback is about. */
export const caseOf = async (
  { body, stated }: Brought,
  { cases }: { readonly cases: Pick<CaseStore, 'find'> },
): Promise<Case> => {
  const projectNo = stated?.projectNo ?? projectNoOf(body);
  const known = projectNo === undefined ? undefined : await cases.find(projectNo);
  if (known === undefined) throw new Unplaced('case_unknown');
  return known;
};

/** Returns which contact the center names in its extension; undefined when it names none. */
export const nameIn = (body: unknown): number | 'unreadable' | undefined => {
  const features = memberOf(body, 'features');
  if (!isThere(features)) return undefined;
  if (typeof features !== 'object' || Array.isArray(features)) return 'unreadable';
  const sent = memberOf(features, 'serviceNumber');
  if (!isThere(sent)) return undefined;
  const code = codeOf(sent) ?? '';
  return /^[1-9]\d?$/.test(code) ? Number(code) : 'unreadable';
};

/** Returns the number of the contact that the callback names, if that can be read. */
export const namedContact = (body: unknown): number | undefined => {
  const name = nameIn(body);
  return name === 'unreadable' ? undefined : name;
};

/**
 * Returns the number of the contact that the callback names, or that two persons stated.
 *
 * @throws Unplaced when it names one that cannot be read: it may be any, also where there is only one
 */
const contactNamed = ({ body, stated }: Brought): number | undefined => {
  const name = stated?.serviceNumber ?? nameIn(body);
  if (name === 'unreadable') throw new Unplaced('contact_unreadable');
  return name;
};

/**
 * Returns the contacts that the callback may be about, most likely first: the named one, else the
 * only one, else those before the moment, latest first.
 */
export const contactsMeant = (
  brought: Brought,
  { contacts }: Case,
  at: Instant,
): readonly Contact[] => {
  const named = contactNamed(brought);
  if (named !== undefined) return contacts.filter(({ serviceNumber }) => serviceNumber === named);
  if (contacts.length === 1) return contacts;
  return contacts.filter((contact) => contact.at <= at).toSorted((a, b) => (a.at < b.at ? 1 : -1));
};
