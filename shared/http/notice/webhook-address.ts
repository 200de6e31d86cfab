import { isIP } from 'node:net';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

const isAddress = (hostname: string): boolean =>
  hostname.startsWith('[') || isIP(hostname) !== 0 || !hostname.includes('.');

/**
 * Where notices may be sent: https to a host with a full name, nothing in front of it. Addresses and
 * short names are those of inner networks, whose services a webhook must not reach; http to this
 * machine is for trying things out locally.
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
