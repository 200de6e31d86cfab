import type * as z from 'zod/mini';

import { CoverageLines, CoverageView, PadFile } from '../../../../../../events/oversight/view.ts';
import {
  PadOversight,
  RegisterSaved,
  RegisterView,
} from '../../../../../../events/oversight/view.ts';
import { civilDateOf } from '../../../../../../shared/domain/time/instant.ts';
import { townDepartments } from '../../../town/body.ts';
import { townHalls } from '../../../town/hall.ts';
import { townMatters } from '../../../town/matter.ts';
import { expectBody, expectThat, expectPresent } from '../../expectation.ts';
import { department, hall, supervisor } from '../../fresh-case.ts';
import type { Stage } from '../../stage.ts';

const { area } = department;

const lists = {
  departments: townDepartments
    .filter((one) => one.area === area && one.handlesCases)
    .map(({ creditCode: code, name }) => ({ code, name })),
  matters: townMatters
    .filter((one) => one.department.area === area)
    .map(({ code, name }) => ({ code, name })),
  halls: townHalls
    .filter((one) => one.code.startsWith(`${area}-`))
    .map(({ code, name, level }) => ({ code, name, level })),
} as const;

/** What should be able to be rated; a list that somebody put there is left alone. */
const fillRegister = async (stage: Stage, noun: keyof typeof lists): Promise<void> => {
  const admin = await stage.as('sysadmin');
  const path = `/v1/register/${noun}?area=${area}`;
  if (expectBody(await admin.get(path), 200, RegisterView).version > 0) return;
  const saved = expectBody(await admin.put(path, { entries: lists[noun] }), 200, RegisterSaved);
  expectThat(saved.changed && saved.count === lists[noun].length, 'the list is there', saved);
  stage.afterwards.push({
    zh: `应评清单 ${noun}（${area}）由演示填入 ${saved.count} 项`,
    en: `the register of ${noun} of ${area} was filled by the demo with ${saved.count} entries`,
  });
};

type Share = z.output<typeof CoverageView>['departments'];

const toShareRow = (name: string, { rate, lastRatedOn, unlisted }: Share): readonly string[] => [
  name,
  `${rate.numerator} / ${rate.denominator}`,
  lastRatedOn ?? '—',
  String(unlisted),
];

const showCoverage = async (stage: Stage): Promise<void> => {
  const { tell, begunAt } = stage;
  await fillRegister(stage, 'departments');
  await fillRegister(stage, 'matters');
  await fillRegister(stage, 'halls');
  const reader = await stage.as(supervisor);
  const view = expectBody(await reader.get(`/v1/coverage?area=${area}`), 200, CoverageView);
  tell.table(
    ['覆盖', '已评 / 应评', '最近评价', '清单外'],
    [
      toShareRow('部门', view.departments),
      toShareRow('大厅', view.allHalls),
      toShareRow('事项', view.matters),
    ],
  );
  const shares = [view.departments.rate, view.matters.rate, view.allHalls.rate];
  expectThat(
    shares.every((one) => one.numerator > 0 && one.numerator <= one.denominator),
    'some are rated',
    shares,
  );
  const asked = await reader.get(`/v1/coverage?area=${area}&of=halls&limit=100`);
  const own = expectBody(asked, 200, CoverageLines).lines.find(({ code }) => code === hall);
  const isCovered = own?.rated === true && (own.lastRatedOn ?? '') >= civilDateOf(begunAt);
  expectThat(isCovered, 'the demo’s hall is covered', own);
  tell.pass('部门、大厅、事项的覆盖附分子分母', 'coverage with numerators and denominators');
};

/** Nobody has heard of the demo's pad for weeks, and one of its ratings was refused. */
const showPads = async (stage: Stage): Promise<void> => {
  const { tell, window } = stage;
  const reader = await stage.as(supervisor);
  const list = await reader.get(`/v1/oversight/pads?hall=${hall}&limit=100`);
  const found = expectBody(list, 200, PadOversight).pads.find((one) => one.window === window);
  const pad = expectPresent(found, 'the demo’s pad');
  const days = Math.floor((pad.silentSeconds ?? 0) / 86_400);
  expectThat(pad.silent && pad.missingCount === 0, 'silent, nothing missing', pad);
  expectThat(pad.refused.count === 1, 'one rating was refused', pad.refused);
  const shown = await reader.get(`/v1/oversight/pads/${pad.padId}`);
  const [first] = expectBody(shown, 200, PadFile).refusals;
  const { sequence, code, reason } = expectPresent(first, 'the refused rating');
  expectThat(sequence === 4, 'number 4 was refused', sequence);
  tell.quote(`窗口 ${window} · 离线 ${days} 天 · 已收 ${pad.highest} 号 · 缺号 0`);
  tell.quote(`#${sequence} ${code} · ${reason}`);
  tell.pass(
    '离线的评价器与被拒绝的评价均已列出',
    'an offline pad and its refused rating are listed',
  );
};

/** 监督: what is covered, and which pads are silent. */
export const playOversight = async (stage: Stage): Promise<void> => {
  stage.tell.scene('覆盖与评价器', 'Coverage and pads');
  await showCoverage(stage);
  await showPads(stage);
};
