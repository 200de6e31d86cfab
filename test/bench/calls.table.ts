/**
 * Calls of an office day at the city's pace: 6,000 rated cases (0.2 per second), 12 bad ratings, 40
 * departments in ten areas, 150 pads. The numbers are assumptions, based on the requests of each
 * screen and of each step of a ticket.
 */
interface VerbCalls {
  /** The function that handles the call now, as in the contract. */
  readonly to: string;
  /** The verb, which was previously a separate function. */
  readonly verb: string;
  readonly perDay: number;
}

const of = (to: string, verbs: Readonly<Record<string, number>>): readonly VerbCalls[] =>
  Object.entries(verbs).map(([verb, perDay]) => ({ to, verb, perDay }));

export const callsOfDay: readonly VerbCalls[] = [
  ...of('case/receive', { receive: 3_000 }),
  ...of('case/integrator', { show: 200, import: 10 }),
  ...of('case/public', { template: 2 }),
  ...of('rating/integrator', { invite: 6_000 }),
  ...of('rating/submit', { submit: 4_000 }),
  ...of('rating/public', {
    present: 4_500,
    follow: 300,
    append: 5,
    'contest/submit': 0.5,
    'contest/state': 2,
  }),
  ...of('rating/page', {
    'rate-page': 1_500,
    'send-rating': 200,
    'receipt-page': 400,
    'send-follow-up': 3,
    'about-page': 20,
    'messages-page': 5,
    'contest-page': 3,
    'claim-page': 60,
  }),
  ...of('rating/staff', { enter: 40, awaiting: 80, confirm: 40, show: 40, 'contest/review': 5 }),
  ...of('pad/pad', {
    'screen/me': 300,
    'screen/current': 45_000,
    heartbeat: 76_000,
    enrol: 1,
  }),
  ...of('pad/collect', { collect: 2_000 }),
  ...of('pad/staff', { register: 1, list: 30, revoke: 1 }),
  ...of('ticket/staff', { list: 400, show: 250, act: 80 }),
  ...of('evidence/staff', { offer: 20, show: 40 }),
  ...of('escalation/staff', { missed: 10 }),
  ...of('notice/staff', { inbox: 400, read: 60, admit: 0.1, list: 2, remove: 0.1, redeliver: 0.5 }),
  ...of('calendar/staff', { show: 20, load: 0.1 }),
  ...of('policy/staff', { list: 5, show: 5, propose: 0.1, 'dry-run': 0.3, activate: 0.1 }),
  ...of('access/staff', { admit: 0.2, list: 3, revoke: 0.1 }),
  ...of('figures/staff', { show: 150, recount: 2 }),
  ...of('public/public', { scores: 200, method: 20 }),
  ...of('oversight/staff', { cases: 60, pads: 30, register: 3, coverage: 10 }),
  ...of('exchange/staff', { outbox: 30, resend: 3, access: 2 }),
  ...of('exchange/integrator', { callback: 60 }),
  ...of('period/staff', { show: 5, build: 0.2, submit: 0.1 }),
  ...of('reconciliation/staff', { reconcile: 2, difference: 10 }),
  ...of('bulletin/staff', { show: 3 }),
  ...of('page/file', { file: 2_000, app: 300, config: 50 }),
  ...of('message/integrator', { receipts: 4_000 }),
  ...of('message/public', { 'opt-out': 5, resend: 5 }),
  ...of('message/staff', { 'call-list': 20 }),
  ...of('docs/public', { docs: 30 }),
];
