/** The server as the pad sees it: signatures are verified as the real one does it. */
import { contentDigest, isSignature, longestSkewMs } from '../../../shared/http/signature.ts';
import type { PadDeps } from '../../../web/pad/ports.ts';
import type { PadFacts, ServedContact } from '../../../web/pad/server/answers.ts';
import type { Indicators } from '../../../web/pad/words.ts';

const levels = [
  ['very_satisfied', false, '5'],
  ['satisfied', false, '4'],
  ['basically_satisfied', false, '3'],
  ['dissatisfied', true, '2'],
  ['very_dissatisfied', true, '1'],
] as const;

const tableIn = (language: 'en' | 'zh') => ({
  version: 1,
  levels: levels.map(([level, reasonRequired, digit]) => ({
    level,
    name: `${level} ${language}`,
    reasonRequired,
    indicators: ['01', '02', '03'].map((last) => ({
      code: `${digit}${last}`,
      text: `${digit}${last} ${language}`,
      set: last === '03' ? ('expanded' as const) : ('base' as const),
    })),
  })),
});

export const indicators: Indicators = { zh: tableIn('zh'), en: tableIn('en') };

export const servedContact = (serviceNumber: number): ServedContact => ({
  projectNo: '330602261120000000017',
  serviceNumber,
  token: `token-${serviceNumber}`.padEnd(42, 'x'),
  matter: { zh: '生育登记', en: 'Birth registration' },
  department: '越城区卫健局',
  applicant: `张${serviceNumber}**`,
  service: { zh: '受理', en: 'Acceptance' },
  servedAt: '2026-11-20T09:00:00.000+08:00',
});

const facts: PadFacts = {
  padId: 'pad-1',
  number: 1042,
  hall: { code: '330602001', name: '市政务服务中心' },
  window: { code: 'A03', name: null },
  idleSeconds: 60,
  warnSeconds: 20,
  freeText: false,
  languages: ['zh', 'en'],
  openNow: true,
  serverTime: '',
  highest: 0,
  publicUrl: 'https://pingjia.example',
  hotline: '12345',
  notice: {
    zh: { title: '个人信息保护告知', text: '依法处理您的评价。' },
    en: { title: 'Privacy notice', text: 'Your rating is processed under the law.' },
  },
};

type Rating = Readonly<Record<string, unknown>> & { readonly sequence: number };
type Answer = readonly [status: number, body: unknown, headers?: Record<string, string>];

const problem = (status: number, code: string, more: object = {}): Answer => [
  status,
  { code, ...more },
];

const textOf = ({ body }: RequestInit): string => (typeof body === 'string' ? body : '');

const bodyIn = (init: RequestInit): Record<string, unknown> =>
  JSON.parse(textOf(init) || '{}') as Record<string, unknown>;

/** How the network treats a call: as it is, unanswered, or done and the answer lost. */
export type Way = 'lost' | 'none' | 'ok' | { readonly status: number; readonly code: string };

