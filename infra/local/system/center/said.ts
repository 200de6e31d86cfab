/** The center's responses. The codes are a reconstruction that both sides here use. */

export const words = {
  '0000': '成功',
  '0001': '请勿重复评价',
  '1001': '没有对应的服务数据',
  '1002': '差评必须勾选详情或填写文字评价',
  '1003': '评价时间必须晚于服务时间',
  '1004': '字段不符合要求',
  '1005': '版本号顺序不符',
  '1006': '存在评价，不能撤回',
  '1007': '区划或部门不存在',
} as const;

export type Code = keyof typeof words;

export const isCode = (text: string): text is Code => Object.hasOwn(words, text);

export interface Said {
  readonly code: string;
  readonly message: string;
  readonly data?: object | undefined;
}

/**
 * `detail` follows the message of the code, or replaces it when the message is not specific enough.
 */
export const replyWith = (code: Code, detail?: string): Said => ({
  code,
  message: detail === undefined ? words[code] : `${words[code]}（${detail}）`,
});

export const replyDone = (data: object): Said => ({ ...replyWith('0000'), data });

export const replyRepeat = (receiptNo: string): Said => ({
  ...replyWith('0001'),
  data: { receiptNo },
});

/** The body of a response with status 200. */
export const replyOf = ({ code, message, data }: Said): object => ({
  success: code === '0000',
  code,
  message,
  ...(data === undefined ? {} : { data }),
});
