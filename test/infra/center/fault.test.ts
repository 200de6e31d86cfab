import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { centerGatewayPath } from '../../../infra/local/system/center/center.ts';
import { signedHeaders } from '../../../shared/http/signature.ts';
import { monday, startCenter } from './center-instance.ts';
import type { CenterInstance } from './center-instance.ts';
import { caseRecords, paths } from './center-records.ts';

let center: CenterInstance;
beforeEach(async () => {
  center = await startCenter();
});
afterEach(() => center.remove());

const counts = async () => (await center.view<{ counts: Record<string, number> }>()).counts;

const send = async (body: object): Promise<Response> => {
  const path = centerGatewayPath + paths.service;
  const headers = signedHeaders(
    { method: 'POST', path, at: new Date(monday) },
    await center.access(),
  );
  return center.post(paths.service, { headers, body: JSON.stringify(body) });
};

const service = () => caseRecords().service();

describe('a center with faults', () => {
  it('is down until it is up again, and takes nothing meanwhile', async () => {
    center.faults.center = { down: true };
    for (let call = 0; call < 3; call += 1)
      await expect(send(service())).rejects.toThrow('fetch failed');
    expect(await counts()).toMatchObject({ service: 0 });
    delete center.faults.center;
    expect(await center.outcome(paths.service, service())).toBe('0000');
  });

  it('loses the answer after it has done its work, as often as asked', async () => {
    center.faults.center = { timeoutAfterCommit: 2 };
    const record = service();
    await expect(send(record)).rejects.toThrow('fetch failed');
    await expect(send(service())).rejects.toThrow('fetch failed');
    expect(await counts()).toMatchObject({ service: 2 });
    expect(await center.outcome(paths.service, record)).toContain('0001');
    expect(center.faults.center).toEqual({});
  });

  it('refuses with a code and does nothing', async () => {
    center.faults.center = { refuse: { code: '1007', times: 2 } };
    const record = service();
    expect(await center.outcome(paths.service, record)).toBe('1007 区划或部门不存在');
    expect(await center.outcome(paths.service, record)).toContain('1007');
    expect(await counts()).toMatchObject({ service: 0 });
    expect(await center.outcome(paths.service, record)).toBe('0000');
    center.faults.center = { refuse: { code: '9999', times: 1 } };
    expect(await center.tell(paths.service, service())).toMatchObject({
      success: false,
      code: '9999',
    });
  });

  it('calls a first one a repeat, though it has taken it', async () => {
    center.faults.center = { duplicateAnswer: 1 };
    const said = await center.tell(paths.service, service());
    expect(said).toMatchObject({ success: false, code: '0001' });
    expect(said.data?.['receiptNo']).toMatch(/^ZJ/);
    expect(await counts()).toMatchObject({ service: 1 });
    expect(await center.outcome(paths.service, service())).toBe('0000');
  });

  it('does not call a refusal a repeat', async () => {
    center.faults.center = { duplicateAnswer: 1 };
    expect(await center.outcome(paths.finish, caseRecords().finish())).toContain('1001');
    expect(center.faults.center).toEqual({ duplicateAnswer: 1 });
  });

  it('answers a page of somebody else’s, or 500, and does nothing', async () => {
    center.faults.center = { garbage: 1, status500: 1 };
    const broken = await send(service());
    expect(broken.status).toBe(500);
    const garbage = await send(service());
    expect(garbage.status).toBe(200);
    expect(await garbage.text()).toContain('<html>');
    expect(await counts()).toMatchObject({ service: 0 });
    expect(await center.outcome(paths.service, service())).toBe('0000');
  });

  it('is as slow as asked, and right all the same', async () => {
    center.faults.center = { slowMs: 20 };
    expect(await center.outcome(paths.service, service())).toBe('0000');
    expect(await counts()).toMatchObject({ service: 1 });
  });

  it('shows what is left of its faults', async () => {
    center.faults.center = { garbage: 3 };
    await send(service());
    expect(await center.view<{ faults: object }>()).toMatchObject({ faults: { garbage: 2 } });
  });
});
