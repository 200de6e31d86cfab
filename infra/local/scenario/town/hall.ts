import { areaName } from './body.ts';
import { areaWords, townPlaces, windowsByLevel } from './table/place.table.ts';

export interface TownHall {
  /** 大厅编码: area, dash, letter, number. */
  readonly code: string;
  readonly name: string;
  readonly level: 'city' | 'county' | 'town';
  /** 6 digits: the area of the hall's administrator. */
  readonly area: string;
  /** The area of its cases; 9 digits for a sub-district or town. */
  readonly serves: string;
  readonly windows: readonly string[];
  readonly padWindows: readonly string[];
}

const ofArea = ({ area }: (typeof areaWords)[number]): TownHall => {
  const level = area === '330600' ? 'city' : 'county';
  return {
    code: `${area}-H1`,
    name: `${areaName(area)}政务服务中心`,
    level,
    area,
    serves: area,
    windows: windowsByLevel[level].windows,
    padWindows: windowsByLevel[level].pads,
  };
};

const ofTown = ({ area, code, name, pad }: (typeof townPlaces)[number]): TownHall => ({
  code: `${code}-H1`,
  name: `${areaName(area)}${name}便民服务中心`,
  level: 'town',
  area,
  serves: code,
  windows: windowsByLevel.town.windows,
  padWindows: pad ? windowsByLevel.town.pads : [],
});

/** 大厅: one of the city, one in each area, and two townships in each area. */
export const townHalls: readonly TownHall[] = [...areaWords.map(ofArea), ...townPlaces.map(ofTown)];

/** 评价器: a pad at one window. */
export interface TownPad {
  readonly hall: string;
  readonly window: string;
  readonly area: string;
  readonly label: string;
}

export const townPads: readonly TownPad[] = townHalls.flatMap((hall) =>
  hall.padWindows.map((window) => ({
    hall: hall.code,
    window,
    area: hall.area,
    label: `${window} 窗口评价器`,
  })),
);
