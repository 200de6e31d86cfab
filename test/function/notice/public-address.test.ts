import { describe, expect, it } from 'vitest';

import { isLoopbackAddress, isPublicAddress } from '../../../shared/http/notice/public-address.ts';

describe('an address of the public Internet', () => {
  it.each([
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '169.253.255.255',
    '169.255.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '192.169.0.0',
    '223.255.255.255',
    '2400:3200::1',
    '2606:4700:4700::1111',
  ])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['this network', '0.0.0.0'],
    ['a private network', '10.0.0.7'],
    ['a private network', '172.16.0.1'],
    ['a private network', '172.31.255.255'],
    ['a private network', '192.168.1.1'],
    ['a network behind a carrier', '100.64.0.1'],
    ['this machine', '127.0.0.1'],
    ['this machine', '127.255.255.254'],
    ['the link, with the metadata of a cloud', '169.254.169.254'],
    ['a protocol', '192.0.0.170'],
    ['documentation', '203.0.113.9'],
    ['a benchmark', '198.19.0.1'],
    ['a group', '224.0.0.1'],
    ['everybody', '255.255.255.255'],
    ['this machine', '::1'],
    ['nothing', '::'],
    ['the link', 'fe80::1'],
    ['a private network', 'fd00::1'],
    ['a group', 'ff02::1'],
    ['a private IPv4 address, mapped', '::ffff:10.0.0.7'],
    ['a private IPv4 address, translated', '64:ff9b::a00:7'],
    ['a private IPv4 address, by 6to4', '2002:a00:7::1'],
    ['a tunnel', '2001::1'],
    ['documentation', '2001:db8::1'],
    ['documentation', '3fff::1'],
    ['a link with its zone', 'fe80::1%eth0'],
    ['a name', 'desk.example.cn'],
    ['a number', '2130706433'],
    ['nothing at all', ''],
  ])('is not that of %s, %s', (_what, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('an address of this machine', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.9.9.9', true],
    ['::1', true],
    ['128.0.0.1', false],
    ['10.0.0.7', false],
    ['::2', false],
    ['localhost', false],
  ])('%s: %s', (address, expected) => {
    expect(isLoopbackAddress(address)).toBe(expected);
  });
});
