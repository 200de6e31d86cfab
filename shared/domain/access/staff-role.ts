/** The roles of the staff who work with tickets, and how far an area reaches. */
export const staffRoles = [
  'handler', // 部门承办人
  'supervisor', // 督办监督员
  'reviewer', // 复核员(信访)
  'hall_admin', // 大厅管理员
  'clerk', // 大厅工作人员
  'hotline_operator', // 12345 话务员
  'system_admin', // 系统管理员
  'auditor', // 审计员
] as const;
export type StaffRole = (typeof staffRoles)[number];

/** 全市: `330600`. */
export const isWholeCity = (area: string): boolean => /^\d{4}00$/.test(area);

/**
 * Returns whether staff of the area `own` have access to `area`. City staff (`330600`) have access
 * to every area of the city, other staff to their own area and its towns.
 */
export const reachesArea = (own: string, area: string): boolean =>
  isWholeCity(own) ? area.startsWith(own.slice(0, 4)) : area.startsWith(own);
