import type { Operation } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase } from '../example.table.ts';
import { draftProblems } from '../rating/contract.table.ts';
import { CenterOperation } from './callback.ts';

const evaluation = {
  targetId: exampleCase.projectNo,
  features: { serviceNumber: 1 },
  evaluationItemModel: {
    id: '7300000000000000017',
    assessTime: '2026-11-20 10:15:00',
    channel: 2,
    number: 1,
    rateText: '等待时间过长。',
    evaluationLevelModelList: [{ level: 2, levelType: 1 }],
    evaluationTagItemModelList: [{ tagCode: 209 }],
  },
  caseModelList: [],
};

export const callbackOperations = [
  {
    on: 'POST /v1/center/{operation}',
    id: 'receiveCenterCallback',
    to: 'exchange/integrator',
    audience: 'integrator',
    security: 'signature',
    summary: { zh: '省评价中心回调', en: 'Callback of the provincial center' },
    description: {
      zh: '省一体化评价中心推送：evaluation.sync（在省级页面作出的评价）、append.sync（追评）、operation.sync（省级工单处理记录）。字段名取自公开的 SDK；取值未公布，按评价接口的代码解读（重构）。同一评价编号、同一处理记录重复推送只记录一次；办件尚未上报时返回 404，请稍后重新推送。评价人的姓名、证件号、手机号不保存。',
      en: 'Callbacks of the provincial center: evaluation.sync (a rating given on its pages), append.sync (a follow-up rating), operation.sync (provincial handling of a work order). Field names are those of its public SDK; the values are not published and are read by the codes of its rating interface (a reconstruction). The same id or step is stored once, however often it is sent; a case not reported yet is a 404: send again later. Name, certificate number and telephone of the rater are not kept.',
    },
    parameters: [
      {
        name: 'operation',
        in: 'path',
        schema: CenterOperation,
        words: { zh: '回调操作', en: 'Operation' },
        example: 'evaluation.sync',
      },
    ],
    request: { schema: 'CenterCallback', example: evaluation },
    answers: [
      {
        status: 200,
        words: { zh: '已接收', en: 'It is accepted' },
        content: {
          schema: 'CenterCallbackAnswer',
          example: { success: true, repeated: false, stored: 1 },
        },
      },
    ],
    problems: problemsFor('integratorWrite', [
      'center_operation_unknown',
      'case_unknown',
      'contact_unknown',
      'ticket_unknown',
      'first_rating_unknown',
      'callback_differs',
      ...draftProblems,
      'already_rated',
      'append_closed',
      'append_used',
      'busy',
    ]),
  },
] as const satisfies readonly Operation[];
