/**
 * The places of the small town. Areas and the names of sub-districts and towns are real. The
 * 9-digit town codes have the real form; halls, windows and pads are invented.
 */
export interface TownPlace {
  readonly area: string;
  /** 乡镇(街道) code, 9 digits. */
  readonly code: string;
  readonly name: string;
  /** Word for ids and addresses. */
  readonly word: string;
  readonly kind: 'street' | 'town';
  readonly pad: boolean;
}

/** The city, its three districts, one county and two county-level cities, with a word for ids. */
export const areaWords = [
  { area: '330600', word: 'city' },
  { area: '330602', word: 'yuecheng' },
  { area: '330603', word: 'keqiao' },
  { area: '330604', word: 'shangyu' },
  { area: '330624', word: 'xinchang' },
  { area: '330681', word: 'zhuji' },
  { area: '330683', word: 'shengzhou' },
] as const;

type Row = readonly [code: string, name: string, word: string, pad: boolean];

const rows: readonly Row[] = [
  ['330602001', '塔山街道', 'tashan', true],
  ['330602002', '府山街道', 'fushan', false],
  ['330603001', '柯桥街道', 'keqiao-jd', true],
  ['330603101', '漓渚镇', 'lizhu', false],
  ['330604001', '百官街道', 'baiguan', true],
  ['330604101', '丰惠镇', 'fenghui', false],
  ['330624001', '南明街道', 'nanming', true],
  ['330624101', '儒岙镇', 'ruao', false],
  ['330681001', '暨阳街道', 'jiyang', true],
  ['330681101', '店口镇', 'diankou', false],
  ['330683001', '剡湖街道', 'shanhu', true],
  ['330683101', '甘霖镇', 'ganlin', false],
];

export const townPlaces: readonly TownPlace[] = rows.map(([code, name, word, pad]) => ({
  area: code.slice(0, 6),
  code,
  name,
  word,
  kind: name.endsWith('街道') ? 'street' : 'town',
  pad,
}));

/** The windows of a hall at each level, and those with a pad. */
export const windowsByLevel = {
  city: {
    windows: ['A01', 'A02', 'A03', 'A04', 'B01', 'B02', 'B03', 'C01'],
    pads: ['A01', 'A02', 'B01'],
  },
  county: { windows: ['A01', 'A02', 'A03', 'B01', 'B02'], pads: ['A01', 'B01'] },
  town: { windows: ['T01', 'T02'], pads: ['T01'] },
} as const;
