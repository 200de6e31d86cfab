import { describe, expect, it } from 'vitest';

import { loopClient } from '../../../infra/local/client/loop-client.ts';
import type { Call, Reply } from '../../../infra/local/client/loop-client.ts';
import { ExpectationFailed } from '../../../infra/local/scenario/player/expectation.ts';
import { openPlayer } from '../../../infra/local/scenario/player/player.ts';

const key = { accessKey: 'AKplayer', secret: 'secret' };
const receipt = { receipt: 'R-1', repeated: false };

const tokenOf = async (account: string) => `token-of-${account}`;

/** A player whose service gives these answers, and the calls that it received. */
const createPlayer = (...answers: readonly (readonly [status: number, body: unknown])[]) => {
  const calls: Call[] = [];
  const rest = answers.values();
  const send = async <Body>(call: Call): Promise<Reply<Body>> => {
    calls.push(call);
    const [status, body] = rest.next().value ?? [500, {}];
    return { status, headers: new Headers(), body: body as Body };
  };
  const client = { ...loopClient('http://127.0.0.1:9'), send };

  return { calls, player: openPlayer({ client, tokenOf, key }) };
};

describe('a step', () => {
  it('is signed by the key of the player where its route is of integrators', async () => {
    const { player } = createPlayer();
    const { headers } = await player.prepare('reportEvents', { body: { events: [] } });
    expect(headers).toMatchObject({ 'x-bg-hmac-access-key': 'AKplayer' });
    const other = await player.prepare('reportEvents', { by: { ...key, accessKey: 'AKother' } });
    expect(other.headers).toMatchObject({ 'x-bg-hmac-access-key': 'AKother' });
  });

  it('has the token of an account, and of a resident no credentials', async () => {
    const { player } = createPlayer();
    const read = await player.prepare('readTicket', { by: 'auditor', at: { id: 'T/1' } });
    expect(read).toEqual({
      method: 'GET',
      path: '/v1/tickets/T%2F1',
      headers: { authorization: 'Bearer token-of-auditor' },
    });
    expect(await player.prepare('rate', { body: { level: 'satisfied' } })).toEqual({
      method: 'POST',
      path: '/v1/ratings',
      body: '{"level":"satisfied"}',
    });
  });

  it('is not prepared without the parameters of its path', async () => {
    await expect(createPlayer().player.prepare('readTicket', {})).rejects.toThrow(RangeError);
  });

  it('distinguishes the first answer, the answer to a repeat, and either', async () => {
    const first = [201, receipt] as const;
    const again = [200, { ...receipt, repeated: true }] as const;
    const attempt = (of: 'ensure' | 'play' | 'repeat', answer: typeof again | typeof first) =>
      createPlayer(answer).player[of]('rate', { about: 'the rating' });
    expect(await attempt('play', first)).toEqual(receipt);
    expect(await attempt('repeat', again)).toMatchObject({ repeated: true });
    expect(await attempt('ensure', again)).toMatchObject({ repeated: true });
    await expect(attempt('play', again)).rejects.toThrow(ExpectationFailed);
    await expect(attempt('repeat', first)).rejects.toThrow(
      'the rating, POST /v1/ratings: expected an answer 200 — came: 201',
    );
    await expect(attempt('ensure', [201, {}] as never)).rejects.toThrow('fits the contract');
  });

  it('expects a refusal by status and code', async () => {
    const refused = [409, { code: 'already_rated' }] as const;
    const used = createPlayer(refused).player.expectRefusal('rate', {}, '409 already_rated');
    await expect(used).resolves.toMatchObject({ code: 'already_rated' });
    const other = createPlayer(refused).player.expectRefusal('rate', {}, '422 already_rated');
    await expect(other).rejects.toThrow(ExpectationFailed);
  });
});

describe('a list', () => {
  it('is read page by page until there is no cursor', async () => {
    const { player, calls } = createPlayer(
      [200, { pads: [], cursor: 'a b' }],
      [200, { pads: [], cursor: null }],
    );
    const pages = await player.readPages('listPads', { by: 'auditor', query: { hall: 'H' } });
    expect(pages).toHaveLength(2);
    expect(calls.map(({ path }) => path)).toEqual([
      '/v1/pads?limit=100&hall=H',
      '/v1/pads?limit=100&hall=H&cursor=a+b',
    ]);
  });
});
