import { isIP } from 'node:net';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

const isAddress = (hostname: string): boolean =>
  hostname.startsWith('[') || isIP(hostname) !== 0 || !hostname.includes('.');

/** Top-level names that never belong to the public Internet: RFC 6761, 6762, 8375, and ICANN's. */
const insideNames = /\.(?:localhost|local|internal|home\.arpa)$/;

/** A dot at the end makes the same name look different. */
const isInside = (hostname: string): boolean =>
  hostname.endsWith('.') || insideNames.test(hostname);

/**
 * Checks where notices may be sent: https to a fully qualified host name, without credentials
 * before it. IP addresses, short names and reserved names belong to internal networks, whose
 * services a webhook must not reach; what a name leads to is checked for each delivery. Plain http to the loopback address is for local trials.
 */
export const webhookAddress = (text: string, allowLoopback: boolean): URL | undefined => {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') {
    return undefined;
  }
  if (loopback.has(url.hostname)) {
    return allowLoopback && url.protocol === 'http:' ? url : undefined;
  }
  const isOutside = !isAddress(url.hostname) && !isInside(url.hostname);
  return url.protocol === 'https:' && isOutside ? url : undefined;
};
