import { contactOf } from '../../shared/domain/case/case.ts';
import type { MessageKind } from '../../shared/domain/message/kind.ts';
import { claimMessage, settleMessage } from '../../shared/domain/message/message.ts';
import type { Message } from '../../shared/domain/message/message.ts';
import type { MessageRules } from '../../shared/domain/message/rules.ts';
import { segmentsOf } from '../../shared/domain/message/template.ts';
import { invitedOf } from '../../shared/domain/rating/invited.ts';
import type { MessagePublisher } from '../../shared/port/message/publisher.ts';
import type { MessageStore } from '../../shared/port/message/store.ts';
import { raiseAlarm } from '../../shared/telemetry.ts';
import { composeMessage } from './compose.ts';
import type { ComposeDeps } from './compose.ts';
import { ownAccessKey } from './dossier.ts';
import type { Dossier, DossierDeps } from './dossier.ts';
import { planOnce } from './planned.ts';
import type { PlannedDeps } from './planned.ts';

export interface AttemptDeps extends PlannedDeps, ComposeDeps {
  readonly messages: Pick<MessageStore, 'find' | 'save'>;
  readonly publish: (counts: Readonly<Record<string, number>>) => void;
}

type Text = Message & { readonly type: MessageKind };

export interface Attempted {
  readonly message: Text;
  readonly dossier: Dossier;
  readonly rules: MessageRules;
  readonly to: string;
  readonly publisher: MessagePublisher;
}

/** The invitation is counted, and what follows it is planned, before it is sent: a repeat may. */
const prepareInvitation = async (
  { message, dossier: { known } }: Attempted,
  deps: AttemptDeps & Pick<DossierDeps, 'invitations'>,
): Promise<void> => {
  if (message.type !== 'invitation') return;
  const { projectNo, serviceNumber } = message;
  const contact = contactOf(known, serviceNumber);
  if (contact === undefined) throw new Error('an invitation to a contact that does not exist');
  const how = { channel: 'sms', at: deps.now(), accessKey: ownAccessKey } as const;
  await deps.invitations.note(invitedOf({ known, contact }, how));
  await planOnce({ type: 'invitation_reminder', projectNo, serviceNumber }, deps);
  await planOnce({ type: 'call', projectNo, serviceNumber }, deps);
};

/** A number may be wrong; a gateway that never answered keeps news from everybody. */
const countOutcome = ({ state, id, reason, segments = 0 }: Message, deps: AttemptDeps): void => {
  if (state === 'sent') deps.publish({ MessagesSent: 1, MessageSegments: segments });
  if (state !== 'failed') return;
  raiseAlarm('messageFailed', new Error('the gateway did not take it'), { messageId: id, reason });
  deps.publish({ MessagesFailed: 1, ...(reason === 'no_answer' && { MessagesUnanswered: 1 }) });
};

/** The receipt of the gateway may have come before its answer was saved. */
const saveOutcome = async (next: Message, deps: AttemptDeps): Promise<void> => {
  if ((await deps.messages.save(next)) === 'saved') return countOutcome(next, deps);
  const other = await deps.messages.find(next.id);
  if (other?.state === 'delivered' || other?.reason === 'undelivered') return;
  throw new Error('another delivery took over the claim during the attempt');
};

/**
 * Makes one attempt. The claim is saved before it and the result after it, so of two concurrent
 * deliveries one continues, and an abandoned claim becomes due again. The id of the message is that
 * of the request: a gateway that gets it twice sends it once.
 */
export const attemptMessage = async (attempted: Attempted, deps: AttemptDeps): Promise<void> => {
  const { message, to, publisher } = attempted;
  const claim = claimMessage(message, deps.now());
  if ((await deps.messages.save(claim)) === 'conflict') return;
  await prepareInvitation(attempted, deps);
  const { text, values } = await composeMessage(message, attempted, deps);
  const request = { requestId: message.id, kind: message.type, mobile: to, text, values };
  const said = await publisher.publish(request);
  const settled = settleMessage(claim, said, deps.now());
  await saveOutcome({ ...settled, segments: segmentsOf(text) }, deps);
};
