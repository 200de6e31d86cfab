import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { clientFamilyOf } from '../../../../shared/domain/rating/proof/client-family.ts';
import { networkOf } from '../../../../shared/domain/rating/proof/network.ts';

const byte = fc.integer({ min: 0, max: 255 });

describe('the network of an address', () => {
  it.each([
    ['192.0.2.77', '192.0.2/24'],
    ['::ffff:192.0.2.1', '192.0.2/24'],
    ['2001:db8:12:3400::1', '2001:db8:12::/48'],
    ['2001:0DB8:0012:ffff:1:2:3:4', '2001:db8:12::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['1:2:3:4:5:6:7::', '1:2:3::/48'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each([
    '',
    '192.0.2.256',
    '192.0.256.1',
    '192.0.2',
    'fe80::1%eth0',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '1:2:3:4:5:6:7::8',
    'x192.0.2.77',
    '192.0.2.77x',
    'x2001:db8::1',
    '2001:db8::1x',
    '1::2::3',
    '12345::1',
    ':1:2:3:4:5:6:7',
    'unknown',
  ])('is none of "%s"', (address) => {
    expect(networkOf(address)).toBeUndefined();
  });

  it('is one for every host of it, and does not contain the host', () => {
    fc.assert(
      fc.property(byte, byte, byte, byte, byte, (a, b, c, host, other) => {
        const network = networkOf(`${a}.${b}.${c}.${host}`);
        expect(network).toBe(networkOf(`${a}.${b}.${c}.${other}`));
        expect(network).toBe(`${a}.${b}.${c}/24`);
      }),
    );
  });
});

const phone = 'Mozilla/5.0 (Linux; Android 14; ABC-1 Build/X';

describe('the family of a client', () => {
  it.each([
    [`${phone}; wv) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36`, 'app'],
    [`${phone}) AppleWebKit/537.36 Mobile Safari/537.36 MicroMessenger/8.0`, 'app'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) AppleWebKit/605.1 Mobile/15E148', 'app'],
    ['Mozilla/5.0 (iPhone) AppleWebKit/605 Mobile/15 AlipayClient/10', 'app'],
    [`${phone}) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36`, 'mobile_browser'],
    ['Mozilla/5.0 (iPad; CPU OS 17_0) AppleWebKit/605 Version/17 Safari/604', 'mobile_browser'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537 Safari/537', 'desktop_browser'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120', 'desktop_browser'],
    ['curl/8.5.0', 'other'],
    ['', 'other'],
  ])('of %s is %s', (userAgent, family) => {
    expect(clientFamilyOf(userAgent)).toBe(family);
  });
});
