import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { shippedIndicatorList } from '../../../shared/domain/rating/indicator-list.ts';
import type { Rulebook, RulesInForce } from '../../../shared/port/policy/rulebook.ts';
import { fakeStores } from '../../fake/stores.ts';
import { addedIndicator, changedIndicators } from '../../support/indicator-list.ts';
import { csvType } from '../case/import-file-sample.ts';
import { saveRegister } from '../oversight/register-sample.ts';
import { answerOf, collect, currentToken, setUp } from '../pad/pad-bench.ts';
import type { Reply } from '../reply.ts';
import type { Given, Key } from '../request.ts';
import { bodyOf, newWorld, outcomeOf, people, worldOver } from '../world.ts';
import type { World } from '../world.ts';

const city = '330600';
const noun = 'indicators';

interface Shown {
  readonly indicators: {
    readonly version: number;
    readonly levels: readonly {
      readonly level: string;
      readonly indicators: readonly { readonly code: string; readonly text: string }[];
    }[];
  };
}

const invited = async (world: World, key: Key): Promise<string> =>
  world.token(key, await world.acceptedCase(key));

const present = async (world: World, token: string, language = 'zh') => {
  const headers = { 'accept-language': language };
  const reply = await world.call('GET /v1/invitations/{token}', { path: { token }, headers });
  const { version, levels } = bodyOf<Shown>(reply).indicators;
  const texts = levels.find(({ level }) => level === 'dissatisfied')?.indicators ?? [];
  return { version, texts: Object.fromEntries(texts.map(({ code, text }) => [code, text])) };
};

const rate = (world: World, token: string, tags: readonly string[]): Promise<Reply> =>
  world.call('POST /v1/ratings', { body: { token, level: 'dissatisfied', tags } });

const change = (world: World) => saveRegister(world, noun, changedIndicators, city);

const onFile = (more: Given = {}): Given => ({
  as: people.admin,
  path: { noun },
  query: { area: city },
  ...more,
});

