import type { Case } from '../../shared/domain/case/case.ts';
import type { Notice } from '../../shared/domain/notice/notice.ts';
import type { GenerationKey } from '../../shared/domain/rating/rating-key.ts';
import type { Rating } from '../../shared/domain/rating/rating.ts';
import type { Opening } from '../../shared/domain/ticket/opening.ts';
import { chainSteps, chainedFrom } from '../../shared/domain/ticket/step/chain.ts';
import type { Step } from '../../shared/domain/ticket/step/step.ts';
import type { Ticket } from '../../shared/domain/ticket/ticket.ts';
import { civilDateOf } from '../../shared/domain/time/instant.ts';
import type { DueEntry } from '../../shared/port/escalation/due-index.ts';
import type { RatingStore } from '../../shared/port/rating/store.ts';
import type { StepLedger } from '../../shared/port/ticket/step-ledger.ts';
import type { TicketChange, TicketStore } from '../../shared/port/ticket/store.ts';
import { sha256 } from '../../shared/rules.ts';
import { copyOf, maybeCopyOf, Versioned } from './memory.ts';
import type { Memory } from './memory.ts';
import { listed } from './ticket-list.ts';

const keyOf = (key: GenerationKey & Partial<Pick<Rating, 'origin'>>): string =>
  [
    key.projectNo,
    key.serviceNumber,
    key.origin === 'default' ? 'default' : key.assessNumber,
    key.generation ?? 1,
  ].join('/');

export interface FakeRatingStores {
  readonly ratings: RatingStore;
  readonly tickets: TicketStore;
  readonly allRatings: () => readonly Rating[];
  readonly stepLedger: StepLedger;
  /** For what is written together with a contest, in one turn. */
  readonly loop: {
    readonly mark: (rating: Rating) => void;
    readonly has: (rating: Rating) => boolean;
    readonly change: (change: TicketChange) => 'saved' | 'conflict';
    readonly open: (rating: Rating, opening: Opening | undefined) => void;
  };
  /** The entries of the tickets in the due index. */
  readonly dueTickets: () => readonly DueEntry[];
}

/** Ratings and tickets in one memory, because one write may create both, together with notices. */
export const fakeRatingStores = (
  memory: Memory,
  caseOf: (projectNo: string) => Case | undefined,
  tell: (notice: Notice) => void = () => undefined,
): FakeRatingStores => {
  const ratings = new Map<string, Rating>();
  const tickets = new Versioned<Ticket>();
  const steps = new Map<string, readonly Step[]>();

  const stepped = (id: string, more: readonly Step[]): void => {
    steps.set(id, [...(steps.get(id) ?? []), ...copyOf(more)]);
    for (let count = 0; count < more.length; count += 1) memory.wrote('step');
  };
  const change = ({ next, events: drafts, notices }: TicketChange): 'saved' | 'conflict' => {
    const { ticket, steps: linked } = chainSteps(next, drafts, sha256);
    if (ticket.version === 1 || tickets.put(ticket.id, ticket) === 'conflict') return 'conflict';
    memory.wrote('ticket');
    stepped(ticket.id, linked);
    notices.forEach((notice) => tell(notice));
    return 'saved';
  };
  const keep = (rating: Rating): void => {
    ratings.set(keyOf(rating), copyOf(rating));
    memory.wrote('rating');
  };

  const openWith = (rating: Rating, opening: Opening | undefined): void => {
    keep(rating);
    if (opening === undefined) return;
    const { ticket, first, notices } = opening;
    tickets.put(ticket.id, chainedFrom(ticket, first));
    memory.wrote('ticket');
    stepped(ticket.id, [first]);
    notices.forEach((notice) => tell(notice));
  };

  return {
    loop: { mark: keep, has: (rating) => ratings.has(keyOf(rating)), change, open: openWith },
    stepLedger: {
      async takenOn(day) {
        await memory.turn();
        const all = [...steps.values()].flat();
        return copyOf(all.filter(({ at }) => civilDateOf(at) === day));
      },
    },
    allRatings: () => [...ratings.values()].map(copyOf),
    dueTickets: () =>
      tickets
        .values()
        .flatMap(({ id, nextAt }): readonly DueEntry[] =>
          nextAt === undefined ? [] : [{ of: 'ticket', id, at: nextAt }],
        ),
    ratings: {
      async record(rating, opening) {
        await memory.turn();
        const existing = ratings.get(keyOf(rating));
        if (existing !== undefined) return { ok: false, existing: copyOf(existing) };
        openWith(rating, opening);
        return { ok: true };
      },
      async follow(rating, changed) {
        await memory.turn();
        if (ratings.has(keyOf(rating)) || change(changed) === 'conflict') return 'conflict';
        keep(rating);
        return 'saved';
      },
      async find(key) {
        await memory.turn();
        return maybeCopyOf(ratings.get(keyOf({ ...key, origin: 'active' })));
      },
      async ofCase(projectNo) {
        await memory.turn();
        const known = caseOf(projectNo);
        if (known === undefined) return undefined;
        const own = [...ratings.values()].filter(
          (rating) => rating.projectNo === projectNo && rating.origin === 'active',
        );
        return {
          known,
          ratings: own
            .map(copyOf)
            .toSorted(
              (a, b) =>
                a.serviceNumber - b.serviceNumber ||
                a.assessNumber - b.assessNumber ||
                (a.generation ?? 1) - (b.generation ?? 1),
            ),
        };
      },
    },
    tickets: {
      async find(id) {
        await memory.turn();
        return tickets.get(id);
      },
      async steps(id) {
        await memory.turn();
        return copyOf(steps.get(id) ?? []);
      },
      async save(next, drafts, notices) {
        await memory.turn();
        return change({ next, events: drafts, notices });
      },
      async openIn(scope, page) {
        await memory.turn();
        return listed(tickets.values(), scope, page);
      },
      async endedIn(scope, page) {
        await memory.turn();
        return listed(tickets.values(), scope, page);
      },
    },
  };
};
