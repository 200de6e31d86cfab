/** JSON that gives a member twice is refused by name where it can be sent again, and else kept. */
import { describe, expect, it } from 'vitest';

import type { CaseImportAnswer } from '../../../events/case/import.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { ndjsonType, openImport } from '../case/import-file-sample.ts';
import { answerOf, good, setUp } from '../pad/pad-bench.ts';
import type { Reply } from '../reply.ts';
import { bodyOf, fridayMorning, newWorld, outcomeOf, people } from '../world.ts';
import { jsonCall, jsonRoutes } from './json-call.ts';

const errorsOf = (reply: Reply) =>
  bodyOf<{ errors?: { path: string; problem: string }[] }>(reply).errors?.map(
    ({ path, problem }) => `${path} ${problem}`,
  );

const refusing = jsonRoutes.filter((route) => route !== 'POST /v1/center/{operation}');

describe.each(refusing)('%s', (route) => {
  it('refuses a member that stands twice, by its path', async () => {
    const world = newWorld();
    const { given, example } = await jsonCall(route, world);
    const [name = ''] = Object.keys(example as object);
    const first = JSON.stringify(name);
    const raw = JSON.stringify(example).replace('{', `{${first}:{"a":1,"b":[{"c":1,"c":2}]},`);
    const before = world.stores.memory.writes();
    const reply = await world.call(route, { ...given, raw });
    expect(outcomeOf(reply)).toBe('400 invalid_input');
    expect(errorsOf(reply)).toEqual([`/${name}/b/0/c member_twice`, `/${name} member_twice`]);
    expect(world.stores.memory.writes()).toBe(before);
  });
});

it('refuses one line of a file', async () => {
  const { send } = await openImport();
  const line = JSON.stringify({ type: 'step', projectNo: nextProjectNo() });
  const reply = await send(`${line.replace('{', '{"type":"accepted",')}\n`, ndjsonType);
  expect(bodyOf<CaseImportAnswer>(reply).lines).toMatchObject([
    { line: 1, problem: { code: 'invalid_input', errors: [{ problem: 'member_twice' }] } },
  ]);
});

it('refuses one event of a batch, and says what is wrong in words', async () => {
  const world = newWorld();
  const by = await world.integrator();
  const [twice, whole] = [nextProjectNo(), nextProjectNo()].map((projectNo) =>
    acceptedEvent({ projectNo, at: fridayMorning }),
  );
  const raw = JSON.stringify({ events: [twice, whole] })
    .replace('"type":"accepted"', '"type":"accepted","type":"step"')
    .replace('"name":"食品经营许可"', '"name":"食品经营许可","name":"其他"');
  const reply = await world.call('POST /v1/cases', { by, raw });
  const detail = expect.stringContaining('出现多次');
  expect(bodyOf(reply)).toMatchObject({
    stored: 1,
    refused: 1,
    items: [
      {
        outcome: 'refused',
        problem: {
          code: 'invalid_input',
          errors: [
            { path: '/type', problem: 'member_twice', detail },
            { path: '/header/matter/name', problem: 'member_twice', detail },
          ],
        },
      },
      { outcome: 'stored' },
    ],
  });
  expect(await world.stores.cases.find(twice?.projectNo ?? '')).toBeUndefined();
});

describe('a rating of a pad in which a member stands twice', () => {
  it('is kept with both, and holds up no other of its batch', async () => {
    const { world, pad, nextToken } = await setUp();
    const [a, b] = [await nextToken(), await nextToken()];
    const ratings = [
      { sequence: 1, token: a, ...good },
      { sequence: 2, token: b, ...good },
    ];
    const raw = JSON.stringify({ ratings }).replace('{"sequence":1', '{"sequence":1,"level":"bad"');
    const answer = answerOf(await world.call('POST /v1/pads/me/ratings', { by: pad, raw }));
    expect(answer.stored).toMatchObject([{ sequence: 2 }]);
    expect(answer.refused).toMatchObject([{ sequence: 1, code: 'member_twice' }]);
    expect(answer.highest).toBe(2);
    const [kept] = [...world.stores.pads.refused.values()];
    const text = await world.stores.keys.decrypt(
      kept?.sealed ?? '',
      `pad/${pad.accessKey}/refused`,
    );
    expect(JSON.parse(text)).toMatchObject({ 'level (#1)': 'bad', 'level (#2)': good.level });
    const taken = await world.call('POST /v1/pads/{padId}/take-up', {
      as: people.admin,
      path: { padId: pad.accessKey },
      body: { sequence: 1, mark: kept?.mark, reason: '核对，经核对属实' },
    });
    expect(outcomeOf(taken)).toBe('422 refused_unreadable');
  });
});
