/**
 * Where the small town is served. Areas and the names of sub-districts and towns are real; the
 * 9-digit town codes only have the real form, and halls, windows and pads are invented.
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

export const townPlaces: readonly TownPlace[] = [
  {
    area: '330602',
    code: '330602001',
    name: '塔山街道',
    word: 'tashan',
    kind: 'street',
    pad: true,
  },
  {
    area: '330602',
    code: '330602002',
    name: '府山街道',
    word: 'fushan',
    kind: 'street',
    pad: false,
  },
  {
    area: '330603',
    code: '330603001',
    name: '柯桥街道',
    word: 'keqiao-jd',
    kind: 'street',
    pad: true,
  },
  { area: '330603', code: '330603101', name: '漓渚镇', word: 'lizhu', kind: 'town', pad: false },
  {
    area: '330604',
    code: '330604001',
    name: '百官街道',
    word: 'baiguan',
    kind: 'street',
    pad: true,
  },
  { area: '330604', code: '330604101', name: '丰惠镇', word: 'fenghui', kind: 'town', pad: false },
  {
    area: '330624',
    code: '330624001',
    name: '南明街道',
    word: 'nanming',
    kind: 'street',
    pad: true,
  },
  { area: '330624', code: '330624101', name: '儒岙镇', word: 'ruao', kind: 'town', pad: false },
  {
    area: '330681',
    code: '330681001',
    name: '暨阳街道',
    word: 'jiyang',
    kind: 'street',
    pad: true,
  },
  { area: '330681', code: '330681101', name: '店口镇', word: 'diankou', kind: 'town', pad: false },
  {
    area: '330683',
    code: '330683001',
    name: '剡湖街道',
    word: 'shanhu',
    kind: 'street',
    pad: true,
  },
  { area: '330683', code: '330683101', name: '甘霖镇', word: 'ganlin', kind: 'town', pad: false },
];

/** Windows of a hall at each level, and which of them have a pad. */
export const windowsByLevel = {
  city: {
    windows: ['A01', 'A02', 'A03', 'A04', 'B01', 'B02', 'B03', 'C01'],
    pads: ['A01', 'A02', 'B01'],
  },
  county: { windows: ['A01', 'A02', 'A03', 'B01', 'B02'], pads: ['A01', 'B01'] },
  town: { windows: ['T01', 'T02'], pads: ['T01'] },
} as const;
