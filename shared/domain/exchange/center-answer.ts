/** What the provincial center made of one call, and what can be asked of it. */

const centerOperations = [
  'service', // 办件服务数据
  'finish', // 办结
  'rating', // 评价上报
  'step', // 整改流水
  'withdraw', // 撤回
  'period', // 周期汇总
  'reconcile_counts', // 对账: counts of a day
  'reconcile_records', // 对账: records of a day and department
] as const;
export type CenterOperation = (typeof centerOperations)[number];

/** One JSON body in the center's own field names. */
export type CenterBody = Readonly<Record<string, unknown>>;

/** Why nothing is known of a call: it may have been done or not, and is safe to make again. */
export type Unclear =
  | 'off' // no center is configured, or no access to it: nothing was sent
  | 'no_answer' // refused, cut off, or not in time
  | 'unauthorized' // 401, 403: key, signature or clock
  | 'center_fault' // any other status than 200
  | 'garbage'; // 200, but nothing that could be read as an answer

export type CenterAnswer =
  | {
      readonly state: 'accepted' | 'duplicate';
      readonly code: string;
      readonly message: string;
      /** The center's own number for what it took. */
      readonly receiptNo?: string | undefined;
      /** The answer's `data`, unread. */
      readonly data?: unknown;
    }
  | {
      readonly state: 'rejected';
      readonly code: string;
      readonly message: string;
      readonly data?: unknown;
    }
  | { readonly state: 'unclear'; readonly why: Unclear; readonly message: string };
