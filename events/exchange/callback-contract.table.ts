import type { Operation } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleCase } from '../example.table.ts';
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
      zh: '省一体化评价中心推送：evaluation.sync（在省级页面作出的评价）、append.sync（追评）、operation.sync（省级工单处理记录）。字段名取自公开的 SDK；取值未公布，按评价接口的代码解读（重构）。已发生的评价一律接收：超过 2^53 的编号、以文本书写的数字、为 null 的列表均可识别；指标停用或不存在、渠道不明、时间不合理、差评未附原因的，按原样保存并标注存疑，差评照常生成工单。渠道 7 为系统默认评价。暂不能入库的（如办件尚未到达、满意度无法识别）予以留存，答复中以 kept 列明编号和原因，自动重试或由人工处理，无须重新推送。同一内容重复推送只记录一次。评价人的姓名、证件号、手机号不保存；无法识别的报文加密留存。以 application/json 或 text 类型推送的非 UTF-8 报文（如 GBK），字符经网关解码已丢失，丢失的字符无法恢复，报文与其摘要也不再一致：以到达的内容留存（damaged），由人员核对处理；以 application/octet-stream 推送的，原始字节完整留存。',
      en: 'Callbacks of the provincial center: evaluation.sync (a rating given on its pages), append.sync (a follow-up rating), operation.sync (provincial handling of a work order). Field names are those of its public SDK; the values are not published and are read by the codes of its rating interface (a reconstruction). What happened is always taken in: ids beyond 2^53, numbers as texts and null for a list can be read; a retired or unknown tag, an unknown channel, an implausible time, a bad rating without a reason are stored as they came and marked, and a bad rating opens its ticket. Channel 7 is a default rating. What cannot be stored now (its case is not here yet, its level cannot be read) is kept: kept has its id and reason, it is tried again or handled by a person, and need not be sent again. A repeat is stored once. Name, certificate number and telephone of the rater are not kept; content that cannot be read is kept encrypted. Of a body under application/json or a text type that is not UTF-8 (GBK, say), characters are lost as the gateway decodes it; they cannot be recovered, and the body no longer fits its digest: what arrived is kept as damaged, and a person handles it. Under application/octet-stream every byte is kept.',
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
        words: { zh: '已接收；kept 表示留存待处理', en: 'It is accepted; with kept it waits' },
        content: {
          schema: 'CenterCallbackAnswer',
          example: { success: true, repeated: false, stored: 1 },
        },
      },
    ],
    problems: problemsFor('integratorWrite', [
      'outside_scope_of_key',
      'center_operation_unknown',
      'busy',
    ]),
  },
] as const satisfies readonly Operation[];
