import type { StaffRole } from './staff-role.ts';

/** What one person proposes and another confirms. */
export const powers = [
  'integrator',
  'pad',
  'webhook',
  'center_access',
  'calendar_year',
  'policy',
  'register',
  'case_owner',
  'center_callback',
  'take_up_rating',
  'settle_press',
  'settle_callback',
  'contest_ruling',
] as const;
export type Power = (typeof powers)[number];

/** The roles that may propose and confirm each. */
export const powerRoles: Readonly<Record<Power, readonly StaffRole[]>> = {
  integrator: ['system_admin'],
  pad: ['hall_admin', 'system_admin'],
  webhook: ['system_admin'],
  center_access: ['system_admin'],
  calendar_year: ['system_admin'],
  policy: ['system_admin'],
  register: ['system_admin'],
  case_owner: ['system_admin'],
  center_callback: ['system_admin'],
  take_up_rating: ['system_admin'],
  settle_press: ['system_admin'],
  settle_callback: ['system_admin'],
  // 申诉由信访部门复核; outside every department concerned.
  contest_ruling: ['supervisor', 'reviewer'],
};
