/**
 * Calls to addresses that other people name. A host name is resolved once, all its addresses are
 * checked, and the connection goes to one of them: a name that is changed in between leads nowhere
 * else.
 */
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';

import type { HostAddresses } from '../../port/host-addresses.ts';
import { AddressRefused, NoAnswer } from '../../port/http-out.ts';
import type { HttpOut } from '../../port/http-out.ts';
import { timedPost } from './timed-post.ts';

export interface GuardedOptions {
  readonly addressesOf: HostAddresses;
  /** Whether a connection to that IP address may be made. */
  readonly isAllowed: (address: string) => boolean;
  readonly withinMs?: number;
  /** How many bytes of an answer are read. */
  readonly most?: number;
}

/** The checked addresses, whatever name is asked for. */
const pinnedTo =
  (addresses: readonly string[]): LookupFunction =>
  (_hostname, { all }, callback) => {
    const found = addresses.map((address) => ({ address, family: isIP(address) }));
    const [first] = found;
    if (all) callback(null, found);
    else callback(null, first?.address ?? '', first?.family);
  };

/** Without the brackets in which a URL writes an IPv6 address. */
const hostOf = ({ hostname }: URL): string => hostname.replaceAll(/^\[|\]$/g, '');

/** @throws AddressRefused | NoAnswer */
const checkedAddresses = async (
  url: URL,
  { addressesOf, isAllowed }: GuardedOptions,
): Promise<readonly string[]> => {
  const host = hostOf(url);
  const addresses = isIP(host) === 0 ? await addressesOf(host) : [host];
  if (addresses.length === 0) throw new NoAnswer('the host name has no address');
  // One address that leads inside is enough: which one is used would be left to chance.
  if (!addresses.every((address) => isAllowed(address))) {
    throw new AddressRefused('the host name points inside');
  }
  return addresses;
};

/** Rejects when the time is over, whatever the resolver still does. */
const untilAborted = <Found>(work: Promise<Found>, signal: AbortSignal): Promise<Found> =>
  new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new NoAnswer('no answer in time')));
    work.then(resolve, reject);
  });

export const guardedHttpOut = (options: GuardedOptions): HttpOut => {
  const { withinMs = 5_000, most = 8 * 1024 } = options;
  return {
    async post(post) {
      const signal = AbortSignal.timeout(withinMs);
      const url = new URL(post.url);
      const addresses = await untilAborted(checkedAddresses(url, options), signal);
      try {
        return await timedPost(post, { signal, most, lookup: pinnedTo(addresses) });
      } catch (fault) {
        throw new NoAnswer('no answer came', { cause: fault });
      }
    },
  };
};
