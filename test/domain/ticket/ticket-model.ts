/**
 * A second, minimal model of a ticket that decides whether a command must be accepted: without
 * clocks.
 */
import type { Policy } from '../../../shared/domain/policy/policy.ts';
import type { ClaimKind } from '../../../shared/domain/ticket/claim-kind.ts';
import type {
  Acting,
  ActingStaff,
  Command,
  CommandOf,
  CommandType,
} from '../../../shared/domain/ticket/command.ts';
import type { TicketState } from '../../../shared/domain/ticket/terms.ts';
import { deptA } from './ticket-fixture.ts';

export interface Model {
  readonly state: TicketState;
  readonly department: string;
  /** Every department that ever had it, and the staff who worked for them. */
  readonly departments: readonly string[];
  readonly workers: readonly string[];
  readonly area: string;
  readonly round: number;
  readonly answered: boolean;
  readonly attempts: number;
  readonly found: boolean;
  readonly claimed: readonly ClaimKind[];
  /** A transfer was asked for. */
  readonly asked: boolean;
  /** The area that was asked for. */
  readonly askedFor?: string | undefined;
  readonly transfers: number;
  readonly waiting?: { readonly kind: ClaimKind; readonly by: string; readonly from: TicketState };
  readonly registeredFor?: string;
  readonly submittedBy?: string;
  readonly followed: boolean;
  readonly voided: boolean;
}

const notAsked = { asked: false, askedFor: undefined } as const;

export const newModel: Model = {
  state: 'open',
  department: deptA,
  departments: [deptA],
  workers: [],
  area: '330602',
  round: 1,
  answered: false,
  attempts: 0,
  found: false,
  claimed: [],
  ...notAsked,
  transfers: 0,
  followed: false,
  voided: false,
};

/** `time`: depends on the clocks, which the model does not have. */
export type Expected = 'ok' | 'refused' | 'time';

const isWork = (state: TicketState): boolean => state === 'open' || state === 'rectifying';

const inReach = (model: Model, by: ActingStaff): boolean =>
  by.area === model.area || (by.area === '330600' && model.area.startsWith('3306'));

const isTransferable = (state: TicketState): boolean => isWork(state) || state === 'hardship';

type PerType<Args extends readonly unknown[], Result> = {
  readonly [T in CommandType]: (model: Model, command: CommandOf<T>, ...rest: Args) => Result;
};

/** The roles of a person for the ticket. */
interface Hats {
  readonly handles: boolean;
  readonly supervises: boolean;
  readonly reviews: boolean;
  /** Neither the person nor the department ever had the ticket. */
  readonly outside: boolean;
  readonly ofCity: boolean;
  readonly id: string | undefined;
}

const hatsOf = (model: Model, by: ActingStaff): Hats => {
  const own = by.department === model.department;
  return {
    handles: by.roles.includes('handler') && own,
    supervises: by.roles.includes('supervisor') && inReach(model, by),
    reviews: by.roles.includes('reviewer') && inReach(model, by),
    outside:
      by.department !== undefined &&
      !model.departments.includes(by.department) &&
      !model.workers.includes(by.id),
    ofCity: by.area === '330600',
    id: by.id,
  };
};

const byHandler = (_model: Model, _command: Command, { handles }: Hats): boolean => handles;
const closes = (_model: Model, _command: Command, { supervises, outside }: Hats): boolean =>
  supervises && outside;
const decidesTransfer = (
  { transfers, area, askedFor }: Model,
  command: Command,
  { supervises, outside, ofCity }: Hats,
): boolean => {
  const goesTo = command.type === 'transfer' ? command.to.area : area;
  const isOut = goesTo !== area || (askedFor ?? area) !== area;
  return supervises && outside && ((transfers < 2 && !isOut) || ofCity);
};
const byNoStaff = (): boolean => false;

