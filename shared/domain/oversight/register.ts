/** 应评清单: what should be ratable in an area, as the city lists it. */
export const registerNouns = ['departments', 'matters', 'halls'] as const;
export type RegisterNoun = (typeof registerNouns)[number];

/** 大厅层级: the city's plan requires every city and county hall, and extends to the towns. */
export const hallLevels = ['city', 'county', 'town'] as const;
export type HallLevel = (typeof hallLevels)[number];

export interface RegisterEntry {
  /** 统一社会信用代码 of a department, 事项编码 of a matter, 大厅编码 of a hall. */
  readonly code: string;
  readonly name: string;
  /**
   * 统一部门编码 of a department, which the province requires; used for cases whose system does not
   * send it.
   */
  readonly orgCode?: string | undefined;
  /** Present on halls. */
  readonly level?: HallLevel | undefined;
}

/** One complete list of an area; a new list replaces it as a whole. */
export interface Register {
  readonly noun: RegisterNoun;
  /** 6 digits. */
  readonly area: string;
  readonly entries: readonly RegisterEntry[];
}
