/** The provincial center's operations, and the outcome of one call. */

export type CenterOperation =
  | 'service' // 办件服务数据
  | 'finish' // 办结
  | 'rating' // 评价上报
  | 'step' // 整改流水
  | 'withdraw' // 撤回
  | 'period' // 周期汇总
  | 'reconcile_counts' // 对账: counts of a day
  | 'reconcile_records' // 对账: records of a day and department
  | 'message'; // 消息推送: a message to a resident

/** One JSON body with the center's own field names. */
export type CenterBody = Readonly<Record<string, unknown>>;

/**
 * Why the outcome of a call is unknown. The center may or may not have processed the call, and
 * repeating it is safe.
 */
export type Unclear =
  | 'off' // no center is configured, or no credentials for it: nothing was sent
  | 'no_answer' // connection refused or dropped, or timed out
  | 'unauthorized' // 401, 403: key, signature or clock
  | 'center_fault' // any other status than 200
  | 'garbage'; // 200, but the body is not a readable answer

export type CenterAnswer =
  | {
      readonly state: 'accepted' | 'duplicate';
      readonly code: string;
      readonly message: string;
      /** The center's own receipt number for what it accepted. */
      readonly receiptNo?: string | undefined;
      /** The answer's `data`, not parsed. */
      readonly data?: unknown;
    }
  | {
      readonly state: 'rejected';
      readonly code: string;
      readonly message: string;
      readonly receiptNo?: undefined;
      readonly data?: unknown;
    }
  | { readonly state: 'unclear'; readonly why: Unclear; readonly message: string };
