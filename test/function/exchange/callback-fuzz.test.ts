/**
 * Whatever the center sends with a valid signature is stored or listed, never refused and never
 * changed unnoticed. The seed of a failure is in its message.
 */
import '../../support/silent-logs.ts';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import type { CenterCallbackAnswer } from '../../../events/exchange/callback.ts';
import { zhejiang } from '../../../shared/domain/exchange/record/zhejiang.table.ts';
import type { Rating } from '../../../shared/domain/rating/rating.ts';
import { isThere } from '../../../shared/domain/text/sent-value.ts';
import { gb18030 } from '../case/import-file-sample.ts';
import { bodyOf, people } from '../world.ts';
import { evaluationItem, newCenterWorld } from './center-world.ts';
import type { CenterWorld } from './center-world.ts';

const operation = fc.constantFrom('evaluation.sync', 'operation.sync', 'append.sync');

/** The names that mean something, so that random bodies reach every reader. */
const memberName = fc.constantFrom(
  'targetId',
  'features',
  'serviceNumber',
  'evaluationItemModel',
  'caseModelList',
  'id',
  '__proto__',
);

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 0, 1, 7, 8, 2.5, 1e300, -0, '', ' ', '7', '０'),
  fc.bigInt({ min: 0n, max: 2n ** 80n }).map(String),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom('\uD83D', '\u0000', 'x'.repeat(3_000), '2026-11-20 09:30:30', 1_763_602_230_000),
  fc.jsonValue({ maxDepth: 2 }),
);

const oddItem = fc.record(
  {
    id: odd,
    assessTime: odd,
    channel: fc.oneof(fc.constantFrom(1, 2, '3', 7, 8), odd),
    number: fc.oneof(fc.constantFrom(1, 2), odd),
    type: odd,
    rateText: odd,
    evaluationLevelModelList: fc.oneof(
      fc.array(fc.record({ level: fc.oneof(fc.constantFrom(1, 2, '5', 6), odd) }), {
        maxLength: 2,
      }),
      odd,
    ),
    evaluationTagItemModelList: fc.oneof(
      fc.array(fc.record({ tagCode: fc.oneof(fc.constantFrom(209, '101', 510), odd) }), {
        maxLength: 40,
      }),
      odd,
    ),
  },
  { requiredKeys: [] },
);

const oddOrder = fc.record(
  {
    code: odd,
    caseWorkflowModelList: fc.oneof(
      fc.array(
        fc.record(
          {
            dealInfo: odd,
            dealTime: fc.oneof(fc.constant('2026-11-20 10:00:00'), odd),
            dealerId: odd,
            status: odd,
          },
          { requiredKeys: [] },
        ),
        { maxLength: 4 },
      ),
      odd,
    ),
  },
  { requiredKeys: [] },
);

const bodyFor = (projectNo: string): fc.Arbitrary<unknown> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record(
        {
          targetId: fc.oneof({ weight: 5, arbitrary: fc.constant<unknown>(projectNo) }, odd),
          features: fc.oneof(fc.constant(null), fc.record({ serviceNumber: odd }), odd),
          evaluationItemModel: fc.oneof({ weight: 5, arbitrary: oddItem }, odd),
          caseModelList: fc.oneof(fc.array(oddOrder, { maxLength: 2 }), odd),
        },
        { requiredKeys: ['targetId'] },
      ),
    },
    { weight: 1, arbitrary: fc.dictionary(memberName, odd) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );

const isListed = async ({ world }: CenterWorld, id: string): Promise<boolean> => {
  const as = { ...people.supervisor, area: '330600' };
  const shown = await world.call('GET /v1/center/callbacks/{id}', { as, path: { id } });
  return shown.status === 200;
};

it('every body of JSON is stored or listed, and a repeat adds nothing', async () => {
  const given = await newCenterWorld();
  const { world, system } = given;
  await fc.assert(
    fc.asyncProperty(
      operation,
      fc.boolean(),
      bodyFor('case').map((body) => JSON.stringify(body)),
      async (which, isRated, template) => {
        const projectNo = await world.acceptedCase(system);
        const first = { targetId: projectNo, evaluationItemModel: evaluationItem() };
        if (isRated) await given.call('evaluation.sync', first);
        const raw = template.replaceAll('"case"', `"${projectNo}"`);
        const reply = await given.callRaw(which, raw);
        expect(reply.status).toBe(200);
        const { stored, repeated, kept } = bodyOf<CenterCallbackAnswer>(reply);
        expect(stored > 0 || repeated || kept !== undefined).toBe(true);
        expect(kept === undefined || (await isListed(given, kept.id))).toBe(true);
        const again = await given.callRaw(which, raw);
        expect(bodyOf<CenterCallbackAnswer>(again)).toMatchObject({ stored: 0 });
      },
    ),
    { numRuns: 150 },
  );
});

