import { expect, it } from 'vitest';

import { caseDossier } from '../../../../functions/exchange/record/case-dossier.ts';
import type { Rating } from '../../../../shared/domain/rating/rating.ts';
import { sampleCase, sampleRating, ticketOf } from '../../../contract/suite/sample.ts';

const known = sampleCase();
const { projectNo } = known;

/** The dossier of a case with these ratings, each of which opened a ticket. */
const dossierOf = (...ratings: readonly Rating[]) => {
  const opened = ratings
    .filter(({ assessNumber }) => assessNumber === 1)
    .map((rating) => ticketOf(rating));
  return caseDossier(projectNo, {
    ratings: { ofCase: async (asked) => (asked === projectNo ? { known, ratings } : undefined) },
    tickets: {
      find: async (id) => opened.find(({ ticket }) => ticket.id === id)?.ticket,
      steps: async (id) =>
        opened.filter(({ ticket }) => ticket.id === id).map(({ first }) => first),
    },
  });
};

const first = sampleRating({ projectNo });
const followUp = sampleRating({ projectNo, assessNumber: 2, level: 'satisfied', tags: [] });
const other = sampleRating({ projectNo, serviceNumber: 2 });

it('the center is told each contact, its two ratings and its ticket', async () => {
  const file = await dossierOf(first, followUp, other);
  expect(file).toMatchObject({ known, ratings: [first, followUp, other] });
  expect(file?.tickets.map(({ ticket, steps }) => [ticket.id, steps[0]?.ticketId])).toEqual([
    [`${projectNo}-1`, `${projectNo}-1`],
    [`${projectNo}-2`, `${projectNo}-2`],
  ]);
});

it('the center, which takes no rating back, is not told of one in the place of another', async () => {
  const instead = sampleRating({ projectNo, generation: 2, level: 'very_dissatisfied' });
  const file = await dossierOf(instead, first);
  expect(file?.ratings).toEqual([first]);
  expect(file?.tickets.map(({ ticket }) => ticket.id)).toEqual([`${projectNo}-1`]);
});

it('nothing is known of a case that nobody reported', async () => {
  const unknown = await caseDossier('330602261120000000099', {
    ratings: { ofCase: async () => undefined },
    tickets: { find: async () => undefined, steps: async () => [] },
  });
  expect(unknown).toBeUndefined();
});
