import { randomUUID } from 'node:crypto';

import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';

import { wholeCity } from '../../infra/local/client/two-persons.ts';
import type { IntegratorScope } from '../../shared/domain/access/scope.ts';
import { toEpoch } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { at, fakeClock } from '../fake/clock.ts';
import type { FakeClock } from '../fake/clock.ts';
import { fakeStores } from '../fake/stores.ts';
import type { FakeStores, Stores } from '../fake/stores.ts';
import { acceptedEvent, creditCode, nextProjectNo } from '../support/case-facts.ts';
import { pageOf } from '../support/page-ref.ts';
import { checkAgainstContract } from './contract-check.ts';
import { entrances } from './handlers.ts';
import type { Reply } from './reply.ts';
import { requestOf } from './request.ts';
import type { Given, Key, Person } from './request.ts';

/** A Friday in Shanghai, 09:30; the office closes at 17:30. */
export const fridayMorning = at('2026-11-20T09:30:00+08:00');

export const hall = '330602-H1';
export const window = 'A03';

const yuecheng = { area: '330602', department: creditCode } as const;

/** 政务服务办, which handles no case. */
const ofOffice = { department: '11330602MB00000099' } as const;

export const people = {
  admin: { id: 'u-admin', roles: ['system_admin'], area: '330600', ...ofOffice },
  secondAdmin: { id: 'u-admin-2', roles: ['system_admin'], area: '330600', ...ofOffice },
  hallAdmin: { id: 'u-hall', roles: ['hall_admin'], area: '330602' },
  operator: {
    id: 'u-hotline-1',
    roles: ['hotline_operator'],
    area: '330600',
    department: ofOffice.department,
  },
  secondOperator: {
    id: 'u-hotline-2',
    roles: ['hotline_operator'],
    area: '330600',
    department: ofOffice.department,
  },
  clerk: { id: 'u-clerk-1', roles: ['clerk'], area: '330602', department: ofOffice.department },
  secondClerk: {
    id: 'u-clerk-2',
    roles: ['clerk'],
    area: '330602',
    department: ofOffice.department,
  },
  handler: { id: 'u-handler', roles: ['handler'], ...yuecheng },
  supervisor: { id: 'u-supervisor', roles: ['supervisor'], area: '330602', ...ofOffice },
  reviewer: { id: 'u-reviewer', roles: ['reviewer'], area: '330600', ...ofOffice },
} as const satisfies Record<string, Person>;

export interface World {
  readonly clock: FakeClock;
  call(route: string, given?: Given): Promise<Reply>;
  /** Proposes as one person and confirms as `u-admin-2`; returns what came of it. */
  byTwo<Result>(route: string, given: Given): Promise<Result>;
  /** A new access key with these rights, by default for the whole city. */
  integrator(
    may?: readonly string[],
    scope?: Partial<IntegratorScope>,
    /** A key of the system that gets another one. */
    system?: string,
  ): Promise<Key>;
  /** A case accepted at the current time at the window, reported by `by`; returns its number. */
  acceptedCase(by: Key, projectNo?: string): Promise<string>;
  token(by: Key, projectNo: string, channel?: string): Promise<string>;
  /** A pad enrolled for a window. */
  pad(at?: { hall: string; window: string }): Promise<Key>;
}

const replyOf = (result: APIGatewayProxyStructuredResultV2): Reply => {
  const headers = (result.headers ?? {}) as Record<string, string>;
  const isJson = result.isBase64Encoded !== true && /json/.test(headers['content-type'] ?? '');
  const text = result.body ?? '';
  const file = result.isBase64Encoded === true ? Buffer.from(text, 'base64') : text;
  return { status: result.statusCode ?? 0, headers, body: isJson ? JSON.parse(text) : file };
};

const mustBe = (reply: Reply, status: number): Reply => {
  if (reply.status === status) return reply;
  throw new Error(`expected ${status}: ${reply.status} ${JSON.stringify(reply.body)}`);
};

