/** Orders texts by their UTF-16 code units, which is the same in every locale. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
