import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { BatchWriteItemCommand, DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Caller } from '../../infra/local/client/loop-client.ts';
import { confirmProposed } from '../../infra/local/client/two-persons.ts';
import { badWords, callsOf } from '../support/calls.ts';
import type { Calls } from '../support/calls.ts';
import { acceptedEvent, nextProjectNo } from '../support/case-facts.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';

interface Held {
  readonly kind: string;
  readonly key: string;
  readonly revision: number;
}
interface CaseReports {
  readonly outbox: { readonly state: string; readonly rejected: readonly string[] } | null;
  readonly records: readonly { readonly record: string; readonly state: string }[];
  readonly unsent: readonly string[];
}

interface Nights {
  readonly days: readonly { readonly calledAgain?: number }[];
}

const minute = 60_000;
const dayMinutes = 1_440;
const differences = '/v1/reports/differences';

let dataDir: string;
let loop: Loop;
let admin: Caller;
let system: Caller;
let calls: Calls;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'report-'));
  loop = await startLoop({ dataDir });
  admin = await loop.staff('sysadmin');
  system = (await loop.integrator()).calls;
  calls = callsOf(loop, system);
  const { access } = await local<{ access: { accessKey: string; secret: string } }>('');
  const { accessKey, secret } = access;
  await setAccess({ scheme: 'hmac', accessKey, secret });
}, 120_000);

afterAll(async () => {
  await loop?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

beforeEach(async () => faults({}));

/** One administrator proposes the access to the center, the other confirms it. */
const setAccess = async (access: object): Promise<void> => {
  const proposed = await loop.staff('sysadmin').then((one) => one.put('/v1/center', access));
  const { status } = await confirmProposed(await loop.staff('sysadmin-2'), proposed);
  expect([proposed.status, status]).toEqual([202, 200]);
};

const local = async <Body>(query: string): Promise<Body> =>
  (await loop.client.open().get<Body>(`/_local/center${query}`)).body;

const faults = async (center: object): Promise<void> => {
  await loop.client.open().post('/_local/faults', { center });
};

const heldOf = async (projectNo: string): Promise<readonly string[]> => {
  const { records } = await local<{ records: readonly Held[] }>(`?projectNo=${projectNo}`);
  return records.map(({ kind, revision }) => `${kind} ${revision}`);
};

const reportsOf = async (projectNo: string): Promise<CaseReports> =>
  (await admin.get<CaseReports>(`/v1/reports/outbox/${projectNo}`)).body;

/** A bad rating; without the department's code the check of the interface stops the case. */
const badlyRated = async (orgCode: string | undefined = '001008006007014'): Promise<string> => {
  const projectNo = nextProjectNo();
  const at = new Date(loop.clock.now()).toISOString();
  const { header, ...event } = acceptedEvent({ projectNo, at });
  const department = { ...header?.department, ...(orgCode === '' ? {} : { orgCode }) };
  await system.post('/v1/cases', { events: [{ ...event, header: { ...header, department } }] });
  loop.clock.advance(minute);
  await calls.rate(await calls.tokenFor(projectNo), badWords);
  return projectNo;
};

const beats = async (count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) {
    loop.clock.advance(5 * minute);
    await loop.system.idle();
  }
};

/** Deletes the exchange records of the case, as if it had never been reported. */
const forget = async (projectNo: string): Promise<void> => {
  const { engineUrl, region, credentials, definition } = loop.system;
  const client = new DynamoDBClient({ endpoint: engineUrl, region, credentials });
  const name = definition.tables[0]?.name ?? '';
  const found = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: `REPORT#${projectNo}` } },
    }),
  );
  const requests = (found.Items ?? []).map(({ pk, sk }) => ({
    DeleteRequest: { Key: { pk: pk!, sk: sk! } },
  }));
  expect(requests).toHaveLength(2);
  await client.send(new BatchWriteItemCommand({ RequestItems: { [name]: requests } }));
  client.destroy();
};

