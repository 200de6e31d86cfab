/**
 * The fields that the simulated center accepts, taken from the sources independently and
 * deliberately not shared with the sending side, so that a misreading on one side becomes visible.
 * Case and rating fields are those of the Zhejiang interface; `serviceNumber`, `serviceName`,
 * `serviceTime`, `resultDate` and `transactResult` come from the neighbouring formats, `revision`
 * from this exchange. The rectification record and everything about withdrawal are reconstructions:
 * no official format is public.
 */
export type Form = 'text' | 'moment' | 'date' | 'count' | 'project_no' | 'list';

export interface Field {
  /** In characters; for a list, in items. */
  readonly longest: number;
  readonly required: boolean;
  readonly form: Form;
  readonly codes?: readonly string[];
}

export type Fields = Readonly<Record<string, Field>>;

const defineRequired = (longest: number, form: Form = 'text'): Field => ({
  longest,
  required: true,
  form,
});
const defineOptional = (longest: number, form: Form = 'text'): Field => ({
  longest,
  required: false,
  form,
});
const oneOf = (...codes: readonly string[]): Field => ({ ...defineRequired(3), codes });
const maybeOneOf = (...codes: readonly string[]): Field => ({ ...defineOptional(3), codes });

const upTo = (last: number, first = 1): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String(first + index));

const every: Fields = {
  projectNo: defineRequired(50, 'project_no'),
  dataSource: oneOf('133'),
  revision: defineRequired(4, 'count'),
};

const ofCase: Fields = {
  ...every,
  areaCode: defineRequired(12),
  areaName: defineRequired(100),
  deptCode: defineRequired(18),
  taskCode: defineRequired(50),
  taskHandleItem: defineOptional(33),
  taskName: defineRequired(200),
  subMatter: defineOptional(200),
  /** 待办理 1, 办理中 2, 已完结 3. */
  proStatus: oneOf('1', '2', '3'),
  proDepartCode: defineRequired(32),
  proDepart: defineRequired(100),
  proManager: defineRequired(30),
  certkeyGOV: defineRequired(18),
  userName: defineRequired(100),
  /** 个人 1, 法人 2. */
  userProp: oneOf('1', '2'),
  /** 承诺件 1, 即办件 2. */
  promiseTime: oneOf('1', '2'),
  acceptDate: defineRequired(19, 'moment'),
};

const service: Fields = {
  ...ofCase,
  serviceNumber: defineRequired(2, 'count'),
  serviceName: defineOptional(10),
  serviceTime: defineOptional(19, 'moment'),
};

const finish: Fields = {
  ...ofCase,
  proStatus: oneOf('3'),
  resultDate: defineOptional(19, 'moment'),
  transactResult: defineOptional(10),
};

const rating: Fields = {
  ...ofCase,
  serviceNumber: defineRequired(2, 'count'),
  /** pc端 1, 移动端 2, 二维码 3, 平板 4, 其他终端 5, 短信 6, 系统默认评价 7. */
  pf: oneOf(...upTo(7)),
  /** 非常不满意 1 … 非常满意 5. */
  satisfaction: oneOf(...upTo(5)),
  evalDetail: defineOptional(200),
  writingEvaluation: defineOptional(1000),
  assessTime: defineRequired(19, 'moment'),
  assessNumber: oneOf('1', '2'),
  appStatus: maybeOneOf(...upTo(3)),
};

/** 工单状态 of another province's workflow, and four added by this reconstruction. */
const caseStatuses = '0 10 11 12 20 21 220 221 222 30 31 90 91'.split(' ');

const step: Fields = {
  ...every,
  caseCode: defineRequired(50),
  stepNumber: defineRequired(5, 'count'),
  serviceNumber: defineRequired(2, 'count'),
  assessNumber: oneOf('1', '2'),
  evaluationId: defineOptional(32),
  caseType: oneOf(...upTo(3)),
  caseStatus: oneOf(...caseStatuses),
  areaCode: defineRequired(12),
  deptCode: defineRequired(18),
  deptName: defineRequired(100),
  dealerId: defineRequired(50),
  dealerName: defineRequired(30),
  assignTime: defineRequired(19, 'moment'),
  visitDeadline: defineOptional(19, 'moment'),
  rectifyDeadline: defineOptional(19, 'moment'),
  visitTime: defineOptional(19, 'moment'),
  visitWay: maybeOneOf(...upTo(4)),
  visitResult: maybeOneOf(...upTo(3)),
  verifyResult: maybeOneOf(...upTo(5)),
  appealReason: defineOptional(1000),
  appealTime: defineOptional(19, 'moment'),
  appealResult: maybeOneOf('0', '1'),
  appealAuditor: defineOptional(50),
  rectifyMeasure: defineOptional(1000),
  rectifyResult: maybeOneOf(...upTo(4)),
  delayFlag: maybeOneOf('0', '1'),
  delayDate: defineOptional(10, 'date'),
  delayReason: defineOptional(500),
  finishTime: defineOptional(19, 'moment'),
  overdueDays: defineOptional(3),
  feedbackTime: defineOptional(19, 'moment'),
  feedbackWay: maybeOneOf(...upTo(4)),
  feedbackText: defineOptional(500),
  appendLevel: maybeOneOf(...upTo(5)),
  appendTime: defineOptional(19, 'moment'),
  warnLevel: maybeOneOf('0', '1', '2'),
  urgeCount: defineOptional(2),
  escalateLevel: maybeOneOf(...upTo(9, 0)),
  publicFlag: oneOf('0', '1'),
  publicText: defineOptional(1000),
  closedLoopAudit: maybeOneOf('0', '1'),
  workflow: defineRequired(1000, 'list'),
};

const withdraw: Fields = {
  ...every,
  kind: { ...defineRequired(10), codes: ['service', 'finish', 'step'] },
  serviceNumber: defineOptional(2, 'count'),
  caseCode: defineOptional(50),
  stepNumber: defineOptional(5, 'count'),
  reason: defineRequired(300),
};

export const recordFields = { service, finish, rating, step, withdraw } as const;

/** One line of a work order's 流水. */
export const workflowFields: Fields = {
  dealInfo: defineOptional(300),
  dealTime: defineRequired(19, 'moment'),
  dealerId: defineOptional(50),
  status: defineRequired(3),
};

/** 行政区划 of the city in the province's list; 330601 occurs in older case numbers. */
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
