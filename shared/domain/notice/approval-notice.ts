/**
 * 复核通知: those who may confirm a proposed act are notified of it at once, reminded before it
 * expires, and notified when it has expired. All of these are written with the proposal and wait for
 * their moment, where those that are no longer needed are silenced.
 */
import { isExpired } from '../access/approval.ts';
import type { Approval } from '../access/approval.ts';
import { powerRoles } from '../access/power.ts';
import type { Power } from '../access/power.ts';
import type { StaffRole } from '../access/staff-role.ts';
import { countingArea } from '../area/area.ts';
import type { Rules } from '../ticket/ticket.ts';
import { addMs } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import type { ApprovalNoticeType } from './notice-type.ts';
import { approvalBoxKinds, cityOf, reviewBoxKinds, sendingMoment } from './notice.ts';
import type { ApprovalBoxKind, ApprovalNotice, BoxKind } from './notice.ts';
import { reminderMoment } from './reminder-moment.ts';

/** The role for which each inbox is. */
export const boxRoles = {
  administrator: 'system_admin',
  hall_administrator: 'hall_admin',
} as const satisfies Record<ApprovalBoxKind, StaffRole>;

const boxesOf = (power: Power): readonly BoxKind[] => [
  ...approvalBoxKinds.filter((kind) => powerRoles[power].includes(boxRoles[kind])),
  ...reviewBoxKinds.filter((kind) => powerRoles[power].includes(kind)),
];

/** Working days between the reminder and the end, and how early it is without a calendar. */
const lead = { workingDays: 3, days: 7 } as const;

type Timing = Pick<Rules, 'timetable'>;

interface Announcement {
  readonly type: ApprovalNoticeType;
  readonly at: Instant;
  /** 6 digits each. */
  readonly areas: readonly string[];
}

/**
 * An identity provider does not say how many persons reach an area. There may be one or none, so the
 * city, which may confirm as well, is told too.
 */
const announcementsOf = (
  { area, at, expiresAt }: Approval,
  proposerArea: string,
  rules: Timing,
): readonly Announcement[] => [
  { type: 'approval_asked', at, areas: [area, cityOf(area)] },
  {
    type: 'approval_reminder',
    at: reminderMoment(rules, expiresAt, lead),
    areas: [area, cityOf(area)],
  },
  // At its last moment it can still be confirmed.
  {
    type: 'approval_expired',
    at: addMs(expiresAt, 1),
    areas: [area, countingArea(proposerArea)],
  },
];

/** Returns the notices of a new proposal, for the transaction that stores it. */
export const approvalNotices = (
  approval: Approval,
  { proposerArea, rules }: { readonly proposerArea: string; readonly rules: Timing },
): readonly ApprovalNotice[] => {
  const { id: approvalId, proposal, area, by } = approval;
  const { power } = proposal;
  return announcementsOf(approval, proposerArea, rules).flatMap(({ type, at, areas }) =>
    [...new Set(areas)].flatMap((of) =>
      boxesOf(power).map((kind): ApprovalNotice => {
        const id = `${approvalId}.${type}.${kind}.${of}`;
        const sendAt = sendingMoment(rules, at);
        const about = { id, type, box: { kind, of }, approvalId, power, area, by };
        return { ...about, at, sendAt, state: 'waiting', version: 1 };
      }),
    ),
  );
};

/** Whether a notice says something that is no longer so. */
export const isOutdated = ({ type }: ApprovalNotice, approval: Approval, at: Instant): boolean =>
  type === 'approval_expired'
    ? !isExpired(approval, at)
    : approval.state !== 'proposed' || isExpired(approval, at);
