import type { Operation } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase } from '../example.table.ts';
import { padParameter } from '../pad/contract.table.ts';
import { proposedAnswer } from './approval-contract.table.ts';

export const takeUpOperations = [
  {
    on: 'POST /v1/pads/{padId}/take-up',
    id: 'takeUpPadRating',
    to: 'access/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '补录评价器评价', en: 'Take up a pad’s rating' },
    description: {
      zh: '对被拒绝（填 mark）或未能归属（不填 mark）的评价器评价，提出按评价人原样补录，须由另一人复核。带有效评价链接的，服务以链接为准；没有的，须指明该评价器所在窗口的一次未评价服务。等级无法识别的，以 level 注明，并随评价标记；可识别的等级、指标、文字一律不能更改；差评自补录之时起立单计时。被评价部门的人员和当次经办人，不得提出或复核。',
      en: 'Proposes that a rating which was refused (with its mark), or could not be bound (without), is stored as the resident made it; another person confirms it. A token names the contact; without one, name a contact of the pad’s window that nobody has rated. A level that cannot be read is stated as level, and marked; one that can be read, tags and words cannot be changed; the clocks of a bad one run from the confirmation. Nobody of the rated department, and not the person who served, proposes or confirms it.',
    },
    parameters: [padParameter],
    request: {
      schema: 'PadTakeUp',
      example: {
        sequence: 45,
        projectNo: exampleCase.projectNo,
        serviceNumber: 1,
        reason: '断网期间的评价，经核对叫号记录属于该办件',
      },
    },
    answers: [proposedAnswer],
    problems: problemsFor('staffWrite', [
      'pad_unknown',
      'out_of_scope',
      'own_department',
      'own_work',
      'department_missing',
      'kept_rating_unknown',
      'refused_taken_up',
      'press_settled',
      'refused_settled',
      'refused_unreadable',
      'level_readable',
      'contact_missing',
      'contact_elsewhere',
      'case_unknown',
      'contact_unknown',
      'token_of_other_contact',
      'already_rated',
      'busy',
    ]),
  },
  {
    on: 'POST /v1/pads/{padId}/settle',
    id: 'settlePadRating',
    to: 'access/staff',
    audience: 'staff',
    security: 'bearer',
    summary: { zh: '说明无法补录的评价', en: 'Settle what can be no rating' },
    description: {
      zh: '被拒绝、无法补录的评价器评价（填 mark，见 GET /v1/oversight/pads/{padId}），或自动匹配期满、仍无法归属的评价（不填 mark，见 GET /v1/oversight/presses，needsPerson），提出说明不能补录的理由（请勿填写个人信息），须由另一人复核。评价内容继续保存，不再列为待处理，不计入任何比率。所涉部门的人员和当次经办人，不得提出或复核。',
      en: 'States why no rating can be made of what was refused (with its mark, see GET /v1/oversight/pads/{padId}), or pressed without a token once the service tries no longer to bind it (without, needsPerson in GET /v1/oversight/presses); no personal data; another person confirms it. It stays stored, is listed as settled, and is in no rate. Nobody of a department that it can be about, and no person who served there, proposes or confirms it.',
    },
    parameters: [padParameter],
    request: {
      schema: 'PadSettlement',
      example: { sequence: 45, note: '该时段窗口无办件，经调阅叫号记录无法核实' },
    },
    answers: [proposedAnswer],
    problems: problemsFor('staffWrite', [
      'pad_unknown',
      'out_of_scope',
      'own_department',
      'own_work',
      'department_missing',
      'kept_rating_unknown',
      'refused_taken_up',
      'refused_settled',
      'press_settled',
      'press_still_tried',
      'busy',
    ]),
  },
] as const satisfies readonly Operation[];
