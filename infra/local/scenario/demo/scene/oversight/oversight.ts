import { civilDateOf } from '../../../../../../shared/domain/time/instant.ts';
import { expectPresent, expectThat } from '../../../player/expectation.ts';
import type { AnswerOf } from '../../../player/steps.table.ts';
import { department, hall, supervisor as by } from '../../case-maker.ts';
import { fillRegister } from '../../registers.ts';
import type { Stage } from '../../stage.ts';

const { area } = department;

type Share = AnswerOf<'readCoverage'>['departments'];

const toShareRow = (name: string, { rate, lastRatedOn, unlisted }: Share): readonly string[] => [
  name,
  `${rate.numerator} / ${rate.denominator}`,
  lastRatedOn ?? '—',
  String(unlisted),
];

const showCoverage = async (stage: Stage): Promise<void> => {
  const { tell, begunAt } = stage;
  for (const noun of ['departments', 'matters', 'halls'] as const) await fillRegister(stage, noun);
  const view = await stage.play('readCoverage', { by, query: { area } });
  tell.table(
    ['覆盖', '已评 / 应评', '最近评价', '清单外'],
    [
      toShareRow('部门', view.departments),
      toShareRow('大厅', view.allHalls),
      toShareRow('事项', view.matters),
    ],
  );
  const shares = [view.departments.rate, view.matters.rate, view.allHalls.rate];
  const isRated = shares.every((one) => one.numerator > 0 && one.numerator <= one.denominator);
  expectThat(isRated, 'some are rated', shares);
  const query = { area, of: 'halls', limit: 100 };
  const { lines } = await stage.play('listCoverage', { by, query });
  const own = lines.find(({ code }) => code === hall);
  const isCovered = own?.rated === true && (own.lastRatedOn ?? '') >= civilDateOf(begunAt);
  expectThat(isCovered, 'the demo’s hall is covered', own);
  tell.pass('部门、大厅、事项的覆盖附分子分母', 'coverage with numerators and denominators');
};

/** The pad of the demo is silent for weeks, and one of its ratings was refused. */
const showPads = async (stage: Stage): Promise<void> => {
  const { tell, window } = stage;
  const { pads } = await stage.play('overseePads', { by, query: { hall, limit: 100 } });
  const found = pads.find((one) => one.window === window);
  const pad = expectPresent(found, 'the demo’s pad');
  const days = Math.floor((pad.silentSeconds ?? 0) / 86_400);
  expectThat(pad.silent && pad.missingCount === 0, 'silent, nothing missing', pad);
  expectThat(pad.refused.count === 1, 'one rating was refused', pad.refused);
  const { refusals } = await stage.play('overseePad', { by, at: { padId: pad.padId } });
  const { sequence, code, reason } = expectPresent(refusals[0], 'the refused rating');
  expectThat(sequence === 4, 'number 4 was refused', sequence);
  tell.quote(`窗口 ${window} · 离线 ${days} 天 · 已收 ${pad.highest} 号 · 缺号 0`);
  tell.quote(`#${sequence} ${code} · ${reason}`);
  tell.pass(
    '离线的评价器与被拒绝的评价均已列出',
    'an offline pad and its refused rating are listed',
  );
};

/** 监督: the coverage of an area and its silent pads. */
export const playOversight = async (stage: Stage): Promise<void> => {
  stage.tell.scene('覆盖与评价器', 'Coverage and pads');
  await showCoverage(stage);
  await showPads(stage);
};
