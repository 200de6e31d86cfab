import type { Channel } from '../../../../shared/domain/rating/channel.ts';
import type { PlannedCase } from './case-plan.ts';
import { hallStops, stopMinutes } from './day.ts';
import { townPads } from './hall.ts';
import type { Random } from './random.ts';
import { chooseWords } from './rating-words.ts';
import type { Words } from './rating-words.ts';
import type { IntegratorWord } from './table/integrator.table.ts';
import { areaWords } from './table/place.table.ts';
import { ratingShares } from './table/rating-share.table.ts';
import { ticketScenarios } from './table/ticket-scenario.table.ts';
import type { TicketScenario } from './table/ticket-scenario.table.ts';
import { assignScenarios } from './ticket-plan.ts';

/** How a rating of the town reaches the service. */
type Intake =
  | { readonly by: 'invitation'; readonly integrator: IntegratorWord }
  /** `sequence`: the number on the pad, from 1 without gaps. */
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

export type IntakeBy<By extends Intake['by']> = Extract<Intake, { by: By }>;

export interface PlannedRating {
  readonly projectNo: string;
  readonly serviceNumber: number;
  readonly channel: Channel;
  readonly words: Words;
  readonly stop: number;
  readonly intake: Intake;
  /** Of a bad rating. A good one has none. */
  readonly scenario?: TicketScenario | undefined;
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

/** The largest number of stops between a contact and its rating. */
const patience: Record<Channel, number> = {
  pad: 0,
  qr: 0,
  terminal: 0,
  paper: 0,
  portal: 3,
  app: 3,
  sms: 6,
  hotline: 6,
  unknown: 0,
};

const wordOf = (area: string): string =>
  areaWords.find((place) => place.area === area)?.word ?? 'city';

/** Staff of the area or of the city's hotline enter these ratings in office hours. */
const enterByStaff = (channel: Channel, { area, projectNo, serviceNumber }: Chance): Intake => {
  const stem = channel === 'hotline' ? 'hotline' : `clerk-${wordOf(area)}`;
  const letter = channel === 'hotline' ? 'L' : 'Z';
  return {
    by: 'staff',
    record: `${letter}${projectNo}-${serviceNumber}`,
    enteredBy: `${stem}-1`,
    checkedBy: `${stem}-2`,
  };
};

const intakeOf = (channel: Channel, chance: Chance): Intake => {
  if (channel === 'hotline' || channel === 'paper') return enterByStaff(channel, chance);
  if (channel !== 'pad') return { by: 'invitation', integrator: chance.integrator };
  return { by: 'pad', hall: chance.hall ?? '', window: chance.window ?? '', sequence: 0 };
};

const moveIntoOfficeHours = (stop: number): number =>
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
  const entered = channel === 'hotline' ? Math.max(chance.stop, moveIntoOfficeHours(stop)) : stop;
  return { chance, channel, stop: entered };
};

const ratingOf = (
  { chance, channel, stop }: Placed,
  scenario: TicketScenario | undefined,
  random: Random,
): PlannedRating => ({
  projectNo: chance.projectNo,
  serviceNumber: chance.serviceNumber,
  channel,
  words: chooseWords(scenario !== undefined, random),
  stop,
  intake: intakeOf(channel, chance),
  scenario,
});

/** A pad numbers its ratings in the order in which residents press it. */
const numberRatings = (ratings: readonly PlannedRating[]): readonly PlannedRating[] => {
  const counts = new Map<string, number>();
  return ratings
    .toSorted((a, b) => a.stop - b.stop)
    .map((rating) => {
      const { intake } = rating;
      if (intake.by !== 'pad') return rating;
      const place = `${intake.hall}/${intake.window}`;
      const sequence = (counts.get(place) ?? 0) + 1;
      counts.set(place, sequence);
      return { ...rating, intake: { ...intake, sequence } };
    });
};

/** 评价: the contacts that are rated, with channel and words. The others stay without a rating. */
export const planRatings = (
  cases: readonly PlannedCase[],
  choosing: Choosing,
): readonly PlannedRating[] => {
  const { random, lastStop } = choosing;
  let open = random.shuffle(cases.flatMap(chancesOf));
  const ratings = ratingShares.flatMap(({ channel, count }) => {
    const chosen = open.filter((chance) => suitsChannel(channel, chance)).slice(0, count);
    open = open.filter((chance) => !chosen.includes(chance));
    const all = chosen.map((chance) => placeRating(chance, channel, choosing));
    const own = ticketScenarios.filter((scenario) => scenario.channel === channel);
    const assigned = assignScenarios(all, own, lastStop);
    return all.map((one) => ratingOf(one, assigned.get(one), random));
  });
  return numberRatings(ratings);
};
