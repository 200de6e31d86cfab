import type { ContestFile } from '../../../events/rating/contest-view.ts';
import type { ContestState } from '../../../events/rating/contest.ts';
import { contributionsOf } from '../../../shared/domain/figures/contribution.ts';
import { sumOf } from '../../../shared/domain/figures/slot.ts';
import type { ContestOutcome } from '../../../shared/domain/rating/contest/contest-state.ts';
import { confirmReply } from '../approval-calls.ts';
import type { Reply } from '../reply.ts';
import type { Key, Person } from '../request.ts';
import { bodyOf, newWorld, people } from '../world.ts';

export const bad = { level: 'dissatisfied', tags: ['209'], text: '来了三次才办好' };
export const good = { level: 'very_satisfied', tags: ['510'] };
export const stranger = 'another-page-0001';

/** Outside the rated department, with reach; none of them has done anything with the ticket. */
export const first: Person = { ...people.reviewer, id: 'u-reviewer-1' };
export const second: Person = { ...people.supervisor, id: 'u-supervisor-2' };

/** A contact that somebody rated over one link, and the resident's own link to it. */
export const ratedByOther = async (words: object = good) => {
  const world = newWorld();
  const key: Key = await world.integrator();
  const projectNo = await world.acceptedCase(key);
  const otherLink = await world.token(key, projectNo);
  const rated = await world.call('POST /v1/ratings', { body: { token: otherLink, ...words } });
  const token = await world.token(key, projectNo, 'sms');
  return {
    world,
    key,
    projectNo,
    otherLink,
    token,
    rated,
    contact: { projectNo, serviceNumber: 1 },
    id: `${projectNo}-1c1`,
  };
};
export type Contested = Awaited<ReturnType<typeof ratedByOther>>;

export const contest = ({ world, token }: Contested, body: object = bad): Promise<Reply> =>
  world.call('POST /v1/ratings/contest', { body: { token, ...body } });

export const stateOf = async ({ world }: Contested, reference: string): Promise<ContestState> =>
  bodyOf(await world.call('GET /v1/ratings/contest/{reference}', { path: { reference } }));

export const callBack = ({ world, id }: Contested, body: object, as: Person = first) =>
  world.call('POST /v1/contests/{id}/call-back', { as, path: { id }, body });

export const own = { outcome: 'reached', answer: 'contest_is_own', note: '本人只评价过一次' };

export const propose = (
  { world, id }: Contested,
  outcome: ContestOutcome,
  as: Person = first,
): Promise<Reply> =>
  world.call('POST /v1/contests/{id}/ruling', {
    as,
    path: { id },
    body: { outcome, reason: '申请人回访确认' },
  });

const answers = {
  upheld: 'contest_is_own',
  rejected: 'first_is_own',
  neither: 'neither',
} as const;

/** The whole review: a call-back, a proposal, and another person's confirmation. */
export const ruled = async (contested: Contested, outcome: ContestOutcome): Promise<Reply> => {
  await callBack(contested, { ...own, answer: answers[outcome] });
  return confirmReply(contested.world, await propose(contested, outcome), second);
};

export const fileOf = async ({ world, id }: Contested, as: Person = first): Promise<ContestFile> =>
  bodyOf(await world.call('GET /v1/contests/{id}', { as, path: { id } }));

export const ratingOf = ({ world, contact }: Contested, generation?: number) =>
  world.stores.ratings.find({ ...contact, assessNumber: 1, generation });

/** What the ratings and tickets of a contact add to the figures of the city, as a recount sees it. */
export const countedOf = async ({ world, projectNo }: Contested) => {
  const file = await world.stores.ratings.ofCase(projectNo);
  const tickets = await Promise.all(
    ['', 'g2'].map((suffix) => world.stores.tickets.find(`${projectNo}-1${suffix}`)),
  );
  const sources = [
    ...(file?.ratings ?? []).map((of) => ({ kind: 'rating', of }) as const),
    ...tickets.flatMap((of) => (of === undefined ? [] : [{ kind: 'ticket', of } as const])),
  ];
  const city = sources
    .flatMap((source) => contributionsOf(source))
    .filter(({ scope }) => scope.kind === 'city');
  return sumOf(city.map(({ counts }) => counts));
};
