import { ReportResend, ReportWithdrawal } from '../../events/exchange/outbox.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { recordId } from '../../shared/domain/exchange/case-report.ts';
import type {
  Corrections,
  ReportAsk,
  ReportRecord,
} from '../../shared/domain/exchange/case-report.ts';
import { pendingEntry } from '../../shared/domain/exchange/outbox.ts';
import { planOf } from '../../shared/domain/exchange/plan.ts';
import { askedOf, askRefusal } from '../../shared/domain/exchange/record-state.ts';
import { pathParameter, readBody } from '../../shared/http/body.ts';
import type { Answer, HttpRequest } from '../../shared/http/edge.ts';
import { requireListedAreas } from '../../shared/http/oversight/listed-area.ts';
import type { ListedAreaDeps } from '../../shared/http/oversight/listed-area.ts';
import { reportProblems } from '../../shared/http/problem/exchange.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { requireKnown, requireReach } from '../../shared/http/staff.ts';
import type { Staff, StaffHandler } from '../../shared/http/staff.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { ReportFile, ReportStore } from '../../shared/port/exchange/store.ts';
import { recordView } from './record/record-view.ts';

export interface ResendDeps extends ListedAreaDeps {
  readonly now: Now;
  readonly cases: Pick<CaseStore, 'find'>;
  readonly reports: Pick<ReportStore, 'file' | 'save'>;
}

const withdrawRoute = 'POST /v1/reports/outbox/{projectNo}/withdraw';

/** A request: what to do with which record of which case. */
interface Asking {
  readonly known: Case;
  readonly file: ReportFile;
  readonly asked: ReportAsk;
  readonly corrections?: Corrections | undefined;
}

const recordIn = ({ records }: ReportFile, id: string): ReportRecord => {
  const found = records.find(({ ref }) => recordId(ref) === id);
  if (found === undefined) throw new Problem(reportProblems.report_record_unknown);
  return found;
};

const requestResend = (
  record: ReportRecord,
  { file, asked, corrections }: Asking,
): ReportRecord => {
  const refusal = askRefusal(record, asked.what, file.records);
  if (refusal !== undefined) throw new Problem(reportProblems[refusal]);
  return askedOf(record, asked, corrections);
};

/** Makes the case due at once. The next scheduled run, within five minutes, sends it. */
const toDueEntry = (record: ReportRecord | undefined, { known, file, asked }: Asking) => {
  const records = file.records.map((one) => (one.ref === record?.ref ? record : one));
  const plan = planOf([], records, new Set());
  const standing = { known, before: file.outbox, plan, at: asked.at };
  return pendingEntry(standing, asked.at, 0);
};

const saveRecord = async (record: ReportRecord | undefined, asking: Asking, deps: ResendDeps) => {
  const saved = await deps.reports.save({ record, outbox: toDueEntry(record, asking) });
  if (saved === 'conflict') throw new Problem('busy');
};

const answerWith = (projectNo: string, record: ReportRecord | undefined): Answer => ({
  status: 202,
  body: { projectNo, record: record === undefined ? null : recordView(record) },
});

const readCorrection = async (
  request: HttpRequest,
  { staff, what, reason }: { staff: Staff; what: ReportAsk['what']; reason: string },
  deps: ResendDeps,
): Promise<Asking> => {
  const projectNo = pathParameter(request, 'projectNo');
  const [known, file] = await Promise.all([
    deps.cases.find(projectNo),
    deps.reports.file(projectNo),
  ]);
  if (known === undefined) throw new Problem('case_unknown');
  requireKnown(staff, known.area, 'case_unknown');
  return { known, file, asked: { what, reason, by: staff.id, at: deps.now() } };
};

const withdraw = async (request: HttpRequest, staff: Staff, deps: ResendDeps): Promise<Answer> => {
  const { record: id, reason } = readBody(request, ReportWithdrawal);
  const asking = await readCorrection(request, { staff, what: 'withdraw', reason }, deps);
  const record = requestResend(recordIn(asking.file, id), asking);
  await saveRecord(record, asking, deps);
  return answerWith(asking.known.projectNo, record);
};

const resend = async (request: HttpRequest, staff: Staff, deps: ResendDeps): Promise<Answer> => {
  const { record: id, reason, corrections } = readBody(request, ReportResend);
  const asking = await readCorrection(request, { staff, what: 'resend', reason }, deps);
  // Staff can only assign a rating to an area that they may access.
  if (corrections?.area !== undefined) {
    requireReach(staff, corrections.area);
    await requireListedAreas([corrections.area], deps);
  }
  const again = { ...asking, corrections };
  const record = id === undefined ? undefined : requestResend(recordIn(asking.file, id), again);
  await saveRecord(record, again, deps);
  return answerWith(asking.known.projectNo, record);
};

/**
 * `POST …/resend`: sends a record again, with corrected descriptive fields if given, and with a
 * higher revision when the center already holds it; without a record, checks the whole case again.
 * `POST …/withdraw`: withdraws a record from the center; ratings and texts of residents cannot be
 * withdrawn.
 */
export const correctReport =
  (deps: ResendDeps): StaffHandler =>
  async (request, staff) => {
    return request.routeKey === withdrawRoute
      ? withdraw(request, staff, deps)
      : resend(request, staff, deps);
  };
