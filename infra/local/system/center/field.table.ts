/**
 * The fields the simulated center takes, read anew from the sources and on purpose not shared with the
 * side that sends: a misreading of one side must show here. Case and rating fields are those of the
 * Zhejiang interface; `serviceNumber`, `serviceName`, `serviceTime`, `resultDate` and `transactResult`
 * come from the neighbouring formats, `revision` from this exchange. The rectification record and
 * everything about withdrawal are reconstructions: no official format is public.
 */
export type Form = 'text' | 'moment' | 'date' | 'count' | 'project_no' | 'list';

export interface Field {
  /** In characters; of a list, in items. */
  readonly longest: number;
  readonly required: boolean;
  readonly form: Form;
  readonly codes?: readonly string[];
}

export type Fields = Readonly<Record<string, Field>>;

const must = (longest: number, form: Form = 'text'): Field => ({ longest, required: true, form });
const may = (longest: number, form: Form = 'text'): Field => ({ longest, required: false, form });
const oneOf = (...codes: readonly string[]): Field => ({ ...must(3), codes });
const maybeOneOf = (...codes: readonly string[]): Field => ({ ...may(3), codes });

const upTo = (last: number, first = 1): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String(first + index));

const every: Fields = {
  projectNo: must(50, 'project_no'),
  dataSource: oneOf('133'),
  revision: must(4, 'count'),
};

const ofCase: Fields = {
  ...every,
  areaCode: must(12),
  areaName: must(100),
  deptCode: must(18),
  taskCode: must(50),
  taskHandleItem: may(33),
  taskName: must(200),
  subMatter: may(200),
  /** 待办理 1, 办理中 2, 已完结 3. */
  proStatus: oneOf('1', '2', '3'),
  proDepartCode: must(32),
  proDepart: must(100),
  proManager: must(30),
  certkeyGOV: must(18),
  userName: must(100),
  /** 个人 1, 法人 2. */
  userProp: oneOf('1', '2'),
  /** 承诺件 1, 即办件 2. */
  promiseTime: oneOf('1', '2'),
  acceptDate: must(19, 'moment'),
};

const service: Fields = {
  ...ofCase,
  serviceNumber: must(2, 'count'),
  serviceName: may(10),
  serviceTime: may(19, 'moment'),
};

const finish: Fields = {
  ...ofCase,
  proStatus: oneOf('3'),
  resultDate: may(19, 'moment'),
  transactResult: may(10),
};

const rating: Fields = {
  ...ofCase,
  serviceNumber: must(2, 'count'),
  /** pc端 1, 移动端 2, 二维码 3, 平板 4, 其他终端 5, 短信 6, 系统默认评价 7. */
  pf: oneOf(...upTo(7)),
  /** 非常不满意 1 … 非常满意 5. */
  satisfaction: oneOf(...upTo(5)),
  evalDetail: may(200),
  writingEvaluation: may(1000),
  assessTime: must(19, 'moment'),
  assessNumber: oneOf('1', '2'),
  appStatus: maybeOneOf(...upTo(3)),
};

/** 工单状态 of another province's workflow, and four of this reconstruction's own. */
const caseStatuses = '0 10 11 12 20 21 220 221 222 30 31 90 91'.split(' ');

const step: Fields = {
  ...every,
  caseCode: must(50),
  stepNumber: must(5, 'count'),
  serviceNumber: must(2, 'count'),
  assessNumber: oneOf('1', '2'),
  evaluationId: may(32),
  caseType: oneOf(...upTo(3)),
  caseStatus: oneOf(...caseStatuses),
  areaCode: must(12),
  deptCode: must(18),
  deptName: must(100),
  dealerId: must(50),
  dealerName: must(30),
  assignTime: must(19, 'moment'),
  visitDeadline: may(19, 'moment'),
  rectifyDeadline: may(19, 'moment'),
  visitTime: may(19, 'moment'),
  visitWay: maybeOneOf(...upTo(4)),
  visitResult: maybeOneOf(...upTo(3)),
  verifyResult: maybeOneOf(...upTo(5)),
  appealReason: may(1000),
  appealTime: may(19, 'moment'),
  appealResult: maybeOneOf('0', '1'),
  appealAuditor: may(50),
  rectifyMeasure: may(1000),
  rectifyResult: maybeOneOf(...upTo(4)),
  delayFlag: maybeOneOf('0', '1'),
  delayDate: may(10, 'date'),
  delayReason: may(500),
  finishTime: may(19, 'moment'),
  overdueDays: may(3),
  feedbackTime: may(19, 'moment'),
  feedbackWay: maybeOneOf(...upTo(4)),
  feedbackText: may(500),
  appendLevel: maybeOneOf(...upTo(5)),
  appendTime: may(19, 'moment'),
  warnLevel: maybeOneOf('0', '1', '2'),
  urgeCount: may(2),
  escalateLevel: maybeOneOf(...upTo(9, 0)),
  publicFlag: oneOf('0', '1'),
  publicText: may(1000),
  closedLoopAudit: maybeOneOf('0', '1'),
  workflow: must(1000, 'list'),
};

const withdraw: Fields = {
  ...every,
  kind: { ...must(10), codes: ['service', 'finish', 'step'] },
  serviceNumber: may(2, 'count'),
  caseCode: may(50),
  stepNumber: may(5, 'count'),
  reason: must(300),
};

export const recordFields = { service, finish, rating, step, withdraw } as const;

/** One line of a work order's 流水. */
export const workflowFields: Fields = {
  dealInfo: may(300),
  dealTime: must(19, 'moment'),
  dealerId: may(50),
  status: must(3),
};

/** 行政区划 of the city as the province has them; 330601 stands in older case numbers. */
export const knownAreas: ReadonlySet<string> = new Set(
  '330600 330601 330602 330603 330604 330624 330681 330683 330651 330652 330653 330654'.split(' '),
);

/** 测评内容代码 by their first digit, the level; both versions, for ratings of earlier years. */
export const reasonCodes: ReadonlySet<string> = new Set([
  ...upTo(517, 501),
  ...upTo(413, 401).filter((code) => code !== '403'),
  ...upTo(314, 301),
  ...upTo(214, 201),
  ...upTo(115, 101),
]);
