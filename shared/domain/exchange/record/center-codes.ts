import type { ApplicantKind } from '../../case/applicant.ts';
import type { CaseKind } from '../../case/case.ts';
import type { Channel } from '../../rating/channel.ts';
import type { Level } from '../../rating/level.ts';
import type { TimeForm } from '../../time/wire-time.ts';
import type { CodeMap } from './code-map.ts';

/** 办件状态 as the center distinguishes it. */
export type CaseStage = 'received' | 'handling' | 'finished';

/**
 * 代码对照表: the codes that the reporting target uses for the names in this code base. The
 * specifications contradict each other (GB/T 39046, the national interface and Zhejiang's differ in
 * seven tables), so a digit means nothing without this table, and no digit is ever stored.
 */
export interface CenterCodes {
  readonly name: 'zhejiang';
  /** A change of any code is a new version, in a table of its own. */
  readonly version: number;
  /** 满意度 */
  readonly level: CodeMap<Level>;
  /** 评价渠道 */
  readonly channel: CodeMap<Channel>;
  /** The channel code of 系统默认评价, where the center has one. */
  readonly defaultChannel?: string | undefined;
  /** 办件类型 */
  readonly caseKind: CodeMap<CaseKind>;
  /** 服务对象、用户属性 */
  readonly applicantKind: CodeMap<ApplicantKind>;
  /** 办件状态 */
  readonly caseStage: CodeMap<CaseStage>;
  readonly time: TimeForm;
  /** 三位来源; absent where the center has none. */
  readonly dataSource?: string | undefined;
}
