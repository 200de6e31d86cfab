import type { HostAddresses } from '../../shared/port/host-addresses.ts';

/** Names that point inside; every other name has a public address. */
const inside: Readonly<Record<string, readonly string[]>> = {
  'inside.example.cn': ['10.0.0.7'],
  'mixed.example.cn': ['1.1.1.1', '127.0.0.1'],
  'mapped.example.cn': ['::ffff:10.0.0.7'],
  'nowhere.example.cn': [],
};

export const fakeAddresses: HostAddresses = async (hostname) => inside[hostname] ?? ['1.1.1.1'];