it('any bytes are listed', async () => {
  const given = await newCenterWorld();
  await fc.assert(
    fc.asyncProperty(operation, fc.uint8Array({ maxLength: 200 }), async (which, bytes) => {
      const reply = await given.callRaw(which, bytes);
      expect(reply.status).toBe(200);
      const { kept } = bodyOf<CenterCallbackAnswer>(reply);
      expect(kept !== undefined && (await isListed(given, kept.id))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

const wordsOf = async ({ world: { stores } }: CenterWorld, rating: Rating) =>
  rating.sealedText === undefined
    ? undefined
    : stores.keys.decrypt(rating.sealedText, `rating/${rating.projectNo}/${rating.serviceNumber}`);

it('a readable level is stored with what came, and a bad one has its ticket', async () => {
  const given = await newCenterWorld();
  const { world, system } = given;
  await fc.assert(
    fc.asyncProperty(oddItem, fc.constantFrom(1, 2, 3, 4, 5), async (item, level) => {
      const projectNo = await world.acceptedCase(system);
      const sent = { ...item, evaluationLevelModelList: [{ level }] };
      const reply = await given.call('evaluation.sync', {
        targetId: projectNo,
        evaluationItemModel: sent,
      });
      const isSaid = isThere(item.rateText);
      const isDefault = [7, '7'].includes(item.channel as number) && level > 2 && !isSaid;
      const key = { projectNo, serviceNumber: 1, assessNumber: 1 } as const;
      const rating = await world.stores.ratings.find(key);
      const { stored, kept } = bodyOf<CenterCallbackAnswer>(reply);
      // An id that an earlier run sent with other content is for a person.
      if (kept?.reason === 'callback_differs') return;
      expect(stored).toBe(1);
      expect(rating === undefined).toBe(isDefault);
      if (rating === undefined) return;
      expect(rating.level).toBe(zhejiang.level.nameOf(String(level)));
      const ticket = await world.stores.tickets.find(`${projectNo}-1`);
      expect(ticket !== undefined).toBe(level <= 2);
      const words = await wordsOf(given, rating);
      const came = typeof item.rateText === 'string' ? item.rateText.trim() : undefined;
      const isMarked = rating.doubts?.some(({ code }) => code.startsWith('words_')) ?? false;
      expect(came === undefined || isMarked ? came : (words ?? '')).toBe(came);
    }),
    { numRuns: 150 },
  );
});

/** As JSON by another system may be encoded, whole or with a byte missing. */
const anyEncoded = fc
  .tuple(fc.constantFrom('utf-8', 'bom', 'utf-16', 'gb18030'), fc.boolean(), fc.nat())
  .map(([encoding, isCut, at]) => (text: string): Buffer => {
    const whole =
      encoding === 'utf-16'
        ? Buffer.from(`\uFEFF${text}`, 'utf16le')
        : encoding === 'gb18030'
          ? gb18030(text)
          : Buffer.from(encoding === 'bom' ? `\uFEFF${text}` : text);
    const high = [...whole.entries()].flatMap(([place, byte]) => (byte >= 0x80 ? [place] : []));
    const cut = high[at % high.length] ?? 0;
    return isCut ? Buffer.concat([whole.subarray(0, cut), whole.subarray(cut + 1)]) : whole;
  });

it('in any encoding the words are stored as they were meant, or all of it is kept', async () => {
  const given = await newCenterWorld();
  const { world, system } = given;
  const words = fc.array(fc.constantFrom('态度', '不好', '，', 'a', '1'), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(anyEncoded, words, async (encode, parts) => {
      const rateText = `等${parts.join('')}`;
      const projectNo = await world.acceptedCase(system);
      const item = { ...evaluationItem(), id: projectNo, rateText };
      const text = JSON.stringify({ targetId: projectNo, evaluationItemModel: item });
      const reply = await given.callRaw('evaluation.sync', encode(text));
      const { stored, kept } = bodyOf<CenterCallbackAnswer>(reply);
      const key = { projectNo, serviceNumber: 1, assessNumber: 1 } as const;
      const rating = await world.stores.ratings.find(key);
      expect([stored, rating && (await wordsOf(given, rating))]).toEqual(
        kept === undefined ? [1, rateText] : [0, undefined],
      );
      expect(kept === undefined || (await isListed(given, kept.id))).toBe(true);
    }),
    { numRuns: 80 },
  );
});
