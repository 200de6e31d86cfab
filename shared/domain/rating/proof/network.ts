/** 网络段: the network of an address, never the address itself. */

const ipv4 = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/i;
const groupCount = 8;

const groupsIn = (side: string): readonly string[] => (side === '' ? [] : side.split(':'));

/** Returns the eight groups of an address; undefined when it is none. */
const groupsOf = (address: string): readonly string[] | undefined => {
  const [head = '', tail, ...others] = address.split('::');
  if (others.length > 0) return undefined;
  const [left, right] = [groupsIn(head), groupsIn(tail ?? '')];
  const missing = groupCount - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  return groups.every((group) => /^[\da-f]{1,4}$/i.test(group)) ? groups : undefined;
};

/**
 * Returns the first 24 bits of an IPv4 address or the first 48 of an IPv6 address, in one spelling;
 * undefined for anything else.
 */
export const networkOf = (address: string): string | undefined => {
  const octets = ipv4.exec(address)?.slice(1).map(Number);
  if (octets !== undefined) {
    return octets.every((octet) => octet <= 255) ? `${octets.slice(0, 3).join('.')}/24` : undefined;
  }
  const groups = groupsOf(address);
  if (groups === undefined) return undefined;
  const prefix = groups.slice(0, 3).map((group) => Number.parseInt(group, 16).toString(16));
  return `${prefix.join(':')}::/48`;
};
