import { isReportedStep } from '../../../../../../shared/domain/exchange/case-report.ts';
import { fromEpoch, withOffset } from '../../../../../../shared/domain/time/instant.ts';
import { centerOverview, heldOf } from '../../center-book.ts';
import type { Held } from '../../center-book.ts';
import { expectThat } from '../../expectation.ts';
import type { Rated, Stage } from '../../stage.ts';
import { badBy, fileOf, ticketOf } from '../ticket/ticket.ts';

const words = {
  service: '办件服务数据',
  rating: '评价',
  step: '整改流水（格式为推定）',
  finish: '办结',
  evaluation: '省端评价',
} as const satisfies Record<Held['kind'], string>;

const numberOf = ({ key }: Held): number => Number(key.split('/').at(-1));

/** Everything once and as it was first told; the service, then the rating, then its steps. */
const isInOrder = (records: readonly Held[]): boolean => {
  const kinds = records.filter(({ kind }) => kind !== 'finish').map(({ kind }) => kind);
  const isOnce = new Set(records.map(({ kind, key }) => `${kind} ${key}`)).size === records.length;
  const isFirst = records.every(({ revision }) => revision === 1);
  return isOnce && isFirst && kinds.slice(0, 3).join() === 'service,rating,step';
};

const inTable = (held: Held, index: number): readonly string[] => [
  String(index + 1),
  `${words[held.kind]} ${held.kind}`,
  held.key.slice(held.key.indexOf('/') + 1),
  held.receiptNo,
  withOffset(fromEpoch(Date.parse(held.receivedAt)))
    .slice(0, 19)
    .replace('T', ' '),
];

/** The center has the very steps that are in the audit chain, in their order. */
const sameSteps = async (stage: Stage, rated: Rated): Promise<number> => {
  const records = await heldOf(stage, rated.projectNo);
  expectThat(isInOrder(records), 'service, rating, steps, each once', records);
  const { audit } = await fileOf(stage, ticketOf(rated));
  const told = records.filter(({ kind }) => kind === 'step').map(numberOf);
  const ours = audit.steps.filter(isReportedStep).map(({ number }) => number);
  expectThat(told.join() === ours.join(), 'the steps of the audit chain', { told, ours });
  return told.length;
};

/** 已闭环的一件: the resident's last word is there too. */
const closedOne = async (stage: Stage, rated: Rated): Promise<void> => {
  const steps = await sameSteps(stage, rated);
  const records = await heldOf(stage, rated.projectNo);
  const ratings = records.filter(({ kind }) => kind === 'rating').map(numberOf);
  expectThat(ratings.join() === '1,2', 'rating and follow-up', ratings);
  stage.tell.pass(
    `已办结的工单：评价、${steps} 条流水与追评均已上报`,
    `the closed one: rating, ${steps} steps and the follow-up are there`,
  );
};

/** 省级交换: what became of the demo's bad ratings in the center's own book. */
export const playExchange = async (stage: Stage): Promise<void> => {
  const { tell } = stage;
  tell.scene('省中心收到的记录', 'What the provincial center has');
  const { counts } = await centerOverview(stage);
  tell.quote(
    `service ${counts.service} · rating ${counts.rating} · step ${counts.step} · finish ${counts.finish}`,
  );
  const rated = badBy(stage, 'app');
  const records = await heldOf(stage, rated.projectNo);
  tell.table(['次序', '记录', '编号', '省中心回执', '收到于'], records.map(inTable));
  const steps = await sameSteps(stage, rated);
  tell.pass(
    `服务数据、评价、${steps} 条流水依次到达，各一次`,
    `service, rating and ${steps} steps, in order, each once`,
  );
  await closedOne(stage, badBy(stage, 'pad'));
};
