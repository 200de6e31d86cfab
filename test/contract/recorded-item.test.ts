import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { makeIdentityNumber } from '../../shared/domain/number/identifier.ts';
import { worldOver } from '../function/world.ts';
import { startEngineStores } from '../support/engine-stores.ts';
import type { EngineStores } from '../support/engine-stores.ts';
import { friday } from './suite/sample.ts';

let engine: EngineStores;

beforeAll(async () => {
  engine = await startEngineStores(Date.parse(friday));
});

afterAll(() => engine?.stop());

const userAgent = 'Mozilla/5.0 (iPhone) Mobile MicroMessenger/8.0.31';
const number = makeIdentityNumber('33060219850101001') ?? '';

/** Rates a case over a link for a stated person; returns every item of the table. */
const itemsAfterRating = async () => {
  const world = worldOver(engine.stores, friday);
  const by = await world.integrator(['cases', 'portal']);
  const projectNo = await world.acceptedCase(by);
  const certificate = { type: 'resident_identity_card', number };
  const asked = { projectNo, serviceNumber: 1, channel: 'portal', person: { certificate } };
  const invited = await world.call('POST /v1/invitations', { by, body: asked });
  const { token } = invited.body as { token: string };
  const headers = { 'user-agent': userAgent };
  const body = { token, level: 'satisfied' };
  expect((await world.call('POST /v1/ratings', { body, headers })).status).toBe(201);
  const { Items = [] } = await engine.table.client.send(
    new ScanCommand({ TableName: engine.table.name }),
  );
  return { token, items: Items };
};

describe('what a rating leaves in the table', () => {
  it('says nothing in clear, and its keys are deleted in time', async () => {
    const { token, items } = await itemsAfterRating();
    const text = JSON.stringify(items);
    for (const clear of ['127.0.0', 'iPhone', 'MicroMessenger', number, '13800000001', token]) {
      expect(text).not.toContain(clear);
    }
    const rating = items.find((item) => item['kind']?.S === 'rating');
    expect(rating).toMatchObject({
      match: { S: 'other' },
      trace: { S: expect.any(String) },
      applicantMark: { S: expect.any(String) },
    });
    const keys = items.filter((item) => item['kind']?.S === 'period_key');
    const ends = keys.map(({ pk, ttl }) => [pk?.S, Number(ttl?.N) * 1000]);
    expect(Object.fromEntries(ends)).toEqual({
      'PERIODKEY#applicant': Date.parse('2026-12-08T00:00:00+08:00'),
      'PERIODKEY#trace': Date.parse('2027-02-19T00:00:00+08:00'),
    });
  });
});
