import type { Operation } from '../contract.ts';
import { problemsFor } from '../contract.ts';
import { exampleClientRef, exampleReceipt } from '../example.table.ts';

export const claimOperations = [
  {
    on: 'POST /v1/receipts/claim',
    id: 'claimReceipt',
    to: 'rating/public',
    audience: 'resident',
    security: 'none',
    summary: { zh: '领取评价器评价的回执', en: 'Claim the receipt of a rating on a pad' },
    description: {
      zh: '凭评价器显示的领取码（二维码或手工输入），在本人手机上领取回执。领取码由评价器离线生成：评价器编号-序号-校验码，校验码为以评价器密钥对 claim/编号/序号 计算的 HMAC-SHA256 的前 8 个字节，各取低 5 位（Crockford 字母表）；不区分大小写，O 与 0、I、L 与 1 视为相同。首台手机（clientRef）即时绑定；评价尚未上传时 arrived 为 false，上传后同一 clientRef 得到回执。评价上传满 24 小时后不再绑定。其他手机、错误或过期的领取码一律返回 404。',
      en: 'With the code that the pad shows, scanned or typed, on the own phone. The pad makes the code offline: its number, the number of the press, and a check, the low 5 bits of the first 8 bytes of HMAC-SHA256 under the key of the pad over claim/number/sequence, in Crockford’s alphabet; case does not matter, O is 0, I and L are 1. The first phone (clientRef) is bound at once; arrived is false until the rating is there, then the same clientRef is given the receipt. No phone is bound later than 24 hours after the rating arrived. Another phone, a wrong code and one that has expired are all answered 404.',
    },
    request: {
      schema: 'ReceiptClaim',
      example: { code: '1042-46-7K3M9QX2', clientRef: exampleClientRef },
    },
    answers: [
      {
        status: 200,
        words: { zh: '已绑定本手机', en: 'This phone is bound' },
        content: {
          schema: 'ReceiptClaimed',
          example: { arrived: true, receipt: exampleReceipt },
        },
      },
      {
        status: 200,
        words: { zh: '评价尚未上传', en: 'The rating has not arrived yet' },
        content: { schema: 'ReceiptClaimed', example: { arrived: false } },
      },
    ],
    problems: problemsFor('openWrite', ['claim_refused', 'too_many_attempts']),
  },
] as const satisfies readonly Operation[];