const isObject = (body: unknown): body is Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null && !Array.isArray(body);

const sentFromPages: ReadonlySet<string> = new Set([
  'POST /v1/ratings',
  'POST /v1/ratings/contest',
  'POST /v1/receipts/{receipt}/append',
]);

/** A resident sends from the page on which the link or receipt is open, unless a test says so. */
const onPage = (route: string, given: Given): Given => {
  const { body, path } = given;
  const isRated = sentFromPages.has(route);
  if (!isRated || !isObject(body) || 'clientRef' in body) return given;
  const clientRef = pageOf(JSON.stringify(body['token'] ?? path?.['receipt'] ?? null));
  return { ...given, body: { ...body, clientRef } };
};

/** Every function that handles HTTP requests, called as the gateway calls it, with any stores. */
export const worldOver = (stores: Stores, start: Instant = fridayMorning): World => {
  const clock = fakeClock(start);
  const doors = entrances(stores, clock.now);

  const call = async (route: string, given: Given = {}): Promise<Reply> => {
    const deps = doors.get(route);
    if (deps === undefined) throw new Error(`no function answers ${route}`);
    const request = requestOf(route, onPage(route, given), toEpoch(clock.now()));
    const reply = replyOf(await deps(request, {} as Context));
    checkAgainstContract(route, reply);
    return reply;
  };

  const made = async <Body>(route: string, status: number, given: Given): Promise<Body> =>
    mustBe(await call(route, { nonce: randomUUID(), ...given }), status).body as Body;

  const byTwo = async <Result>(route: string, given: Given): Promise<Result> => {
    const { approvalId: id } = await made<{ approvalId: string }>(route, 202, given);
    const confirm = { as: people.secondAdmin, path: { id }, body: {} };
    const done = await made<{ result: Result }>('POST /v1/approvals/{id}/confirm', 200, confirm);
    return done.result;
  };

  return {
    clock,
    call,
    byTwo,

    integrator: (may = ['cases', 'invitations'], scope = {}, system) =>
      byTwo<Key>('POST /v1/integrators', {
        as: people.admin,
        body: { name: '测试系统', may, scope: { ...wholeCity, ...scope }, system },
      }),

    async acceptedCase(by, projectNo = nextProjectNo()) {
      const event = acceptedEvent({ projectNo, at: clock.now(), hall, window });
      const answer = await made<{ stored: number }>('POST /v1/cases', 200, {
        by,
        body: { events: [event] },
      });
      if (answer.stored !== 1) throw new Error(`not stored: ${JSON.stringify(answer)}`);
      return projectNo;
    },

    async token(by, projectNo, channel = 'qr') {
      const body = { projectNo, serviceNumber: 1, channel };
      return (await made<{ token: string }>('POST /v1/invitations', 201, { by, body })).token;
    },

    async pad(place = { hall, window }) {
      const as = people.hallAdmin;
      const { code } = await byTwo<{ code: string }>('POST /v1/pads', { as, body: place });
      const enrolled = { body: { code } };
      const pad = await made<{ padId: string; key: string }>('POST /v1/pads/enrol', 201, enrolled);
      return { accessKey: pad.padId, secret: pad.key };
    },
  };
};

export const newWorld = (start?: Instant): World & { readonly stores: FakeStores } => {
  const stores = fakeStores();
  return { ...worldOver(stores, start), stores };
};

/** The code of a refusal; undefined for a success. */
export const codeOf = (reply: Reply): string | undefined =>
  reply.status < 400 ? undefined : (reply.body as { code: string }).code;

/** The status and, when refused, the code: `201`, `409 already_rated`. */
export const outcomeOf = (reply: Reply): string =>
  [reply.status, codeOf(reply)].filter((part) => part !== undefined).join(' ');

/** The body of a reply, with the type that the test expects. */
export const bodyOf = <Body>(reply: Reply): Body => reply.body as Body;
