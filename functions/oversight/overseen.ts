/** Who sees which cases on the lists of oversight, and what every line says. */
import type { Case } from '../../shared/domain/case/case.ts';
import type { Timetable } from '../../shared/domain/time/deadline.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { isOverseer } from '../../shared/http/staff.ts';
import type { Staff } from '../../shared/http/staff.ts';

export interface Viewer {
  readonly staff: Staff;
  readonly at: Instant;
  readonly timetable: Timetable;
}

/** Overseers see every case of their area, handlers the cases of their department. */
export const canView = ({ staff }: Pick<Viewer, 'staff'>, { department }: Case): boolean =>
  isOverseer(staff) || department.creditCode === staff.department;

/** A line names no applicant. */
export const overseenHead = ({ projectNo, matter, department, area }: Case) => ({
  projectNo,
  matter: { code: matter.code, name: matter.name },
  department: { creditCode: department.creditCode, name: department.name },
  area,
});
