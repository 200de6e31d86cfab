import { isReportedStep } from '../../../../../../shared/domain/exchange/reported-step.ts';
import type { CenterRecord } from '../../../player/center-book.ts';
import { expectThat } from '../../../player/expectation.ts';
import { formatTime } from '../../format-time.ts';
import { readBook } from '../../outbox.ts';
import type { Rated, Stage } from '../../stage.ts';
import { findBad, readTicket, ticketOf } from '../ticket/ticket.ts';

const words = {
  service: '办件服务数据',
  rating: '评价',
  step: '整改流水（格式为推定）',
  finish: '办结',
  evaluation: '省端评价',
} as const satisfies Record<CenterRecord['kind'], string>;

const numberOf = ({ key }: CenterRecord): number => Number(key.split('/').at(-1));

/** Each record once, in its first revision: the service, then the rating, then its steps. */
const isInOrder = (records: readonly CenterRecord[]): boolean => {
  const kinds = records.filter(({ kind }) => kind !== 'finish').map(({ kind }) => kind);
  const isOnce = new Set(records.map(({ kind, key }) => `${kind} ${key}`)).size === records.length;
  const isFirst = records.every(({ revision }) => revision === 1);
  return isOnce && isFirst && kinds.slice(0, 3).join() === 'service,rating,step';
};

const toRow = (record: CenterRecord, index: number): readonly string[] => [
  String(index + 1),
  `${words[record.kind]} ${record.kind}`,
  record.key.slice(record.key.indexOf('/') + 1),
  record.receiptNo,
  formatTime(Date.parse(record.receivedAt)),
];

/** Compares the steps in the book of the center with the audit chain of the ticket. */
const compareSteps = async (stage: Stage, rated: Rated) => {
  const records = await readBook(stage, rated.projectNo);
  expectThat(isInOrder(records), 'service, rating, steps, each once', records);
  const { audit } = await readTicket(stage, ticketOf(rated));
  const theirs = records.filter(({ kind }) => kind === 'step').map(numberOf);
  const ours = audit.steps.filter(isReportedStep).map(({ number }) => number);
  expectThat(theirs.join() === ours.join(), 'the steps of the audit chain', { theirs, ours });
  return { records, steps: ours.length };
};

/** 已闭环的一件: the center also has the follow-up of the resident. */
const showClosedOne = async (stage: Stage, rated: Rated): Promise<void> => {
  const { records, steps } = await compareSteps(stage, rated);
  const ratings = records.filter(({ kind }) => kind === 'rating').map(numberOf);
  expectThat(ratings.join() === '1,2', 'rating and follow-up', ratings);
  stage.tell.pass(
    `已办结的工单：评价、${steps} 条流水与追评均已上报`,
    `the closed one: rating, ${steps} steps and the follow-up are there`,
  );
};

/** 省级交换: the bad ratings of the demo in the book of the center. */
export const playExchange = async (stage: Stage): Promise<void> => {
  const { tell } = stage;
  tell.scene('省中心收到的记录', 'What the provincial center has');
  const { counts } = await stage.play('readCenterOverview', {});
  tell.quote(
    `service ${counts.service} · rating ${counts.rating} · step ${counts.step} · finish ${counts.finish}`,
  );
  const { records, steps } = await compareSteps(stage, findBad(stage, 'app'));
  tell.table(['次序', '记录', '编号', '省中心回执', '收到于'], records.map(toRow));
  tell.pass(
    `服务数据、评价、${steps} 条流水依次到达，各一次`,
    `service, rating and ${steps} steps, in order, each once`,
  );
  await showClosedOne(stage, findBad(stage, 'pad'));
};
