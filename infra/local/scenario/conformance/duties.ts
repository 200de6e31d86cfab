import { signatureProblems } from '../../../../events/contract.ts';
import { isCallOf, steps } from '../player/steps.table.ts';
import { codeOf, eventsOf, findCodes, findOutside, findRefused, itemsOf } from './seen-facts.ts';
import type { Outcome, Verdict } from './verdict.ts';
import type { SeenCall } from './witness.ts';

interface Finding {
  readonly outcome: Outcome;
  readonly because?: string;
}

/** 接入系统的义务: one requirement on a client, judged by its calls. */
interface Duty {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly judge: (seen: readonly SeenCall[]) => Finding;
}

const passed: Finding = { outcome: 'passed' };
const notShown: Finding = { outcome: 'not_shown' };
const failBecause = (because: string): Finding => ({ outcome: 'failed', because });

const passWhere = (condition: boolean): Finding => (condition ? passed : notShown);

const isReport = isCallOf('reportEvents');
const isFile = isCallOf('importCases');
const isInvitation = isCallOf('inviteResident');

const idsOf = (call: SeenCall): readonly unknown[] => eventsOf(call).map(({ eventId }) => eventId);

/** Judges whether each event of a disturbed call comes again with the same id. */
const judgeRetry = (seen: readonly SeenCall[], disturbed: SeenCall['disturbed']): Finding => {
  const at = seen.findIndex((call) => call.disturbed === disturbed);
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

const judgeFaults = (found: readonly string[], occasion: boolean): Finding =>
  found.length === 0
    ? passWhere(occasion)
    : failBecause([...new Set(found)].slice(0, 5).join('; '));

const isAccepted = ({ status }: SeenCall): boolean => status < 400;

const duties: readonly Duty[] = [
  {
    id: 'client.signs',
    zh: '每次调用都正确签名',
    en: 'signs every call rightly',
    judge: (seen) => judgeFaults(findCodes(seen, signatureProblems), seen.some(isAccepted)),
  },
  {
    id: 'client.fresh',
    zh: '重试时重新签名，不重放旧请求',
    en: 'signs anew when it comes again, and replays nothing',
    judge: (seen) =>
      judgeFaults(
        findCodes(seen, ['replayed']),
        ['busy' as const, 'lost' as const].some(
          (disturbed) => judgeRetry(seen, disturbed).outcome === 'passed',
        ),
      ),
  },
  {
    id: 'client.events',
    zh: '上报的事件全部符合要求',
    en: 'reports events that all fit',
    judge: (seen) => {
      const codes = ['invalid_json', 'invalid_input', 'unsupported_media_type', 'body_too_large'];
      const reports = seen.filter(isReport);
      const found = [...findCodes(reports, codes), ...findRefused(reports)];
      return judgeFaults(found, reports.some(isAccepted));
    },
  },
  {
    id: 'client.scope',
    zh: '只为密钥权限与使用范围内的办件上报和邀请',
    en: 'reports and invites only what its key may be used for',
    judge: (seen) => judgeFaults(findOutside(seen), seen.some(isAccepted)),
  },
  {
    id: 'client.busy',
    zh: '服务繁忙（503）后重新上报相同的事件',
    en: 'reports the same events again after a busy service (503)',
    judge: (seen) => judgeRetry(seen, 'busy'),
  },
  {
    id: 'client.lost',
    zh: '响应丢失后以相同的 eventId 重新上报',
    en: 'reports the same events, by the same ids, after an answer was lost',
    judge: (seen) => judgeRetry(seen, 'lost'),
  },
  {
    id: 'client.finishes',
    zh: '上报办结',
    en: 'reports that cases are finished',
    judge: (seen) => passWhere(seen.filter(isReport).some(isFinished)),
  },
  {
    id: 'client.invites',
    zh: '为服务环节取得评价邀请',
    en: 'asks for invitations of contacts',
    judge: (seen) => passWhere(seen.filter(isInvitation).some(isAccepted)),
  },
  {
    id: 'client.imports',
    zh: '以文件上报且各行均被接受',
    en: 'sends files whose lines are all taken',
    judge: (seen) => {
      const files = seen.filter(isFile);
      const answers = files.map(({ answer }) => steps.importCases.answer.safeParse(answer));
      const refused = answers.reduce((sum, { data }) => sum + (data?.refused ?? 0), 0);
      if (refused > 0) return failBecause(`${refused} lines were refused`);
      return judgeFaults(
        files.flatMap((file) => codeOf(file) ?? []),
        answers.some(({ success }) => success),
      );
    },
  },
];

export const judgeClient = (seen: readonly SeenCall[]): readonly Verdict[] =>
  duties.map(({ id, zh, en, judge }) => ({ id, zh, en, ...judge(seen) }));
