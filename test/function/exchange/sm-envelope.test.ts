import { sm2, sm3, sm4 } from 'sm-crypto-v2';
import { describe, expect, it } from 'vitest';

import { decryptSmEnvelope, smEnvelope } from '../../../shared/http/exchange/sm-envelope.ts';
import { at } from '../../fake/clock.ts';

const moment = at('2026-11-20T09:30:00+08:00');
const iv = Uint8Array.from({ length: 16 }, (_, index) => index);
const sm4Key = '0123456789abcdeffedcba9876543210';

describe('the library answers the vectors of the standards', () => {
  it('SM3 (GB/T 32905-2016, A.1)', () => {
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  });

  it('SM3 (A.2)', () => {
    expect(sm3('abcd'.repeat(16))).toBe(
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    );
  });

  it('SM4 (GB/T 32907-2016, A.1)', () => {
    const block = Buffer.from(sm4Key, 'hex');
    const cipher = sm4.encrypt(block, sm4Key, { mode: 'ecb', padding: 'none' });
    expect(cipher).toBe('681edf34d206965e86b3e94f536e4246');
    expect(sm4.decrypt(cipher, sm4Key, { mode: 'ecb', padding: 'none', output: 'array' })).toEqual(
      new Uint8Array(block),
    );
  });

  it('SM2 (GB/T 32918.5-2017, A.2): key and signature of the example', () => {
    const publicKey =
      '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020' +
      'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13';
    const signature =
      'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3' +
      'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa';
    expect(
      sm2.getPublicKeyFromPrivateKey(
        '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8',
      ),
    ).toBe(publicKey);
    expect(sm2.doVerifySignature('message digest', signature, publicKey, { hash: true })).toBe(
      true,
    );
    expect(sm2.doVerifySignature('message digesT', signature, publicKey, { hash: true })).toBe(
      false,
    );
  });
});

describe('the envelope', () => {
  const { privateKey, publicKey } = sm2.generateKeyPairHex();
  const keys = { appMark: 'SX', appWord: 'word', sm4Key, sm2PrivateKey: privateKey };
  const theirs = { appWord: 'word', sm4Key, sm2PublicKey: publicKey };
  const body = JSON.stringify({ userName: '测试甲', revision: 1 });
  const sealed = smEnvelope(body, keys, { at: moment, iv });

  it('opens on the other side and names when it was made', () => {
    expect(sealed.time).toBe('20261120093000');
    expect(sealed.data.startsWith(Buffer.from(iv).toString('hex'))).toBe(true);
    expect(decryptSmEnvelope(sealed, theirs)).toBe(body);
  });

  it('shows nothing of the body', () => {
    const text = JSON.stringify(sealed);
    expect(text).not.toContain('测试甲');
    expect(text).not.toContain(Buffer.from('测试甲').toString('hex'));
    expect(text).not.toContain('word');
  });

  it.each([
    ['another body', { data: sealed.data.replace(/..$/, 'ff') }],
    ['another moment', { time: '20261120093001' }],
    ['another city', { appMark: 'HZ' }],
  ])('is not taken with %s', (_name, change) => {
    expect(decryptSmEnvelope({ ...sealed, ...change }, theirs)).toBeUndefined();
  });

  it('is not taken under another word', () => {
    expect(decryptSmEnvelope(sealed, { ...theirs, appWord: 'other' })).toBeUndefined();
  });
});
