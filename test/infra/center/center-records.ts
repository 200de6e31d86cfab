/** Records as described by the interface, written by hand. */
import { creditCode, nextProjectNo } from '../../support/case-facts.ts';

type Body = Readonly<Record<string, unknown>>;

export const paths = {
  service: '/affair/service',
  finish: '/affair/finish',
  rating: '/evaluation/report',
  step: '/rectification/report',
  withdraw: '/record/withdraw',
  period: '/period/submit',
  counts: '/reconcile/counts',
  records: '/reconcile/records',
} as const;

export const deptCode = creditCode;

const ofCase = (projectNo: string): Body => ({
  areaCode: '330602',
  areaName: '越城区',
  deptCode,
  taskCode: '许可-00757-000',
  taskName: '食品经营许可',
  projectNo,
  proStatus: '2',
  proDepartCode: '001008006007014',
  proDepart: '越城区测试局',
  proManager: '示例乙',
  certkeyGOV: '330602199001011234',
  userName: '测试甲',
  userProp: '1',
  promiseTime: '1',
  acceptDate: '2026-11-16 09:00:00',
  dataSource: '133',
  revision: 1,
});

export interface CaseRecords {
  readonly projectNo: string;
  service(more?: Body): Body;
  finish(more?: Body): Body;
  rating(more?: Body): Body;
  /** A good follow-up. */
  second(more?: Body): Body;
  step(stepNumber: number, more?: Body): Body;
  withdraw(kind: string, more?: Body): Body;
}

export const caseRecords = (projectNo = nextProjectNo()): CaseRecords => {
  const known = ofCase(projectNo);
  const rating = (more: Body = {}): Body => ({
    ...known,
    serviceNumber: 1,
    pf: '3',
    satisfaction: '2',
    evalDetail: '209',
    writingEvaluation: '等了两个小时',
    assessTime: '2026-11-16 09:30:00',
    assessNumber: '1',
    ...more,
  });
  return {
    projectNo,
    service: (more = {}) => ({
      ...known,
      serviceNumber: 1,
      serviceName: '受理',
      serviceTime: '2026-11-16 09:00:00',
      ...more,
    }),
    finish: (more = {}) => ({
      ...known,
      proStatus: '3',
      resultDate: '2026-11-16 09:40:00',
      transactResult: '办结',
      ...more,
    }),
    rating,
    second: (more = {}) =>
      rating({
        assessNumber: '2',
        satisfaction: '4',
        evalDetail: '413',
        assessTime: '2026-11-16 09:50:00',
        ...more,
      }),
    step: (stepNumber, more = {}) => ({
      caseCode: `${projectNo}-1`,
      stepNumber,
      projectNo,
      serviceNumber: 1,
      assessNumber: '1',
      caseType: '1',
      caseStatus: '0',
      areaCode: '330602',
      deptCode,
      deptName: '越城区测试局',
      dealerId: 'system',
      dealerName: '系统',
      assignTime: '2026-11-16 09:30:00',
      visitDeadline: '2026-11-17 17:30:00',
      rectifyDeadline: '2026-12-07 17:30:00',
      publicFlag: '0',
      workflow: [
        { dealInfo: '派单', dealTime: '2026-11-16 09:30:00', dealerId: 'resident', status: '0' },
      ],
      dataSource: '133',
      revision: 1,
      ...more,
    }),
    withdraw: (kind, more = {}) => ({
      kind,
      projectNo,
      reason: '误报',
      dataSource: '133',
      revision: 2,
      ...more,
    }),
  };
};