describe('a case goes out from the booted template to a strict center', () => {
  it('in order, each record once, with its receipt', async () => {
    const projectNo = await badlyRated();
    await loop.system.idle();
    expect(await heldOf(projectNo)).toEqual(['service 1', 'rating 1', 'step 1']);
    const { outbox, records, unsent } = await reportsOf(projectNo);
    expect({ outbox, unsent }).toEqual({ outbox: null, unsent: [] });
    expect(new Set(records.map(({ state }) => state))).toEqual(new Set(['accepted']));
  });

  it('through lost answers, garbage, errors and an outage', async () => {
    await faults({ timeoutAfterCommit: 1 });
    const first = await badlyRated();
    await loop.system.idle();
    await faults({ garbage: 1 });
    await beats(2);
    await faults({ down: true });
    const second = await badlyRated();
    await beats(24);
    expect(await heldOf(second)).toEqual([]);
    expect((await reportsOf(second)).outbox).toMatchObject({ state: 'pending' });
    await faults({ status500: 1 });
    await beats(24);
    for (const projectNo of [first, second]) {
      expect(await heldOf(projectNo)).toEqual(['service 1', 'rating 1', 'step 1']);
      expect((await reportsOf(projectNo)).outbox).toBeNull();
    }
  });

  it('stuck, corrected, sent again, and then what waited for it', async () => {
    const projectNo = await badlyRated('');
    await loop.system.idle();
    expect((await reportsOf(projectNo)).outbox).toMatchObject({ rejected: ['service-01'] });
    const resend = await admin.post(`/v1/reports/outbox/${projectNo}/resend`, {
      record: 'service-01',
      reason: '补填统一部门编码',
      corrections: { orgCode: '001008006007014' },
    });
    expect(resend.status).toBe(202);
    await beats(2);
    expect(await heldOf(projectNo)).toEqual(['service 1', 'rating 1', 'step 1']);
    const withdraw = { record: 'step-01-00001', reason: '误报，经核对属实' };
    await admin.post(`/v1/reports/outbox/${projectNo}/withdraw`, withdraw);
    await beats(2);
    expect(await heldOf(projectNo)).toEqual(['service 1', 'rating 1', 'step 1', 'step 2']);
  });

  it('after its call was lost: the night that finds it puts it back', async () => {
    await faults({ down: true });
    const projectNo = await badlyRated();
    await loop.system.idle();
    await forget(projectNo);
    await faults({});
    await beats(24);
    expect(await heldOf(projectNo)).toEqual([]);
    loop.clock.advance(dayMinutes * minute);
    await loop.system.idle();
    await beats(2);
    // The token of the day before has expired.
    admin = await loop.staff('sysadmin');
    expect((await heldOf(projectNo)).slice(0, 3)).toEqual(['service 1', 'rating 1', 'step 1']);
    expect((await reportsOf(projectNo)).outbox).toBeNull();
    const { days } = (await admin.get<Nights>(differences)).body;
    expect(days).toContainEqual(expect.objectContaining({ calledAgain: 1 }));
  });

  it('under the national algorithms as well', async () => {
    const { access } = await local<{
      access: { accessKey: string; secret: string; sm: object };
    }>('');
    const { accessKey, secret, sm } = access;
    await setAccess({ scheme: 'sm', accessKey, secret, ...sm });
    const projectNo = await badlyRated();
    await loop.system.idle();
    expect(await heldOf(projectNo)).toEqual(['service 1', 'rating 1', 'step 1']);
  });

  it('without a refusal that our own check could have foreseen', async () => {
    const { problems } = await local<{ problems: readonly { code: string }[] }>('?problems');
    expect(problems.filter(({ code }) => code === '1004' || code === '1005')).toEqual([]);
  });

  it('and no log has a name, a certificate or words in it', () => {
    const text = JSON.stringify(loop.log);
    for (const personal of ['测试甲', '33060219900101123', badWords.text]) {
      expect(text).not.toContain(personal);
    }
  });
});
