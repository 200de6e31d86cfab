import type { BoxKind } from '../../../../../../shared/domain/notice/notice.ts';
import type { Rung } from '../../../../../../shared/domain/policy/policy.ts';
import type { RunningClock } from '../../../../../../shared/domain/time/deadline.ts';
import {
  fromEpoch,
  parseInstant,
  toEpoch,
  withOffset,
} from '../../../../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../../../../shared/domain/time/instant.ts';
import { afterWorkingTime } from '../../../../../../shared/domain/time/working-time.ts';
import { expectThat, inShort, NotAsTold, expectProblem } from '../../expectation.ts';
import { handler } from '../../fresh-case.ts';
import { rungMoments } from '../../rung-moments.ts';
import type { RungMoment } from '../../rung-moments.ts';
import { boxDoors, boxKindsShown, rungWords } from '../../rung.table.ts';
import type { Stage } from '../../stage.ts';
import { policyOf, timetableOf } from '../../timetable.ts';
import { underFaults } from '../../under-faults.ts';
import { readNotices, rungOf } from './inbox.ts';
import { attemptAction, badBy, fileOf, ticketOf } from './ticket.ts';
import type { File } from './ticket.ts';

const minutes = 60_000;

/** A queue holds back whole seconds, rounded up. */
const atMostLateMs = 5_000;

const momentIn = (text: string | undefined): Instant => {
  const at = text === undefined ? undefined : parseInstant(text);
  if (at === undefined) throw new NotAsTold('a moment', `came: ${text ?? 'none'}`);
  return at;
};

const toRunningClock = (clock: File['clocks']['rectify']): RunningClock => {
  const { state, term, pauses = [] } = clock;
  if (state !== 'running' || term === undefined) throw new NotAsTold('a running clock', state);
  return {
    state,
    term,
    startedAt: momentIn(clock.startedAt),
    dueAt: momentIn(clock.dueAt),
    pauses: pauses.map(({ from, to }) => ({ from: momentIn(from), to: momentIn(to) })),
  };
};

const formatShort = (at: Instant): string => withOffset(at).slice(0, 19).replace('T', ' ');

const firedIn = ({ audit }: File, rung: Rung) =>
  audit.steps.filter(({ type, facts }) =>
    rung === 'notify' ? type === 'opened' : type === 'escalated' && facts['rung'] === rung,
  );

interface Climb {
  readonly ticketId: string;
  readonly openedAt: Instant;
  /** The next moment inside working hours. */
  readonly nextWorking: (at: Instant) => Instant;
}

/** Waits until the notice may be sent, then looks into every inbox. */
const reachRung = async (
  stage: Stage,
  rung: Rung,
  { step, climb }: { step: Step; climb: Climb },
) => {
  await stage.clock.moveTo(fromEpoch(toEpoch(climb.nextWorking(momentIn(step.at))) + 1000));
  const asked = { ticketId: climb.ticketId, since: climb.openedAt };
  const boxes: BoxKind[] = [];
  for (const kind of boxKindsShown) {
    const own = (await readNotices(stage, kind, asked)).filter((notice) => rungOf(notice) === rung);
    expectThat(own.length <= 1, `${rung} is told once`, own);
    if (own.length === 1) boxes.push(kind);
  }
  const { boxes: wanted } = rungWords[rung];
  expectThat(boxes.join() === wanted.join(), `${rung} reaches ${wanted.join(', ')}`, boxes);
  return boxes.map((kind) => boxDoors[kind].zh).join('、');
};

type Step = File['audit']['steps'][number];

/** One rung: not a moment before its time, once, with its step and its notices. */
const climbTo = async (
  stage: Stage,
  { rung, at }: RungMoment,
  climb: Climb,
): Promise<readonly string[]> => {
  const { clock } = stage;
  await clock.moveTo(fromEpoch(toEpoch(at) - 10 * minutes));
  const before = firedIn(await fileOf(stage, climb.ticketId), rung);
  const isAhead = clock.now() <= toEpoch(at);
  if (rung !== 'notify')
    expectThat(!isAhead || before.length === 0, `${rung} is not due yet`, before);
  await clock.moveTo(fromEpoch(toEpoch(at) + 1000));
  const [step, ...more] = firedIn(await fileOf(stage, climb.ticketId), rung);
  if (step === undefined) throw new NotAsTold(`${rung} fires at ${at}`, 'came: nothing');
  expectThat(more.length === 0, `${rung} fires once`, more);
  const late = Date.parse(step.at) - toEpoch(at);
  expectThat(late >= 0 && late <= atMostLateMs, `${rung} fires at its moment`, {
    at,
    fired: step.at,
  });
  const boxes = await reachRung(stage, rung, { step, climb });
  return [
    `${rungWords[rung].zh} ${rung}`,
    formatShort(at),
    formatShort(momentIn(step.at)),
    `#${step.number}`,
    boxes,
  ];
};

const tooLate = async (stage: Stage, ticketId: string): Promise<void> => {
  const deed = { type: 'requestExtension', days: 5, note: '需要更多时间。' } as const;
  const late = await attemptAction(stage, { ticketId, by: handler, deed });
  stage.tell.quote(inShort(expectProblem(late, 422, 'extension_late')));
  stage.tell.pass('超期后不能再申请延期', 'an extension cannot be asked for any more');
};

/** The moments of all rungs. */
const computeRungs = async (stage: Stage, ticketId: string) => {
  const file = await fileOf(stage, ticketId);
  const policy = await policyOf(stage, file.policyVersion);
  const timetable = await timetableOf(stage, policy);
  const openedAt = momentIn(file.openedAt);
  const clocks = {
    contact: toRunningClock(file.clocks.contact),
    rectify: toRunningClock(file.clocks.rectify),
  };
  const nextWorking = (at: Instant): Instant => {
    const next = afterWorkingTime(timetable, at, 0);
    return next.ok ? next.at : at;
  };
  const rungs: readonly RungMoment[] = [
    { rung: 'notify', at: openedAt },
    ...rungMoments(policy, clocks, timetable),
  ];
  return { climb: { ticketId, openedAt, nextWorking }, rungs };
};

/** 升级阶梯: nobody touches this one; the clock is moved to the moment of each rung. */
export const playLadder = async (stage: Stage): Promise<void> => {
  const { tell } = stage;
  const ticketId = ticketOf(badBy(stage, 'app'));
  const { climb, rungs } = await computeRungs(stage, ticketId);
  tell.scene('超期未办：分级预警督办', 'Nobody acts: every rung of the ladder');
  tell.say(
    '时钟依次移至各级触发时刻；每条消息均投递三次。',
    'The clock is moved to the moment of each rung; every message is delivered three times.',
  );
  const rows = await underFaults(stage, { duplicate: 3 }, async () => {
    const climbed = [];
    for (const moment of rungs) climbed.push(await climbTo(stage, moment, climb));
    return climbed;
  });
  tell.table(['级', '应于', '触发于', '流水', '收件箱'], rows);
  tell.pass('每一级准时触发一次，通知在工作时间送达', 'each rung once, at its moment');
  await tooLate(stage, ticketId);
};
