import '../../support/silent-logs.ts';
import { expect, it } from 'vitest';

import { newExchange } from './exchange-bench.ts';

it('a record that misses the organisation code is sent once a later header has it', async () => {
  const bench = newExchange({ orgCode: async () => undefined });
  const projectNo = await bench.rated('satisfied', '');
  await bench.works.send(projectNo);
  expect((await bench.fileOf(projectNo)).outbox).toMatchObject({ state: 'stuck' });
  await bench.complete(projectNo, '001008006007014');
  await bench.works.send(projectNo);
  const { records, outbox } = await bench.fileOf(projectNo);
  expect(outbox).toBeUndefined();
  expect(records.map(({ state }) => state)).toEqual(['accepted', 'accepted']);
});
