import { describe, expect, it } from 'vitest';

import { encodeGb18030 } from '../../../infra/local/scenario/player/gb18030.ts';

describe('GB18030 as the demo writes it', () => {
  it('is read back by the decoder, and is not UTF-8', () => {
    const text = '办件统一编号,事件类型\r\n330602261120000000017,办结（“当场”）—測試';
    const bytes = encodeGb18030(text);
    expect(new TextDecoder('gb18030', { fatal: true }).decode(bytes)).toBe(text);
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow(TypeError);
  });

  it('has the bytes of the standard', () => {
    expect(Buffer.from(encodeGb18030('测试a')).toString('hex')).toBe('b2e2cad461');
  });

  it('refuses what takes four bytes rather than lose it', () => {
    expect(() => encodeGb18030('𠮷')).toThrow(RangeError);
  });
});
