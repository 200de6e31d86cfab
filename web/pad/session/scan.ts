/** What a scanner read: the link of a rating, or the token alone. */

/** 31 bytes in base64url. Links of an older release are longer; the server decides on them. */
const bare = /^[\w-]{42}$/;
const linked = /\/r\/([\w-]{40,1024})(?:[/?#]|$)/;

/** Undefined where it is neither; a pad must not show what a stranger's code says. */
export const readScan = (scanned: string): string | undefined => {
  const text = scanned.trim();
  if (bare.test(text)) return text;
  return /^https?:\/\//i.test(text) ? linked.exec(text)?.[1] : undefined;
};
