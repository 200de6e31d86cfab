import { CaseEventBatchAnswer } from '../../../../events/case/event.ts';
import type { CaseEventAnswer } from '../../../../events/case/event.ts';
import { CaseImportAnswer } from '../../../../events/case/import.ts';
import { signatureProblems } from '../../../../events/contract.ts';
import type { Outcome, Verdict } from './verdict.ts';
import type { SeenCall } from './witness.ts';

interface Finding {
  readonly outcome: Outcome;
  readonly because?: string;
}

/** 接入系统的义务: what a client has to do, judged by the calls that were seen. */
interface Duty {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly judge: (seen: readonly SeenCall[]) => Finding;
  /** Whether a client of this kind cannot be certified without it; else it is only told. */
  readonly needed?: (seen: readonly SeenCall[]) => boolean;
}

const passed: Finding = { outcome: 'passed' };
const notShown: Finding = { outcome: 'not_shown' };
const failBecause = (because: string): Finding => ({ outcome: 'failed', because });

const passedWhere = (condition: boolean): Finding => (condition ? passed : notShown);

const codeOf = ({ answer }: SeenCall): string | undefined => {
  const code = (answer as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
};

const isAt = (path: string) => (call: SeenCall) =>
  call.method === 'POST' && call.path.split('?')[0] === path;

const isReport = isAt('/v1/cases');
const isFile = isAt('/v1/cases/import');

/** A client may report by files alone; one that does neither has not reported yet. */
const bySingleEvents = (seen: readonly SeenCall[]): boolean =>
  seen.some(isReport) || !seen.some(isFile);

const eventsOf = ({ body = '' }: SeenCall): readonly { eventId?: unknown; type?: unknown }[] => {
  try {
    const { events } = JSON.parse(body) as { events?: unknown };
    return Array.isArray(events) ? events : [];
  } catch {
    // A body that is no JSON holds no events; that it is none is another duty's matter.
    return [];
  }
};

const itemsOf = ({ answer }: SeenCall): readonly CaseEventAnswer[] => {
  const read = CaseEventBatchAnswer.safeParse(answer);
  return read.success ? read.data.items : [];
};

const idsOf = (call: SeenCall): readonly unknown[] => eventsOf(call).map(({ eventId }) => eventId);

/** After a call was spoilt, every event of it must come again, with its own id. */
const comesAgain = (seen: readonly SeenCall[], spoilt: SeenCall['spoilt']): Finding => {
  const at = seen.findIndex((call) => call.spoilt === spoilt);
  const call = seen[at];
  if (call === undefined) return notShown;
  const later = new Set(
    seen
      .slice(at + 1)
      .filter(isReport)
      .flatMap(idsOf),
  );
  const lacking = idsOf(call).filter((id) => !later.has(id));
  return lacking.length === 0
    ? passed
    : failBecause(`${lacking.length} of ${idsOf(call).length} events did not come again`);
};

const isFinished = (call: SeenCall): boolean =>
  itemsOf(call).some(
    ({ index, outcome }) => outcome !== 'refused' && eventsOf(call)[index]?.type === 'finished',
  );

const wrongItems = (seen: readonly SeenCall[]): readonly string[] =>
  seen.flatMap((call) =>
    itemsOf(call).flatMap(({ problem }) =>
      problem === undefined
        ? []
        : [`${problem.code} ${(problem.errors ?? []).map(({ path }) => path).join(' ')}`.trim()],
    ),
  );

const codesAmong = (seen: readonly SeenCall[], codes: readonly string[]): readonly string[] =>
  seen.flatMap((call) => codes.filter((code) => code === codeOf(call)));

const noneOf = (found: readonly string[], occasion: boolean): Finding =>
  found.length === 0
    ? passedWhere(occasion)
    : failBecause([...new Set(found)].slice(0, 5).join('; '));

const isAccepted = ({ status }: SeenCall): boolean => status < 400;

const duties: readonly Duty[] = [
  {
    id: 'client.signs',
    zh: '每次调用都正确签名',
    en: 'signs every call rightly',
    judge: (seen) => noneOf(codesAmong(seen, signatureProblems), seen.some(isAccepted)),
    needed: () => true,
  },
  {
    id: 'client.fresh',
    zh: '重试时重新签名，不重放旧请求',
    en: 'signs anew when it comes again, and replays nothing',
    judge: (seen) =>
      noneOf(
        codesAmong(seen, ['replayed']),
        ['busy' as const, 'lost' as const].some(
          (spoilt) => comesAgain(seen, spoilt).outcome === 'passed',
        ),
      ),
    needed: bySingleEvents,
  },
  {
    id: 'client.events',
    zh: '上报的事件全部符合要求',
    en: 'reports events that all fit',
    judge: (seen) => {
      const codes = ['invalid_json', 'invalid_input', 'unsupported_media_type', 'body_too_large'];
      const reports = seen.filter(isReport);
      const found = [...codesAmong(reports, codes), ...wrongItems(reports)];
      return noneOf(found, reports.some(isAccepted));
    },
    needed: bySingleEvents,
  },
  {
    id: 'client.busy',
    zh: '服务繁忙（503）后重新上报相同的事件',
    en: 'reports the same events again after a busy service (503)',
    judge: (seen) => comesAgain(seen, 'busy'),
    needed: bySingleEvents,
  },
  {
    id: 'client.lost',
    zh: '响应丢失后以相同的 eventId 重新上报',
    en: 'reports the same events, by the same ids, after an answer was lost',
    judge: (seen) => comesAgain(seen, 'lost'),
    needed: bySingleEvents,
  },
  {
    id: 'client.finishes',
    zh: '上报办结',
    en: 'reports that cases are finished',
    judge: (seen) => passedWhere(seen.filter(isReport).some(isFinished)),
  },
  {
    id: 'client.invites',
    zh: '为服务环节取得评价邀请',
    en: 'asks for invitations of contacts',
    judge: (seen) => passedWhere(seen.filter(isAt('/v1/invitations')).some(isAccepted)),
  },
  {
    id: 'client.imports',
    zh: '以文件上报且各行均被接受',
    en: 'sends files whose lines are all taken',
    judge: (seen) => {
      const files = seen.filter(isFile);
      const answers = files.map(({ answer }) => CaseImportAnswer.safeParse(answer));
      const refused = answers.reduce((sum, { data }) => sum + (data?.refused ?? 0), 0);
      if (refused > 0) return failBecause(`${refused} lines were refused`);
      return noneOf(
        files.flatMap((file) => codeOf(file) ?? []),
        answers.some(({ success }) => success),
      );
    },
    needed: (seen) => !bySingleEvents(seen),
  },
];

export const judgeClient = (seen: readonly SeenCall[]): readonly Verdict[] =>
  duties.map(({ id, zh, en, judge, needed }) => ({
    id,
    zh,
    en,
    ...(needed?.(seen) === true ? { needed: true as const } : {}),
    ...judge(seen),
  }));