describe('the indicators of the city', () => {
  it('are put in force by two persons with a file, and nothing of the past is lost', async () => {
    const world = newWorld();
    const key = await world.integrator();
    const [early, opened, late] = [
      await invited(world, key),
      await invited(world, key),
      await invited(world, key),
    ];
    expect(await present(world, early)).toMatchObject({
      version: 2,
      texts: { 214: '服务态度生硬' },
    });
    const { receipt } = bodyOf<{ receipt: string }>(await rate(world, early, ['214']));

    const csv = String((await world.call('GET /v1/register/{noun}/file.csv', onFile())).body);
    const line = '214,服务态度生硬,Curt service attitude,服务态度,扩展指标,';
    expect(csv).toContain(`\r\n${line}\r\n`);
    const edited = `${csv.replace(line, `${line}是`)}215,${addedIndicator.name},${addedIndicator.english},排队,扩展,\r\n`;
    const upload = { headers: { 'content-type': csvType }, file: Buffer.from(edited) };
    const saved = await world.byTwo('PUT /v1/register/{noun}/file', onFile(upload));
    expect(saved).toMatchObject({ version: 1, count: 73 });

    const shown = await present(world, opened);
    expect(shown.version).toBe(3);
    expect(shown.texts).toMatchObject({ 213: '窗口人员业务不熟练', 215: addedIndicator.name });
    expect(Object.keys(shown.texts)).not.toContain('214');
    expect((await present(world, opened, 'en')).texts[215]).toBe(addedIndicator.english);
    expect(outcomeOf(await rate(world, opened, ['215']))).toBe('201');
    expect(outcomeOf(await rate(world, late, ['214']))).toBe('422 retired_indicator');
    expect(outcomeOf(await rate(world, early, ['214']))).toBe('200');

    const followed = await world.call('GET /v1/receipts/{receipt}', { path: { receipt } });
    const tags = [{ code: '214', text: '服务态度生硬' }];
    expect(followed.body).toMatchObject({ rating: { tags } });
    const id = receipt.slice(0, receipt.lastIndexOf('-'));
    const ticket = { as: people.handler, path: { id } };
    expect((await world.call('GET /v1/tickets/{id}', ticket)).body).toMatchObject({ tags });
  });

  it('are known to a function that has not read them yet', async () => {
    const stores = fakeStores();
    let stale: RulesInForce | undefined;
    const rulebookBy = (): Rulebook => {
      const book = stores.rulebookBy(() => world.clock.now());
      return { ...book, now: async () => (stale ??= await book.now()) };
    };
    const world = worldOver({ ...stores, rulebookBy });
    const key = await world.integrator();
    const tokens = [await invited(world, key), await invited(world, key)];
    await present(world, tokens[0] ?? '');
    await change(world);
    expect((await present(world, tokens[0] ?? '')).version).toBe(2);
    expect(outcomeOf(await rate(world, tokens[0] ?? '', ['215']))).toBe('201');
    expect(outcomeOf(await rate(world, tokens[1] ?? '', ['216']))).toBe('422 unknown_indicator');
  });

  it('accept from a pad what was retired while it was offline', async () => {
    const { world, pad, integrator } = await setUp();
    await world.acceptedCase(integrator);
    const token = await currentToken(world, pad);
    await change(world);
    const pressed = { token, level: 'dissatisfied', tags: ['214'] };
    const answer = answerOf(await collect(world, pad, { sequence: 1, ...pressed }));
    expect([answer.stored.length, answer.refused]).toEqual([1, []]);
    await world.acceptedCase(integrator);
    const current = await world.call('GET /v1/pads/me/current', { by: pad });
    const { indicators } = bodyOf<{ indicators: Record<'zh' | 'en', { version: number }> }>(
      current,
    );
    expect([indicators.zh.version, indicators.en.version]).toEqual([3, 3]);
    const unknown = { ...pressed, token: await currentToken(world, pad), tags: ['216'] };
    const second = answerOf(await collect(world, pad, { sequence: 2, ...unknown }));
    expect(second.refused).toMatchObject([{ sequence: 2, code: 'unknown_indicator' }]);
  });

  it('do not stop an entry that was made before, nor an older form', async () => {
    const world = newWorld();
    const key = await world.integrator();
    const enter = async (channel: string, by: 'operator' | 'clerk', record: string) =>
      world.call('POST /v1/entries', {
        as: people[by],
        body: {
          projectNo: await world.acceptedCase(key),
          serviceNumber: 1,
          level: 'dissatisfied',
          tags: ['214'],
          contactConsent: false,
          channel,
          record,
        },
      });
    const confirm = async (as: 'secondOperator' | 'secondClerk', entered: Reply) =>
      world.call('POST /v1/entries/{id}/confirm', {
        as: people[as],
        path: { id: bodyOf<{ id: string }>(entered).id },
        body: {},
      });
    const early = await enter('hotline', 'operator', '12345-20261120-0001');
    await change(world);
    expect(outcomeOf(await confirm('secondOperator', early))).toBe('201');
    const form = await enter('paper', 'clerk', '表-0001');
    expect(outcomeOf(await confirm('secondClerk', form))).toBe('201');
    const late = await enter('hotline', 'operator', '12345-20261120-0002');
    expect(outcomeOf(late)).toBe('422 retired_indicator');
  });
});

const put = (world: World, entries: readonly object[], area = city): Promise<Reply> =>
  world.call('PUT /v1/register/{noun}', onFile({ query: { area }, body: { entries } }));

const replaceEntry = (code: string, more: object) =>
  shippedIndicatorList.map((entry) => (entry.code === code ? { ...entry, ...more } : entry));

