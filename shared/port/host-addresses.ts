/** Returns the IP addresses of a host name; none when it cannot be found now. */
export type HostAddresses = (hostname: string) => Promise<readonly string[]>;
