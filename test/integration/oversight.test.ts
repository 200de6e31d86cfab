import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';

import type { PadFile } from '../../events/oversight/pad-view.ts';
import type { CoverageView, PromisedCases } from '../../events/oversight/view.ts';
import { localToken } from '../../infra/local/client/local-token.ts';
import type { Caller } from '../../infra/local/client/loop-client.ts';
import { confirmProposed } from '../../infra/local/client/two-persons.ts';
import { factsOf, invented2027 } from '../support/calendar-year.ts';
import { callsOf, goodWords } from '../support/calls.ts';
import type { Calls } from '../support/calls.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { registerPad } from '../support/registered-pad.ts';

type Cases = z.infer<typeof PromisedCases>;
type Coverage = z.infer<typeof CoverageView>;
type File = z.infer<typeof PadFile>;

let loop: Loop;
let calls: Calls;

const minute = 60_000;
const day = 24 * 60 * minute;
/** Five working days from here end in a year without a notice. */
const december28 = Date.parse('2026-12-28T01:00:00.000Z');

beforeAll(async () => {
  loop = await startLoop({ at: december28 });
  calls = callsOf(loop, (await loop.integrator()).calls);
}, 60_000);

afterAll(async () => {
  await loop?.stop();
});

/** A token is valid for an hour, and days pass in this test. */
const overseer = (): Promise<Caller> => loop.staff('supervisor-yuecheng');

const listed = async (light: string): Promise<readonly string[]> => {
  const supervisor = await overseer();
  const { status, body } = await supervisor.get<Cases>(`/v1/oversight/cases?light=${light}`);
  expect(status).toBe(200);
  return body.cases.map(({ projectNo }) => projectNo);
};

describe('promised cases on the booted template', () => {
  it('wait for a calendar, then turn yellow and red by it', async () => {
    const projectNo = await calls.acceptedCase();
    expect(await listed('pending')).toEqual([projectNo]);
    const admin = await loop.staff('sysadmin');
    const proposed = await admin.put<object>('/v1/calendar/2027', factsOf(invented2027));
    expect(proposed.status).toBe(202);
    expect(await listed('pending')).toEqual([projectNo]);
    const { status } = await confirmProposed(await loop.staff('sysadmin-2'), proposed);
    expect(status).toBe(200);
    await loop.system.idle();
    // Another instance may use the old calendar for a minute; the second round follows after two.
    loop.clock.advance(10 * minute);
    await loop.system.idle();
    expect(await listed('pending')).toEqual([]);
    // Three days of December and two of January, of which three are days off by the invented
    // notice.
    loop.clock.advance(8 * day);
    expect(await listed('yellow')).toEqual([projectNo]);
    expect(await listed('red')).toEqual([]);
    loop.clock.advance(day);
    expect(await listed('red')).toEqual([projectNo]);
  });
});

describe('coverage on the booted template', () => {
  it('counts what was rated of what should be able to be', async () => {
    const [admin, supervisor] = [await loop.staff('sysadmin'), await overseer()];
    const [hall, window] = ['330602-H1', 'A07'];
    const entries = [
      { code: hall, name: '越城区政务服务中心', level: 'county', windows: [window, 'A09'] },
      { code: '330602-H8', name: '皋埠街道便民服务中心', level: 'town', windows: [] },
    ];
    const put = await admin.put<object>('/v1/register/halls?area=330602', { entries });
    expect(put.status).toBe(202);
    expect((await supervisor.get<object>('/v1/register/halls')).body).toMatchObject({ version: 0 });
    const confirmed = await confirmProposed(await loop.staff('sysadmin-2'), put);
    expect(confirmed).toMatchObject({ status: 200, body: { version: 1, changed: true, count: 2 } });
    const versions = await supervisor.get<object>('/v1/register/halls/versions');
    expect(versions.body).toMatchObject({
      versions: [{ version: 1, by: 'sysadmin', confirmedBy: 'sysadmin-2', count: 2 }],
    });
    const shown = await supervisor.get<object>('/v1/register/halls');
    expect(shown.body).toMatchObject({ area: '330602', entries });
    const projectNo = await calls.acceptedCase({ hall, window });
    await calls.rate(await calls.tokenFor(projectNo, 'portal'), goodWords);
    await loop.system.idle();
    loop.clock.advance(5 * minute);
    await loop.system.idle();
    const { status, body } = await supervisor.get<Coverage>('/v1/coverage');
    expect(status).toBe(200);
    expect(body.allHalls.rate).toEqual({ numerator: 1, denominator: 2, value: 0.5 });
    expect(body.channels[0]).toMatchObject({ channel: 'portal', rated: 1 });
    const lines = await supervisor.get<object>('/v1/coverage?of=halls');
    expect(lines.body).toMatchObject({ lines: [{ code: hall, rated: true }, { rated: false }] });
    const unlisted = await supervisor.get<object>('/v1/coverage/unlisted');
    expect(unlisted.body).toMatchObject({
      references: [
        { noun: 'departments', hasRegister: false },
        { noun: 'matters', hasRegister: false },
      ],
    });
  });

  it('takes a register as a workbook, as it was downloaded', async () => {
    const authorization = `Bearer ${await localToken(loop.system.url, 'sysadmin')}`;
    const file = (name: string): string =>
      `${loop.system.url}/v1/register/matters/${name}?area=330602`;
    const upload = (body: string | ArrayBuffer, type: string) =>
      fetch(file('file'), {
        method: 'PUT',
        body,
        headers: { authorization, 'content-type': type },
      });
    const csv = await upload('事项编码,名称,敏感事项\nm-1,残疾人证核发,是\n', 'text/csv');
    const { approvalId } = (await csv.json()) as { approvalId: string };
    const second = await loop.staff('sysadmin-2');
    await second.post<object>(`/v1/approvals/${approvalId}/confirm`, {});
    const workbook = await fetch(file('file.xlsx'), { headers: { authorization } });
    const type = workbook.headers.get('content-type') ?? '';
    const again = await upload(await workbook.arrayBuffer(), type);
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ changed: false, version: 1, count: 1 });
  });
});

describe('pads on the booted template', () => {
  it('are overseen with what was refused of them', async () => {
    const { padId, code } = await registerPad(loop, { hall: '330602-H1', window: 'A09' });
    const enrolled = await loop.client.open().post<{ key: string }>('/v1/pads/enrol', { code });
    const pad = loop.client.signed({ accessKey: padId, secret: enrolled.body.key });
    const ratings = [{ sequence: 3, level: 'good' }];
    expect((await pad.post<object>('/v1/pads/me/ratings', { ratings })).status).toBe(200);
    const supervisor = await overseer();
    const { body } = await supervisor.get<File>(`/v1/oversight/pads/${padId}`);
    expect(body).toMatchObject({
      silent: false,
      missing: [[1, 2]],
      refused: { count: 1 },
      refusals: [{ sequence: 3, code: 'invalid_input' }],
    });
    const { body: list } = await supervisor.get<object>('/v1/oversight/pads?limit=100');
    expect(list).toMatchObject({ pads: [{ padId, missingCount: 2 }], cursor: null });
  });
});
