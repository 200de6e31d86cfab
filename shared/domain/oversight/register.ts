import type { Area } from '../area/area.ts';
import type { IndicatorGroup, IndicatorSet } from '../rating/indicator-kind.ts';

/** 清单: what an area has, as it lists it itself: versioned data that two persons put in force. */
export const registerNouns = [
  'departments',
  'matters',
  'halls',
  'systems',
  'areas',
  'indicators',
] as const;
export type RegisterNoun = (typeof registerNouns)[number];

/** 应评清单: the registers of what should be ratable, the denominators of coverage. */
export const ratableNouns = ['departments', 'matters', 'halls'] as const;
export type RatableNoun = (typeof ratableNouns)[number];

/** 大厅层级: the city's plan requires every city and county hall, and extends to towns and villages. */
export const hallLevels = ['city', 'county', 'town', 'village'] as const;
export type HallLevel = (typeof hallLevels)[number];

/** What a listed place is; the first five are places of six digits. */
export const placeKinds = [
  'city',
  'district',
  'county',
  'county_level_city',
  'internal', // 功能区, for example 滨海新区
  'town', // 乡镇、街道
  'village', // 村、社区
] as const satisfies readonly (Area['kind'] | 'town' | 'village')[];
export type PlaceKind = (typeof placeKinds)[number];

/** 联络员. Only the staff id leads to a phone number, so that none is stored here. */
export interface ContactPerson {
  readonly name: string;
  readonly staffId: string;
}

/** 办公时间 on days of the week, 1 for Monday to 7 for Sunday; `HH:MM` in Shanghai. */
export interface OfficeHours {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

export interface RegisterEntry {
  /**
   * 统一社会信用代码 of a department, 事项编码 of a matter, 大厅编码 of a hall, 系统编码 of a
   * self-built system, 行政区划代码 of an area, 指标代码 of an indicator.
   */
  readonly code: string;
  /** Of an indicator: its official Chinese wording. */
  readonly name: string;
  /** Where it is within the area of the list: 6 digits, or the 9 or 12 of a town or village. */
  readonly area?: string | undefined;
  /**
   * 统一部门编码 of a department, which the province requires; used for cases whose system does not
   * send it.
   */
  readonly orgCode?: string | undefined;
  /** 服务区划 of a department beyond the area that lists it: what it does there is in its figures. */
  readonly serves?: readonly string[] | undefined;
  readonly contacts?: readonly ContactPerson[] | undefined;
  /** 敏感事项, for example of disability or low income: shown to others under a neutral text. */
  readonly sensitive?: boolean | undefined;
  readonly level?: HallLevel | undefined;
  /** 窗口编码. */
  readonly windows?: readonly string[] | undefined;
  /** 自助终端, by codes as of windows. */
  readonly terminals?: readonly string[] | undefined;
  readonly hours?: readonly OfficeHours[] | undefined;
  /** 统一社会信用代码 of the department that runs a self-built system. */
  readonly department?: string | undefined;
  /** The id under which a self-built system was admitted; absent until it is. */
  readonly system?: string | undefined;
  readonly kind?: PlaceKind | undefined;
  /** The English text of an indicator, or name of an area. */
  readonly english?: string | undefined;
  readonly group?: IndicatorGroup | undefined;
  readonly set?: IndicatorSet | undefined;
  /** 停用: of an indicator that new ratings must not have. */
  readonly retired?: boolean | undefined;
  /** Other six-digit codes seen for the same area. */
  readonly aliases?: readonly string[] | undefined;
  /** 已撤销: nothing new is set up in the area; what it has stays in every list. */
  readonly closed?: boolean | undefined;
}

export type RegisterMember = Exclude<keyof RegisterEntry, 'code' | 'name'>;

interface Members {
  readonly required: readonly RegisterMember[];
  readonly optional: readonly RegisterMember[];
}

/** The members of the entries of each register, besides code and name. */
export const registerMembers: Readonly<Record<RegisterNoun, Members>> = {
  departments: { required: [], optional: ['area', 'orgCode', 'serves', 'contacts'] },
  matters: { required: [], optional: ['sensitive'] },
  halls: { required: ['level', 'windows'], optional: ['area', 'terminals', 'hours'] },
  systems: { required: ['department'], optional: ['system'] },
  areas: { required: ['kind'], optional: ['english', 'aliases', 'closed'] },
  indicators: { required: ['english', 'group'], optional: ['set', 'retired'] },
};

/** One complete list of an area; a new list replaces it as a whole. */
export interface Register {
  readonly noun: RegisterNoun;
  /** 6 digits. */
  readonly area: string;
  readonly entries: readonly RegisterEntry[];
}
