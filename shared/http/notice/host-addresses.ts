import { lookup } from 'node:dns/promises';

import type { HostAddresses } from '../../port/host-addresses.ts';

/** Asks the resolver of the machine, whose errors all mean that there is no address now. */
export const lookUpAddresses: HostAddresses = (hostname) =>
  lookup(hostname, { all: true }).then(
    (found) => found.map(({ address }) => address),
    () => [],
  );
