import { isDeepStrictEqual } from 'node:util';

import type { TicketAction } from '../../events/ticket/action.ts';
import type { FactsOf, TicketEventType } from '../../shared/domain/ticket/event/facts.ts';
import type { Step } from '../../shared/domain/ticket/step/step.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import { notePlace } from './command.ts';

type Facts<T extends TicketEventType> = Partial<Record<AllKeys<FactsOf<T>>, unknown>>;
/** The members of every form of the facts. */
type AllKeys<T> = T extends unknown ? keyof T : never;

/** The event that records an action, with the facts that are the person's own. */
type Recorded = { [T in TicketEventType]: { type: T; facts: Facts<T> } }[TicketEventType];

type ActionOf<T extends TicketAction['type']> = Extract<TicketAction, { type: T }>;

const records: { readonly [T in TicketAction['type']]: (action: ActionOf<T>) => Recorded } = {
  recordContact: ({ way, outcome }) => ({ type: 'contacted', facts: { way, outcome } }),
  find: ({ kind, cause }) => ({ type: 'found', facts: { kind, cause } }),
  claimInvalid: ({ grounds, evidence }) => ({
    type: 'claimed',
    facts: { claim: 'invalid', grounds, evidence },
  }),
  claimHardship: ({ reviewOn, evidence }) => ({
    type: 'claimed',
    facts: { claim: 'hardship', reviewOn, evidence },
  }),
  requestExtension: ({ days }) => ({ type: 'claimed', facts: { claim: 'extension', days } }),
  askTransfer: ({ to }) => ({ type: 'transfer_asked', facts: { to } }),
  transfer: ({ to }) => ({
    type: 'transferred',
    facts: { toDepartment: to.creditCode, toArea: to.area },
  }),
  declineTransfer: () => ({ type: 'transfer_declined', facts: {} }),
  submit: ({ result, evidence }) => ({ type: 'submitted', facts: { result, evidence } }),
  rule: ({ claim, grant }) => ({ type: 'ruled', facts: { claim, granted: grant } }),
  approve: () => ({ type: 'approved', facts: {} }),
  return: () => ({ type: 'returned', facts: {} }),
  urge: () => ({ type: 'urged', facts: {} }),
  unmask: () => ({ type: 'unmasked', facts: {} }),
  review: ({ outcome }) => ({
    type: 'reviewed',
    facts: outcome === 'resume' ? { kept: false } : { kept: true, reviewOn: outcome.keepUntil },
  }),
};

const recordOf = (action: TicketAction): Recorded =>
  (records[action.type] as (action: TicketAction) => Recorded)(action);

const hasFacts = (step: Step, { type, facts }: Recorded): boolean =>
  step.type === type &&
  Object.entries(facts).every(([name, value]) =>
    isDeepStrictEqual((step.facts as Readonly<Record<string, unknown>>)[name], value),
  );

const hasWords = async (step: Step, action: TicketAction, keys: KeyRing): Promise<boolean> => {
  const decryptSealed = async (sealed: string | undefined) =>
    sealed === undefined ? undefined : keys.decrypt(sealed, notePlace(step.ticketId));
  const { note, answer } =
    action.type === 'submit'
      ? { note: action.measure, answer: action.answer }
      : { note: action.note, answer: undefined };
  return (
    (await decryptSealed(step.sealedNote)) === note &&
    (await decryptSealed(step.sealedAnswer)) === answer
  );
};

/** Returns whether a step records this action: the same facts and the same words. */
export const isRecordOf = async (
  step: Step,
  action: TicketAction,
  keys: KeyRing,
): Promise<boolean> => hasFacts(step, recordOf(action)) && (await hasWords(step, action, keys));