const mayStaff: PerType<[Hats], boolean> = {
  recordContact: byHandler,
  find: byHandler,
  claimInvalid: byHandler,
  claimHardship: byHandler,
  requestExtension: byHandler,
  submit: byHandler,
  urge: (_model, _command, { supervises }) => supervises,
  askTransfer: byHandler,
  transfer: decidesTransfer,
  declineTransfer: decidesTransfer,
  unmask: (_model, _command, { handles, supervises, reviews }) => handles || supervises || reviews,
  rule: (model, { claim }, { outside, id, supervises, reviews }) =>
    outside && model.waiting?.by !== id && (reviews || (supervises && claim !== 'invalid')),
  approve: closes,
  return: closes,
  review: (model, { outcome }, { handles, supervises, reviews, outside, id }) =>
    outcome === 'resume'
      ? handles || supervises || reviews
      : outside && (supervises || reviews) && model.registeredFor !== id,
  append: byNoStaff,
  voidRating: byNoStaff,
  provinceStep: byNoStaff,
  escalate: byNoStaff,
  recount: byNoStaff,
};

const may = (model: Model, by: Acting, command: Command): boolean => {
  if (by.role === 'resident') return command.type === 'append';
  if (by.role === 'system') {
    return ['escalate', 'recount', 'provinceStep', 'voidRating'].includes(command.type);
  }
  const allowed = mayStaff[command.type] as (...given: [Model, Command, Hats]) => boolean;
  return allowed(model, command, hatsOf(model, by));
};

const left = (model: Model, kind: ClaimKind, allowed: number): boolean =>
  model.waiting === undefined && model.claimed.filter((made) => made === kind).length < allowed;

const when = (condition: boolean, then: Expected = 'ok'): Expected =>
  condition ? then : 'refused';

const closing = ({ state }: Model): Expected => when(state === 'closure_review');

/** The expected outcome of a command from an authorized person. */
const outcomes: PerType<[Policy], Expected> = {
  recordContact: ({ state }) =>
    when(isWork(state) || state === 'hardship' || state === 'dismissal_review'),
  find: ({ state }) => when(isWork(state)),
  claimInvalid: (model, _command, { appealAfterContact, contactAttempts }) => {
    const isContacted = model.answered || model.attempts >= contactAttempts;
    const mayAppeal = isContacted || appealAfterContact !== true;
    return when(isWork(model.state) && left(model, 'invalid', 1) && mayAppeal);
  },
  claimHardship: (model) => when(model.state === 'rectifying' && left(model, 'hardship', 1)),
  requestExtension: (model, _command, { extension }) =>
    when(isWork(model.state) && left(model, 'extension', extension.times), 'time'),
  askTransfer: ({ state, department, asked }, { to }) =>
    when(isTransferable(state) && !asked && to?.creditCode !== department),
  transfer: ({ state, department, waiting }, { to }) =>
    when(isTransferable(state) && to.creditCode !== department && !waiting),
  declineTransfer: ({ state, asked }) => when(isTransferable(state) && asked),
  submit: ({ state, found, answered, attempts }, _command, { contactAttempts }) =>
    when(state === 'rectifying' && found && (answered || attempts >= contactAttempts)),
  rule: ({ waiting }, { claim, grant }) =>
    when(waiting?.kind === claim, grant && claim !== 'invalid' ? 'time' : 'ok'),
  approve: closing,
  return: closing,
  urge: ({ state }) => when(isWork(state) || state === 'hardship'),
  unmask: ({ state }) => when(state !== 'closed' && state !== 'dismissed'),
  review: ({ state }) => when(state === 'hardship'),
  append: ({ state, followed }) => when(state === 'closed' && !followed, 'time'),
  voidRating: ({ voided }) => when(!voided),
  provinceStep: () => 'ok',
  escalate: () => 'time',
  recount: () => 'time',
};

const outcome = (model: Model, command: Command, policy: Policy): Expected => {
  const decides = outcomes[command.type] as (...given: [Model, Command, Policy]) => Expected;
  return decides(model, command, policy);
};

