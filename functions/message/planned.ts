import { contestKinds } from '../../shared/domain/message/kind.ts';
import type { PlannedKind } from '../../shared/domain/message/kind.ts';
import { planMessage } from '../../shared/domain/message/message.ts';
import type { Message } from '../../shared/domain/message/message.ts';
import { sendingMoment } from '../../shared/domain/message/moment.ts';
import { defaultMessageRules } from '../../shared/domain/message/rules.ts';
import type { MessageRules } from '../../shared/domain/message/rules.ts';
import type { Subject } from '../../shared/domain/message/subject.ts';
import { messageIdOf } from '../../shared/domain/message/subject.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { MessageStore } from '../../shared/port/message/store.ts';
import type { Rulebook } from '../../shared/port/policy/rulebook.ts';
import { requireCase, stepOf } from './dossier.ts';
import type { DossierDeps } from './dossier.ts';

export interface PlannedDeps extends DossierDeps {
  readonly now: Now;
  readonly messages: Pick<MessageStore, 'find' | 'save'>;
  readonly rulebook: Pick<Rulebook, 'now'>;
}

/** Returns the rules of messages that are in force now, whatever applies to a ticket. */
export const messageRules = async (rulebook: Pick<Rulebook, 'now'>): Promise<MessageRules> =>
  (await rulebook.now()).policy.messages ?? defaultMessageRules;

/** Their mark is no step of a ticket. */
const ofNoStep: ReadonlySet<PlannedKind> = new Set(['receipt_again', ...contestKinds]);

/** What is sent again, or was just ruled, is told now; a message of a ticket tells of its step. */
const occasionOf = async (
  subject: Subject,
  deps: PlannedDeps,
): Promise<{ readonly at: Instant; readonly until?: Instant | undefined }> => {
  if (subject.mark === undefined || ofNoStep.has(subject.type)) return { at: deps.now() };
  const step = await stepOf(subject, deps);
  const until = step.type === 'approved' ? step.facts.appendUntil : undefined;
  return { at: step.at, until };
};

/** Plans a message for the time by day at which it is due; a repeat finds it planned. */
export const planOnce = async (
  subject: Subject,
  deps: PlannedDeps,
): Promise<Message | undefined> => {
  const [{ department, area }, occasion, rules] = await Promise.all([
    requireCase(subject, deps),
    occasionOf(subject, deps),
    messageRules(deps.rulebook),
  ]);
  const message = planMessage(subject, {
    place: { creditCode: department.creditCode, area },
    at: occasion.at,
    sendAt: sendingMoment(subject.type, occasion, rules),
    now: deps.now(),
  });
  const saved = (await deps.messages.save(message)) === 'saved';
  return saved ? message : deps.messages.find(messageIdOf(subject));
};
