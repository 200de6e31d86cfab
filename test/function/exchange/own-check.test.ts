import '../../support/silent-logs.ts';
import { beforeEach, describe, expect, it } from 'vitest';

import { outcomeOf, people } from '../world.ts';
import { newExchange } from './exchange-bench.ts';

const minute = 60_000;

let registered: string | undefined;
let bench: ReturnType<typeof newExchange>;
let projectNo: string;

beforeEach(() => {
  registered = '001008006007015';
  bench = newExchange({ orgCode: async () => registered });
});

const ask = (record: string) =>
  bench.world.call('POST /v1/reports/outbox/{projectNo}/resend', {
    as: people.supervisor,
    path: { projectNo },
    body: { record, reason: '重报，经核对属实' },
  });

const service = async () =>
  (await bench.fileOf(projectNo)).records.find(({ ref }) => ref.kind === 'service');

/** The center holds its first revision; the second misses the code of the department. */
const stopped = async (): Promise<void> => {
  projectNo = await bench.rated('satisfied', '');
  await bench.works.send(projectNo);
  registered = undefined;
  await ask('service-01');
  await bench.works.resume();
};

describe('a record that the center holds and our own check stops afterwards', () => {
  it('waits for the missing field, while the center keeps what it has', async () => {
    await stopped();
    expect(await service()).toMatchObject({
      state: 'rejected',
      revision: 1,
      receipt: { by: 'own_check', code: 'field_missing', message: 'proDepartCode' },
    });
    registered = '001008006007015';
    await bench.works.send(projectNo);
    expect(await service()).toMatchObject({ state: 'accepted', revision: 2 });
    expect((await bench.fileOf(projectNo)).outbox).toBeUndefined();
  });

  it('is sent again until the center answers, and nobody changes it until then', async () => {
    await stopped();
    registered = '001008006007015';
    bench.silence(1);
    await bench.works.send(projectNo);
    expect((await bench.fileOf(projectNo)).outbox).toMatchObject({
      state: 'pending',
      rejected: [],
    });
    expect(outcomeOf(await ask('service-01'))).toBe('409 report_pending');
    bench.world.clock.advance(5 * minute);
    expect(await bench.works.resume()).toEqual([projectNo]);
    expect(bench.works.taken()).toEqual(['service 1', 'rating 1/1', 'service 1']);
    expect(await service()).toMatchObject({ state: 'accepted', revision: 2 });
  });
});