export const expected = (
  model: Model,
  { command, by }: { command: Command; by: Acting },
  policy: Policy,
): Expected => (may(model, by, command) ? outcome(model, command, policy) : 'refused');

const idOf = (by: Acting): string => (by.role === 'staff' ? by.id : by.role);

const ruled = (model: Model, claim: ClaimKind, grant: boolean): Model => {
  const { waiting, ...rest } = model;
  if (claim === 'extension') return rest;
  if (!grant) return { ...rest, state: 'rectifying' };
  if (claim === 'invalid') return { ...rest, state: 'dismissed', ...notAsked };
  return { ...rest, state: 'hardship', ...(waiting && { registeredFor: waiting.by }) };
};

/** Nobody ruled on the claim in time. */
export const lapsed = ({ waiting, ...rest }: Model): Model =>
  waiting === undefined || waiting.kind === 'extension' ? rest : { ...rest, state: waiting.from };

const claimedBy = (model: Model, kind: ClaimKind, by: Acting): Model => ({
  ...model,
  claimed: [...model.claimed, kind],
  waiting: { kind, by: idOf(by), from: model.state },
});

const submitted = ({ waiting: _dropped, ...model }: Model, by: Acting): Model => ({
  ...model,
  state: 'closure_review',
  ...notAsked,
  submittedBy: idOf(by),
});

const unchanged = (model: Model): Model => model;

const moves: PerType<[Acting, Policy], Model> = {
  recordContact: (model, { outcome }) => ({
    ...model,
    attempts: model.attempts + 1,
    answered: model.answered || outcome !== 'no_answer',
  }),
  find: (model) => ({ ...model, state: 'rectifying', found: true }),
  claimInvalid: (model, _command, by) => ({
    ...claimedBy(model, 'invalid', by),
    state: 'dismissal_review',
  }),
  claimHardship: (model, _command, by) => ({
    ...claimedBy(model, 'hardship', by),
    state: 'hardship_review',
  }),
  requestExtension: (model, _command, by) => claimedBy(model, 'extension', by),
  askTransfer: (model, { to }) => ({ ...model, asked: true, askedFor: to?.area }),
  declineTransfer: (model) => ({ ...model, ...notAsked }),
  transfer: (model, { to }) => ({
    ...model,
    ...notAsked,
    transfers: model.transfers + 1,
    department: to.creditCode,
    departments: [...model.departments, to.creditCode],
    area: to.area,
  }),
  submit: (model, _command, by) => submitted(model, by),
  rule: (model, { claim, grant }) => ruled(model, claim, grant),
  approve: (model) => ({ ...model, state: 'closed' }),
  return: (model) => ({ ...model, state: 'rectifying' }),
  review: (model, { outcome }) =>
    outcome === 'resume' ? { ...model, state: 'rectifying' } : model,
  append: (model, { level }, _by, { badLevels }) => ({
    ...model,
    followed: true,
    ...(badLevels.includes(level) && secondRound),
  }),
  voidRating: ({ waiting: _dropped, ...model }) => ({ ...model, ...dismissed }),
  urge: unchanged,
  unmask: unchanged,
  provinceStep: unchanged,
  escalate: unchanged,
  recount: unchanged,
};

const dismissed = { state: 'dismissed', ...notAsked, voided: true } as const;

const secondRound = {
  state: 'open',
  round: 2,
  attempts: 0,
  answered: false,
  found: false,
} as const satisfies Partial<Model>;

const worked = new Set<string>(
  'recordContact find claimInvalid claimHardship requestExtension askTransfer submit'.split(' '),
);

/** The model after a command that was accepted. */
export const moved = (
  model: Model,
  { command, by }: { command: Command; by: Acting },
  policy: Policy,
): Model => {
  const move = moves[command.type] as (...given: [Model, Command, Acting, Policy]) => Model;
  const after = move(model, command, by, policy);
  return worked.has(command.type) ? { ...after, workers: [...after.workers, idOf(by)] } : after;
};
