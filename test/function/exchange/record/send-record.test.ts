import { createHmac } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { sendRecord } from '../../../../functions/exchange/record/send-record.ts';
import { projectNo } from '../../../domain/exchange/record/sample-source.ts';
import { fakeStores } from '../../../fake/stores.ts';
import { rejected, strictCenter } from '../../../fake/strict-center.ts';
import { fridayMorning } from '../../world.ts';
import { dossierOf, keys, nobody, recordOf } from './dossier-bench.ts';

const ref = { kind: 'service', serviceNumber: 1 } as const;
const wanted = { ref, after: [] };

const newSending = () => {
  const stores = fakeStores();
  const deps = { ...nobody, now: () => fridayMorning, reports: stores.reports };
  return { gateway: strictCenter(), deps, stored: () => stores.reports.file(projectNo) };
};

describe('a record that is sent', () => {
  it('is stored with its receipt and a keyed digest of its body', async () => {
    const { gateway, deps, stored } = newSending();
    const record = await sendRecord(
      wanted,
      { file: await dossierOf(), records: [], gateway },
      deps,
    );
    const [call] = gateway.calls;
    const digest = createHmac('sha256', await keys.key('fingerprint'))
      .update(JSON.stringify(call?.body))
      .digest('base64url');
    expect(record).toMatchObject({
      projectNo,
      ref,
      state: 'accepted',
      receipt: { by: 'center', receiptNo: 'R1', at: fridayMorning },
      digest,
    });
    expect((await stored()).records).toEqual([record]);
  });

  it('goes on from what is known of it, and not of another', async () => {
    const { gateway, deps } = newSending();
    const other = recordOf({ kind: 'service', serviceNumber: 2 }, { revision: 5 });
    const records = [other, recordOf(ref, { revision: 1 })];
    gateway.refuse = () => rejected('1007', '区划或部门不存在');
    const file = await dossierOf();
    const known = { file, records, gateway };
    expect(
      await sendRecord(wanted, known, {
        ...deps,
        reports: { ...deps.reports, save: async () => 'saved' },
      }),
    ).toMatchObject({
      state: 'rejected',
      revision: 1,
      receipt: { code: '1007', message: '区划或部门不存在' },
    });
    expect(gateway.calls[0]?.body).toMatchObject({ revision: 2 });
  });

  it('is not sent when our own check stops it, which is written once', async () => {
    const { gateway, deps, stored } = newSending();
    const file = await dossierOf(undefined, { area: '999999' });
    const record = await sendRecord(wanted, { file, records: [], gateway }, deps);
    expect(gateway.calls).toEqual([]);
    expect(record).toMatchObject({
      state: 'rejected',
      attempts: 0,
      receipt: {
        by: 'own_check',
        outcome: 'rejected',
        code: 'field_missing',
        message: 'areaName',
        at: fridayMorning,
      },
    });
    expect(record.digest).toBeUndefined();
    expect(await sendRecord(wanted, { file, records: [record], gateway }, deps)).toBe(record);
    expect((await stored()).records).toEqual([record]);
  });

  it('is decided again when another writer changed it meanwhile', async () => {
    const { gateway, deps } = newSending();
    const sending = { file: await dossierOf(), records: [], gateway };
    await sendRecord(wanted, sending, deps);
    await expect(sendRecord(wanted, sending, deps)).rejects.toThrow('another writer');
  });
});