describe('the list of indicators', () => {
  it('is shown and downloaded as shipped while the city has none, and is the same list', async () => {
    const world = newWorld();
    const shown = await world.call('GET /v1/register/{noun}', onFile());
    expect(shown.body).toMatchObject({ version: 0, entries: shippedIndicatorList });
    expect(outcomeOf(await put(world, shippedIndicatorList))).toBe('200');
    for (const form of ['csv', 'xlsx'] as const) {
      const { body, headers } = await world.call(`GET /v1/register/{noun}/file.${form}`, onFile());
      const file = typeof body === 'string' ? Buffer.from(body) : (body as Buffer);
      const sent = { headers: { 'content-type': headers['content-type'] ?? '' }, file };
      const again = await world.call('PUT /v1/register/{noun}/file', onFile(sent));
      expect([outcomeOf(again), again.body]).toMatchObject(['200', { changed: false, version: 0 }]);
    }
    expect(world.stores.memory.writes()).toBe(0);
  });

  it.each([
    ['a code that is none', { code: '615' }, '/entries/72/code wrong_format'],
    ['no group', { group: undefined }, '/entries/72/group missing'],
    ['no English text', { english: undefined }, '/entries/72/english missing'],
    ['no set, although it is in force', { set: undefined }, '/entries/72/set set_missing'],
    ['a set that is none', { set: 'more' }, '/entries/72/set not_allowed'],
    ['a code that exists', { code: '213' }, '/entries/72/code named_twice'],
    ['windows', { windows: ['A1'] }, '/entries/72/windows not_expected'],
  ])('refuses an entry with %s', async (_name, more, error) => {
    const world = newWorld();
    const reply = await put(world, [...shippedIndicatorList, { ...addedIndicator, ...more }]);
    expect(outcomeOf(reply)).toBe('400 invalid_input');
    const { errors } = bodyOf<{ errors: { path: string; problem: string }[] }>(reply);
    expect(errors.map(({ path, problem }) => `${path} ${problem}`)).toEqual([error]);
    expect(world.stores.memory.writes()).toBe(0);
  });

  it('says by line and column which texts it cannot change, and what it lacks', async () => {
    const world = newWorld();
    const { body } = await world.call('GET /v1/register/{noun}/file.csv', onFile());
    const send = (text: string) =>
      world.call(
        'PUT /v1/register/{noun}/file',
        onFile({ headers: { 'content-type': csvType }, file: Buffer.from(text) }),
      );
    const reworded = await send(String(body).replace('服务态度生硬', '态度生硬'));
    const line =
      String(body)
        .split('\r\n')
        .findIndex((one) => one.startsWith('214,')) + 1;
    expect(reworded.body).toMatchObject({
      code: 'invalid_input',
      errors: [
        { path: expect.stringMatching(/name$/), problem: 'text_in_force', line, column: '名称' },
      ],
    });
    const moved = shippedIndicatorList.map((entry) =>
      entry.code === '214' ? { ...entry, group: 'other' } : entry,
    );
    const regrouped = await world.call('PUT /v1/register/{noun}', {
      as: people.admin,
      path: { noun: 'indicators' },
      query: { area: '330600' },
      body: { entries: moved },
    });
    expect(regrouped.body).toMatchObject({
      errors: [{ path: expect.stringMatching(/group$/), problem: 'group_in_force' }],
    });
    const shorter = await send(String(body).replace(/^(?:101|214),.*\r\n/gm, ''));
    expect(outcomeOf(shorter)).toBe('422 indicators_missing');
    expect(bodyOf<{ detail: string }>(shorter).detail).toContain('101, 214');
  });

  it('keeps a base indicator at each level, and every code of each earlier version', async () => {
    const world = newWorld();
    const bare = shippedIndicatorList.map((entry) =>
      ['207', '208', '209'].includes(entry.code) ? { ...entry, set: 'expanded' } : entry,
    );
    const refused = await put(world, bare);
    expect(outcomeOf(refused)).toBe('422 base_indicator_missing');
    expect(bodyOf<{ detail: string }>(refused).detail).toContain('(dissatisfied)');
    await change(world);
    expect(outcomeOf(await put(world, shippedIndicatorList))).toBe('422 indicators_missing');
    const english = changedIndicators.map((entry) => ({ ...entry, english: 'x' }));
    expect(outcomeOf(await put(world, english))).toBe('202');
  });

  it('compares the version that was seen before it names what is missing', async () => {
    const world = newWorld();
    await change(world);
    const body = { expectedVersion: 0, entries: shippedIndicatorList };
    const late = await world.call('PUT /v1/register/{noun}', onFile({ body }));
    expect(outcomeOf(late)).toBe('409 register_changed');
  });

  it('is one for the whole city, and its administrators’', async () => {
    const world = newWorld();
    const county = { id: 'u-county', roles: ['system_admin'], area: '330602' } as const;
    const get = 'GET /v1/register/{noun}';
    const outcomes = [
      await put(world, replaceEntry('214', { retired: true }), '330602'),
      await world.call(get, onFile({ query: { area: '330602' } })),
      await world.call(get, { as: county, path: { noun } }),
      await world.call(get, { as: county, path: { noun }, query: { area: city } }),
    ].map(outcomeOf);
    expect(outcomes).toEqual([
      '422 register_of_city',
      '422 register_of_city',
      '422 register_of_city',
      '404 out_of_scope',
    ]);
  });
});
