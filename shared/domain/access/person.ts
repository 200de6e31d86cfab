/**
 * The ids of staff. An issuer may write the id of one person in several ways, so what two persons do
 * is compared without what the eye does not tell apart: case, width, composition.
 */

/**
 * One word of visible characters; a list of several is not the id of a person. With a character that
 * shows nothing one person would have several ids that look the same.
 */
const isOneWord = /^[^\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800,;[\]]{1,255}$/u;

/** Some letters change in one direction only, so both are gone through. */
const normalForm = (id: string): string =>
  id.normalize('NFKC').toLowerCase().toUpperCase().normalize('NFKC');

export const isPersonId = (id: string): boolean => isOneWord.test(id.normalize('NFKC'));

export const isSamePerson = (one: string, other: string): boolean =>
  normalForm(one) === normalForm(other);
