/**
 * One contact of a case, told by several events: a later one completes what an earlier one left out.
 * What differs stays as it was first reported, which the reporter is told.
 */
import { isSameName } from '../number/written-form.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { contactOf } from './case.ts';
import type { Case, Contact } from './case.ts';

/** The same service at the same time is one contact; another one needs a number of its own. */
export const isSameContact = (a: Contact, b: Contact): boolean =>
  a.service === b.service && a.at === b.at;

/** A window belongs to its hall, and is not joined to another one. */
const placeOf = (known: Contact, told: Contact): Pick<Contact, 'hall' | 'window'> => {
  const isElsewhere =
    known.hall !== undefined && told.hall !== undefined && known.hall !== told.hall;
  const { hall = told.hall, window = isElsewhere ? undefined : told.window } = known;
  return { ...(hall !== undefined && { hall }), ...(window !== undefined && { window }) };
};

const completeContact = (known: Contact, told: Contact): Contact => {
  const { hall: _hall, window: _window, ...rest } = known;
  const staff = known.staff ?? told.staff;
  return { ...rest, ...placeOf(known, told), ...(staff && { staff }) };
};

const isFilled = (known: Contact, told: Contact): boolean =>
  (['hall', 'window', 'staff'] as const).every(
    (name) => known[name] !== undefined || told[name] === undefined,
  );

/** Returns the contacts with what one of them lacked; the same list when there is nothing new. */
export const completeContacts = (
  contacts: Case['contacts'],
  told: Contact | undefined,
): Case['contacts'] => {
  const known = told && contacts.find(({ serviceNumber }) => serviceNumber === told.serviceNumber);
  if (told === undefined || known === undefined || isFilled(known, told)) return contacts;
  return contacts.map((one) => (one === known ? completeContact(known, told) : one));
};

const isSame = (a: unknown, b: unknown): boolean => isSameName(canonicalJson(a), canonicalJson(b));

/** Returns the paths of what a contact says otherwise than the case, which keeps what it has. */
export const keptOfContact = (known: Case, told: Contact | undefined): readonly string[] => {
  const met = told && contactOf(known, told.serviceNumber);
  if (told === undefined || met === undefined) return [];
  return (['hall', 'window', 'staff'] as const).flatMap((name) =>
    told[name] === undefined || (met[name] !== undefined && isSame(met[name], told[name]))
      ? []
      : [`/contact/${name}`],
  );
};
