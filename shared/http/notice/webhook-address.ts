import { isIP } from 'node:net';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

const isAddress = (hostname: string): boolean =>
  hostname.startsWith('[') || isIP(hostname) !== 0 || !hostname.includes('.');

/**
 * Checks where notices may be sent: https to a fully qualified host name, without credentials
 * before it. IP addresses and short names belong to internal networks, whose services a webhook
 * must not reach. Plain http to the loopback address is for local trials.
 */
export const webhookAddress = (text: string, allowLoopback: boolean): URL | undefined => {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') {
    return undefined;
  }
  if (loopback.has(url.hostname)) {
    return allowLoopback && url.protocol === 'http:' ? url : undefined;
  }
  return url.protocol === 'https:' && !isAddress(url.hostname) ? url : undefined;
};
