/** A browser may refuse its storage, or keep what cannot be read; the page then works without it. */
export const orNothing = <T>(use: () => T): T | undefined => {
  try {
    return use();
  } catch {
    return undefined;
  }
};
