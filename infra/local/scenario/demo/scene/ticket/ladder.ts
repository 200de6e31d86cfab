import { ticketBoxKinds } from '../../../../../../shared/domain/notice/notice.ts';
import type { TicketBoxKind } from '../../../../../../shared/domain/notice/notice.ts';
import type { Rung } from '../../../../../../shared/domain/policy/policy.ts';
import type { RunningClock } from '../../../../../../shared/domain/time/deadline.ts';
import { fromEpoch, parseInstant, toEpoch } from '../../../../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../../../../shared/domain/time/instant.ts';
import { afterWorkingTime } from '../../../../../../shared/domain/time/working-time.ts';
import { ExpectationFailed, expectPresent, expectThat } from '../../../player/expectation.ts';
import { requestExtension } from '../../../player/staff-action.ts';
import { handler } from '../../case-maker.ts';
import { formatTime } from '../../format-time.ts';
import { computeRungMoments } from '../../rung-moments.ts';
import type { RungMoment } from '../../rung-moments.ts';
import { inboxes, rungWords } from '../../rung.table.ts';
import type { Stage } from '../../stage.ts';
import { readPolicy, readTimetable } from '../../timetable.ts';
import { playUnderFaults } from '../../under-faults.ts';
import { readNotices, rungOf } from './inbox.ts';
import { findBad, readTicket, showRefusedAction, ticketOf } from './ticket.ts';
import type { TicketFile } from './ticket.ts';

const minutes = 60_000;

/** A queue delays by whole seconds, rounded up. */
const atMostLateMs = 5_000;

const parseMoment = (text: string | undefined): Instant =>
  expectPresent(text === undefined ? undefined : parseInstant(text), `a moment, not ${text}`);

const toRunningClock = (clock: TicketFile['clocks']['rectify']): RunningClock => {
  const { state, term, pauses = [] } = clock;
  if (state !== 'running' || term === undefined) {
    throw new ExpectationFailed('a running clock', state);
  }
  return {
    state,
    term,
    startedAt: parseMoment(clock.startedAt),
    dueAt: parseMoment(clock.dueAt),
    pauses: pauses.map(({ from, to }) => ({ from: parseMoment(from), to: parseMoment(to) })),
  };
};

type Step = TicketFile['audit']['steps'][number];

const findFired = ({ audit }: TicketFile, rung: Rung): readonly Step[] =>
  audit.steps.filter((step) =>
    rung === 'notify'
      ? step.type === 'opened'
      : step.type === 'escalated' && step.facts.rung === rung,
  );

interface Climb {
  readonly ticketId: string;
  readonly openedAt: Instant;
  /** The next moment inside working hours. */
  readonly nextWorking: (at: Instant) => Instant;
}

/** Waits until the notice is delivered, then reads every inbox. */
const checkInboxes = async (
  stage: Stage,
  rung: Rung,
  { step, climb }: { step: Step; climb: Climb },
): Promise<string> => {
  await stage.clock.moveTo(fromEpoch(toEpoch(climb.nextWorking(parseMoment(step.at))) + 1000));
  const query = { ticketId: climb.ticketId, since: climb.openedAt };
  const boxes: TicketBoxKind[] = [];
  for (const kind of ticketBoxKinds) {
    const own = (await readNotices(stage, kind, query)).filter((notice) => rungOf(notice) === rung);
    expectThat(own.length <= 1, `${rung} is told once`, own);
    if (own.length === 1) boxes.push(kind);
  }
  const expected = rungWords[rung].boxes;
  expectThat(boxes.join() === expected.join(), `${rung} reaches ${expected.join(', ')}`, boxes);
  return boxes.map((kind) => inboxes[kind].zh).join('、');
};

/** Expects that a rung fires once, not before its moment, with its step and its notices. */
const climbTo = async (
  stage: Stage,
  { rung, at }: RungMoment,
  climb: Climb,
): Promise<readonly string[]> => {
  const { clock } = stage;
  await clock.moveTo(fromEpoch(toEpoch(at) - 10 * minutes));
  const before = findFired(await readTicket(stage, climb.ticketId), rung);
  const isAhead = clock.now() <= toEpoch(at);
  if (rung !== 'notify')
    expectThat(!isAhead || before.length === 0, `${rung} is not due yet`, before);
  await clock.moveTo(fromEpoch(toEpoch(at) + 1000));
  const [first, ...more] = findFired(await readTicket(stage, climb.ticketId), rung);
  const step = expectPresent(first, `${rung} fires at ${at}`);
  expectThat(more.length === 0, `${rung} fires once`, more);
  const late = Date.parse(step.at) - toEpoch(at);
  const isOnTime = late >= 0 && late <= atMostLateMs;
  expectThat(isOnTime, `${rung} fires at its moment`, { at, fired: step.at });
  const boxes = await checkInboxes(stage, rung, { step, climb });
  return [
    `${rungWords[rung].zh} ${rung}`,
    formatTime(toEpoch(at)),
    formatTime(Date.parse(step.at)),
    `#${step.number}`,
    boxes,
  ];
};

const requestTooLate = async (stage: Stage, ticketId: string): Promise<void> => {
  const action = requestExtension(5, '需要更多时间。');
  await showRefusedAction(stage, { ticketId, by: handler, action }, '422 extension_late');
  stage.tell.pass('超期后不能再申请延期', 'an extension cannot be asked for any more');
};

/** The moments of all rungs. */
const computeRungs = async (stage: Stage, ticketId: string) => {
  const file = await readTicket(stage, ticketId);
  const policy = await readPolicy(stage, file.policyVersion);
  const timetable = await readTimetable(stage, policy);
  const openedAt = parseMoment(file.openedAt);
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
    ...computeRungMoments(policy, clocks, timetable),
  ];
  return { climb: { ticketId, openedAt, nextWorking }, rungs };
};

/** 升级阶梯: nobody acts on this ticket, and the clock moves to the moment of each rung. */
export const playLadder = async (stage: Stage): Promise<void> => {
  const { tell } = stage;
  const ticketId = ticketOf(findBad(stage, 'app'));
  const { climb, rungs } = await computeRungs(stage, ticketId);
  tell.scene('超期未办：分级预警督办', 'Nobody acts: every rung of the ladder');
  tell.say(
    '时钟依次移至各级触发时刻；每条消息均投递三次。',
    'The clock is moved to the moment of each rung; every message is delivered three times.',
  );
  const rows = await playUnderFaults(stage, { duplicate: 3 }, async () => {
    const climbed = [];
    for (const moment of rungs) climbed.push(await climbTo(stage, moment, climb));
    return climbed;
  });
  tell.table(['级', '应于', '触发于', '流水', '收件箱'], rows);
  tell.pass('每一级准时触发一次，通知在工作时间送达', 'each rung once, at its moment');
  await requestTooLate(stage, ticketId);
};
