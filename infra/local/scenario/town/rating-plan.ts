import type { Channel } from '../../../../shared/domain/rating/channel.ts';
import type { PlannedCase } from './case-plan.ts';
import { assignCourses } from './course-plan.ts';
import { hallStops, stopMinutes } from './day.ts';
import { townPads } from './hall.ts';
import type { Random } from './random.ts';
import { wordsOf } from './rating-words.ts';
import type { Words } from './rating-words.ts';
import { courses } from './table/course.table.ts';
import type { Course } from './table/course.table.ts';
import type { IntegratorWord } from './table/integrator.table.ts';
import { areaWords } from './table/place.table.ts';
import { ratingShares } from './table/rating-share.table.ts';

/** Through which door a rating of the town comes. */
export type Door =
  | { readonly by: 'invitation'; readonly integrator: IntegratorWord }
  /** `sequence`: the pad's own number, from 1 without gaps. */
  | {
      readonly by: 'pad';
      readonly hall: string;
      readonly window: string;
      readonly sequence: number;
    }
  | {
      readonly by: 'staff';
      readonly record: string;
      readonly enteredBy: string;
      readonly checkedBy: string;
    };

export interface PlannedRating {
  readonly projectNo: string;
  readonly serviceNumber: number;
  readonly channel: Channel;
  readonly words: Words;
  readonly stop: number;
  readonly door: Door;
  /** What becomes of a bad one; good ones have none. */
  readonly course?: Course | undefined;
}

/** A contact that can be rated. */
interface Chance {
  readonly projectNo: string;
  readonly serviceNumber: number;
  readonly area: string;
  readonly integrator: IntegratorWord;
  readonly hall?: string | undefined;
  readonly window?: string | undefined;
  readonly stop: number;
}

const padPlaces = new Set(townPads.map((pad) => `${pad.hall}/${pad.window}`));

const chancesOf = ({ projectNo, integrator, events }: PlannedCase): readonly Chance[] =>
  events.flatMap(({ stop, facts: { contact } }) =>
    contact
      ? [
          {
            projectNo,
            serviceNumber: contact.serviceNumber,
            area: (contact.hall ?? projectNo).slice(0, 6),
            integrator,
            hall: contact.hall,
            window: contact.window,
            stop,
          },
        ]
      : [],
  );

const suitsChannel = (channel: Channel, { hall, window }: Chance): boolean => {
  if (channel === 'portal' || channel === 'app') return hall === undefined;
  if (hall === undefined) return false;
  return channel === 'pad' ? padPlaces.has(`${hall}/${window ?? ''}`) : true;
};

/** How many stops after the contact people rate, at most. */
const patience: Record<Channel, number> = {
  pad: 0,
  qr: 0,
  terminal: 0,
  paper: 0,
  portal: 3,
  app: 3,
  sms: 6,
  hotline: 6,
};

const wordOf = (area: string): string =>
  areaWords.find((place) => place.area === area)?.word ?? 'city';

/** Entered in office hours, by staff of that area or of the city's hotline. */
const staffDoor = (channel: Channel, { area, projectNo, serviceNumber }: Chance): Door => {
  const stem = channel === 'hotline' ? 'hotline' : `clerk-${wordOf(area)}`;
  const letter = channel === 'hotline' ? 'L' : 'Z';
  return {
    by: 'staff',
    record: `${letter}${projectNo}-${serviceNumber}`,
    enteredBy: `${stem}-1`,
    checkedBy: `${stem}-2`,
  };
};

const doorOf = (channel: Channel, chance: Chance): Door => {
  if (channel === 'hotline' || channel === 'paper') return staffDoor(channel, chance);
  if (channel !== 'pad') return { by: 'invitation', integrator: chance.integrator };
  return { by: 'pad', hall: chance.hall ?? '', window: chance.window ?? '', sequence: 0 };
};

const officeHours = (stop: number): number =>
  stop % stopMinutes.length < hallStops ? stop : stop - 1;

interface Choosing {
  readonly random: Random;
  readonly lastStop: number;
}

interface Placed {
  readonly chance: Chance;
  readonly channel: Channel;
  readonly stop: number;
}

const placeRating = (chance: Chance, channel: Channel, { random, lastStop }: Choosing): Placed => {
  const stop = Math.min(lastStop, chance.stop + random.between(0, patience[channel]));
  const entered = channel === 'hotline' ? Math.max(chance.stop, officeHours(stop)) : stop;
  return { chance, channel, stop: entered };
};

const ratingOf = (
  { chance, channel, stop }: Placed,
  course: Course | undefined,
  random: Random,
): PlannedRating => ({
  projectNo: chance.projectNo,
  serviceNumber: chance.serviceNumber,
  channel,
  words: wordsOf(course !== undefined, random),
  stop,
  door: doorOf(channel, chance),
  course,
});

/** A pad numbers what is pressed on it in the order in which it is pressed. */
const numberRatings = (ratings: readonly PlannedRating[]): readonly PlannedRating[] => {
  const counts = new Map<string, number>();
  return ratings
    .toSorted((a, b) => a.stop - b.stop)
    .map((rating) => {
      if (rating.door.by !== 'pad') return rating;
      const place = `${rating.door.hall}/${rating.door.window}`;
      const sequence = (counts.get(place) ?? 0) + 1;
      counts.set(place, sequence);
      return { ...rating, door: { ...rating.door, sequence } };
    });
};

/** 评价: which contacts are rated, by which channel and how; the others stay unrated. */
export const planRatings = (
  cases: readonly PlannedCase[],
  choosing: Choosing,
): readonly PlannedRating[] => {
  const { random, lastStop } = choosing;
  let open = random.shuffled(cases.flatMap(chancesOf));
  const ratings = ratingShares.flatMap(({ channel, count }) => {
    const chosen = open.filter((chance) => suitsChannel(channel, chance)).slice(0, count);
    open = open.filter((chance) => !chosen.includes(chance));
    const all = chosen.map((chance) => placeRating(chance, channel, choosing));
    const own = courses.filter((course) => course.channel === channel);
    const given = assignCourses(all, own, lastStop);
    return all.map((one) => ratingOf(one, given.get(one), random));
  });
  return numberRatings(ratings);
};
