/** Crockford's alphabet: without I, L, O, U, which are misread on paper or over the phone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Returns one character, 5 bits, of each byte. */
export const toCrockford = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');

/** Normalizes what people type: lower case, and the letters that look like digits. */
export const readCrockford = (typed: string): string =>
  typed.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