export const fakeServer = (now: () => number) => {
  const key = 'bm90LWEtcmVhbC1rZXktb25seS1hbi1leGFtcGxlISE';
  const seen = new Set<string>();
  const stored = new Map<number, Rating>();
  const calls: { path: string; body: Record<string, unknown>; at: number }[] = [];
  const state = {
    code: 'K7QM2XRT9WBD' as string | undefined,
    isRevoked: false,
    /** How far the clock of the server is ahead of that of the world. */
    aheadMs: 0,
    contact: null as ServedContact | null,
    openNow: true as boolean | null,
    facts,
    way: (_path: string): Way => 'ok',
    /** Numbers that the server refuses, keeping them. */
    refuses: new Set<number>(),
    /** Numbers that no answer names. */
    forgets: new Set<number>(),
  };
  const serverNow = (): number => now() + state.aheadMs;
  const moment = (): string => new Date(serverNow()).toISOString();
  const highest = (): number => Math.max(0, state.facts.highest, ...stored.keys());

  const collect = (body: Record<string, unknown>): Answer => {
    const named = (body['ratings'] as Rating[]).filter(
      ({ sequence }) => !state.forgets.has(sequence),
    );
    const refused = named.filter(({ sequence }) => state.refuses.has(sequence));
    const taken = named.filter(({ sequence }) => !state.refuses.has(sequence));
    const repeats = taken.filter(({ sequence }) => stored.has(sequence));
    const fresh = taken.filter(({ sequence }) => !stored.has(sequence));
    const held = fresh.filter((rating) => rating['token'] === undefined);
    for (const rating of taken) {
      const before = stored.get(rating.sequence);
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(rating))
        throw new Error(`${rating.sequence} came again with something else`);
      stored.set(rating.sequence, rating);
    }
    const numbers = (ratings: Rating[]) => ratings.map(({ sequence }) => ({ sequence }));
    return [
      200,
      {
        stored: numbers(fresh.filter((rating) => rating['token'] !== undefined)),
        repeats: numbers(repeats),
        held: held.map(({ sequence }) => ({ sequence, bound: false })),
        refused: refused.map(({ sequence }) => ({ sequence, code: 'already_rated', detail: '' })),
        missing: [],
        highest: highest(),
        ignored: [],
      },
    ];
  };

  const current = (headers: Headers): Answer => {
    const body = { contact: state.contact, indicators, openNow: state.openNow };
    const etag = `"${state.contact?.serviceNumber ?? 0}-${String(state.openNow)}"`;
    return headers.get('if-none-match') === etag ? [304, undefined] : [200, body, { etag }];
  };

  const enrol = (body: Record<string, unknown>): Answer => {
    const typed = String(body['code']).toUpperCase().replaceAll(/[\s-]/g, '');
    if (typed !== state.code) return problem(410, 'enrolment_code_invalid');
    const { padId, number, hall, window } = state.facts;
    if (![undefined, padId].includes(body['padId'] as string | undefined))
      return problem(409, 'enrolment_of_other_pad');
    state.code = undefined;
    const place = { hall: hall.code, window: window.code };
    return [201, { padId, number, key, ...place, highest: highest() }];
  };

  const faultOfSignature = (
    path: string,
    init: RequestInit,
    headers: Headers,
  ): Answer | undefined => {
    const read = (name: string): string => headers.get(name) ?? '';
    const date = read('x-bg-date-time');
    if (Math.abs(Date.parse(date) - serverNow()) > longestSkewMs)
      return problem(401, 'clock_skew', { serverTime: moment() });
    const signature = read('x-bg-hmac-signature');
    const digest = headers.get('content-digest') ?? undefined;
    const parts = {
      method: String(init.method),
      path,
      query: '',
      accessKey: read('x-bg-hmac-access-key'),
      date,
      contentDigest: digest,
      nonce: headers.get('x-bg-nonce') ?? undefined,
    };
    if (!isSignature(signature, parts, key)) return problem(401, 'signature_invalid');
    if (digest !== undefined && digest !== contentDigest(textOf(init)))
      return problem(401, 'digest_mismatch');
    if (init.method === 'POST' && seen.has(signature)) return problem(401, 'replayed');
    seen.add(signature);
    return state.isRevoked ? problem(403, 'pad_revoked') : undefined;
  };

  const answer = (path: string, init: RequestInit): Answer => {
    const headers = new Headers(init.headers);
    const body = bodyIn(init);
    if (path === '/v1/pads/enrol') return enrol(body);
    const fault = faultOfSignature(path, init, headers);
    if (fault !== undefined) return fault;
    if (path === '/v1/pads/me') return [200, { ...state.facts, serverTime: moment() }];
    if (path === '/v1/pads/me/current') return current(headers);
    if (path === '/v1/pads/me/ratings') return collect(body);
    return [200, { at: moment(), missing: [], highest: highest() }];
  };

  const fetch: PadDeps['fetch'] = async (path, init) => {
    const way = state.way(path);
    calls.push({ path, body: bodyIn(init), at: now() });
    if (way === 'none') throw new TypeError('Failed to fetch');
    const refused: Answer | undefined =
      typeof way === 'object' ? problem(way.status, way.code) : undefined;
    const [status, said, headers] = refused ?? answer(path, init);
    if (way === 'lost') throw new TypeError('Failed to fetch');
    const text = said === undefined ? null : JSON.stringify(said);
    const date = new Date(serverNow()).toUTCString();
    return new Response(text, { status, headers: { date, ...headers } });
  };

  return {
    fetch,
    state,
    stored,
    key,
    calls,
    callsTo: (last: string) => calls.filter(({ path }) => path === `/v1/pads/${last}`),
  };
};
