import { describe, expect, it } from 'vitest';

import { outcomeOf, newWorld } from '../world.ts';
import { jsonCall, jsonRoutes } from './json-call.ts';

const setUp = async (route: string) => {
  const world = newWorld();
  const { given, example } = await jsonCall(route, world);
  const before = world.stores.memory.writes();
  return {
    example,
    send: async (sent: object) => outcomeOf(await world.call(route, { ...given, ...sent })),
    written: () => world.stores.memory.writes() - before,
  };
};

/** 好 in GBK, where JSON would have text. */
const gbk = Buffer.from([0xba, 0xc3]);
const inText = (bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from('{"text":"'), bytes, Buffer.from('"}')]);
/** 好 without its last byte. */
const cut = Buffer.from('好').subarray(0, 2);

const spoiled: readonly [name: string, outcome: string, sent: object][] = [
  ['GBK', '400 not_utf8', { file: inText(gbk) }],
  ['a character cut in half', '400 not_utf8', { file: inText(cut) }],
  ['UTF-16', '400 not_utf8', { file: Buffer.from('\uFEFF{}', 'utf16le') }],
  [
    'GBK that the gateway passes on as text',
    '400 not_utf8',
    { file: inText(gbk), arrivesAs: inText(gbk).toString('utf8') },
  ],
  [
    'a named character set',
    '415 charset_not_taken',
    { raw: '{}', headers: { 'content-type': 'application/json; charset=GB18030' } },
  ],
  [
    'gzip',
    '415 content_encoding_not_taken',
    {
      file: Buffer.from('1f8b', 'hex'),
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    },
  ],
];

/** What the center tells has happened: its door refuses no body, and keeps what it cannot read. */
const refusing = jsonRoutes.filter((route) => route !== 'POST /v1/center/{operation}');

describe.each(refusing)('%s', (route) => {
  it.each(spoiled)('refuses %s: %s', async (_name, outcome, sent) => {
    const { send, written } = await setUp(route);
    expect(await send(sent)).toBe(outcome);
    expect(written()).toBe(0);
  });

  it('reads JSON behind a byte order mark, as text and as bytes', async () => {
    const { example, send } = await setUp(route);
    const text = JSON.stringify(example);
    const plain = await send({ raw: text, nonce: 'a' });
    const marked = await setUp(route);
    expect(await marked.send({ raw: `\uFEFF${text}`, nonce: 'b' })).toBe(plain);
    const bytes = await setUp(route);
    expect(await bytes.send({ file: Buffer.from(`\uFEFF${text}`), nonce: 'c' })).toBe(plain);
  });
});
