import type { Case } from '../../shared/domain/case/case.ts';
import { contestKinds } from '../../shared/domain/message/kind.ts';
import type { Message } from '../../shared/domain/message/message.ts';
import type { Subject } from '../../shared/domain/message/subject.ts';
import type { MessageFacts } from '../../shared/domain/message/wanted.ts';
import type { Contest } from '../../shared/domain/rating/contest/contest.ts';
import { invitationExpiry } from '../../shared/domain/rating/invitation.ts';
import type { Invited } from '../../shared/domain/rating/invited.ts';
import type { Rating } from '../../shared/domain/rating/rating.ts';
import type { Step } from '../../shared/domain/ticket/step/step.ts';
import { ticketIdOf } from '../../shared/domain/ticket/ticket.ts';
import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';
import type { ContestStore } from '../../shared/port/rating/contest-store.ts';
import type { InvitationStore } from '../../shared/port/rating/invitation-store.ts';
import type { RatingStore } from '../../shared/port/rating/store.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';
import { Permanent } from '../../shared/queue/permanent.ts';

/** The key under which this system itself invites; no integrator can have it. */
export const ownAccessKey = 'own-messages';

export interface DossierDeps {
  readonly cases: Pick<CaseStore, 'find'>;
  readonly ratings: Pick<RatingStore, 'find'>;
  readonly contests: Pick<ContestStore, 'find'>;
  readonly tickets: Pick<TicketStore, 'find' | 'steps'>;
  readonly invitations: Pick<InvitationStore, 'find' | 'note'>;
}

/** What is known of the contact of a message at this moment. */
export interface Dossier {
  readonly known: Case;
  readonly rating?: Rating | undefined;
  readonly ticket?: Ticket | undefined;
  readonly invited?: Invited | undefined;
  /** The contest that it is about. */
  readonly contest?: Contest | undefined;
}

export const requireCase = async (
  { projectNo }: Pick<Subject, 'projectNo'>,
  { cases }: Pick<DossierDeps, 'cases'>,
): Promise<Case> => {
  const known = await cases.find(projectNo);
  if (known === undefined) throw new Permanent('a message about a case that does not exist');
  return known;
};

/** A receipt that is sent again is that of the rating that counts, after a contest the second one. */
const ratingFor = async (
  { type, projectNo, serviceNumber, generation }: Subject,
  { ratings }: Pick<DossierDeps, 'ratings'>,
): Promise<Rating | undefined> => {
  const key = { projectNo, serviceNumber, assessNumber: 1 } as const;
  const rating = await ratings.find({ ...key, generation });
  const isReplaced = type === 'receipt_again' && rating?.contested === 'upheld';
  return isReplaced ? ratings.find({ ...key, generation: 2 }) : rating;
};

const contestFor = async (
  { type, projectNo, serviceNumber, mark: number }: Subject,
  { contests }: Pick<DossierDeps, 'contests'>,
): Promise<Contest | undefined> =>
  number === undefined || !contestKinds.includes(type)
    ? undefined
    : contests.find({ projectNo, serviceNumber, number });

export const readDossier = async (subject: Subject, deps: DossierDeps): Promise<Dossier> => {
  const { projectNo, serviceNumber } = subject;
  const [known, rating, ticket, invited, contest] = await Promise.all([
    requireCase(subject, deps),
    ratingFor(subject, deps),
    deps.tickets.find(ticketIdOf(subject)),
    deps.invitations.find({ projectNo, serviceNumber }),
    contestFor(subject, deps),
  ]);
  return { known, rating, ticket, invited, contest };
};

/** Returns the step that a message tells of. */
export const stepOf = async (
  { mark, ...about }: Subject,
  { tickets }: Pick<DossierDeps, 'tickets'>,
): Promise<Step> => {
  const steps = await tickets.steps(ticketIdOf(about));
  const step = steps.find(({ number }) => number === mark);
  if (step === undefined) throw new Permanent('a message about a step that does not exist');
  return step;
};

export const factsOf = ({ at }: Message, { rating, ticket, invited }: Dossier): MessageFacts => ({
  isRated: rating !== undefined,
  contested: rating?.contested,
  isInvitedElsewhere: invited !== undefined && invited.accessKey !== ownAccessKey,
  expiresAt: invitationExpiry('sms', at),
  ticket,
});
