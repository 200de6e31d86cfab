/** Longer than every name of this contract. */
const longest = 64;

/** Letters and digits of any script, and ASCII punctuation that no page or log gives a meaning. */
const special = /[^\p{L}\p{N} !#$%()*+,./:;=?@[\]^_{|}~-]|\p{Default_Ignorable_Code_Point}/gu;

/**
 * Returns a name that a caller sent in a form that is safe in an answer: cut, and with `?` for
 * quotes, markup, control and invisible characters.
 */
export const printable = (name: string): string => {
  const shown = name.slice(0, longest).toWellFormed().replaceAll(special, '?');
  return name.length > longest ? `${shown}…` : shown;
};
