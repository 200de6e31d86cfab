/**
 * 办件文件: the columns of an import file, and the words that its cells may contain instead of
 * codes.
 */
import type { ApplicantKind } from '../../shared/domain/case/applicant.ts';
import type { CaseKind, CaseOutcome, Service, StepState } from '../../shared/domain/case/case.ts';
import type { ProcedureKind } from '../../shared/domain/case/procedure.ts';
import type { CaseEventFacts, Certificate } from './event.ts';

type Words<Code extends string> = Readonly<Record<Code, readonly string[]>>;

const types: Words<CaseEventFacts['type']> = {
  accepted: ['受理'],
  step: ['过程', '办理'],
  extended: ['延长', '延长审批', '延期'],
  suspended: ['中止', '中止计时', '挂起'],
  resumed: ['恢复', '恢复计时'],
  finished: ['办结'],
};

const caseKinds: Words<CaseKind> = {
  immediate: ['即办件', '即办'],
  promised: ['承诺件', '承诺'],
};

const applicantKinds: Words<ApplicantKind> = {
  person: ['自然人', '个人'],
  enterprise: ['企业法人', '企业'],
  institution: ['事业法人', '事业单位'],
  social_organisation: ['社会组织法人', '社会组织'],
  government: ['行政机关', '机关法人'],
  other: ['其他'],
};

const certificateTypes: Words<Certificate['type']> = {
  resident_identity_card: ['居民身份证', '身份证'],
  unified_social_credit_code: ['统一社会信用代码', '统一社会信用代码证'],
  permanent_residence_card: ['外国人永久居留身份证', '外国人永久居留证', '永久居留身份证'],
  hong_kong_macao_taiwan_residence_permit: ['港澳台居民居住证', '港澳居民居住证', '台湾居民居住证'],
  business_licence: ['营业执照', '企业法人营业执照', '个体工商户营业执照'],
  passport: ['护照'],
  hong_kong_macao_permit: ['港澳居民来往内地通行证', '回乡证'],
  taiwan_permit: ['台湾居民来往大陆通行证', '台胞证'],
  officer_card: ['军官证'],
  other: ['其他'],
};

const services: Words<Service> = {
  consult: ['咨询'],
  apply: ['申报', '申请'],
  supplement: ['补正'],
  accept: ['受理'],
  pay: ['缴费'],
  decide: ['办结'],
  collect: ['签收'],
};

const outcomes: Words<CaseOutcome> = {
  granted: ['准予', '办结'],
  refused: ['不予', '不予许可'],
  withdrawn: ['撤回', '申请人撤回'],
  returned: ['退回', '退件'],
};

const procedures: Words<ProcedureKind> = {
  extension: ['延长审批', '延长'],
  supplement: ['补正', '补齐补正'],
  hearing: ['听证'],
  inspection: ['检验检测检疫鉴定', '检验', '检测', '检疫', '鉴定'],
  expert_review: ['专家评审'],
  public_notice: ['公示', '公告'],
  tender: ['招标拍卖', '招标', '拍卖'],
  other: ['其他'],
};

const stepStates: Words<StepState> = {
  begun: ['待办', '开始'],
  done: ['已办', '完成'],
};

/** How a cell is parsed: as text, as a code or a number of many digits, and so on. */
export type CellKind = 'text' | 'code' | 'integer' | 'time' | Words<string>;

export interface FileColumn {
  /** English name; `zh` is the Chinese one. A header may use either. */
  readonly name: string;
  readonly zh: string;
  /** JSON pointer to the member of a case event. */
  readonly path: string;
  readonly kind: CellKind;
  /** A file without this column cannot contain any event. */
  readonly needed?: true;
  /** The value in the template's example line. */
  readonly example?: string;
}

const column = (name: string, zh: string, rest: Omit<FileColumn, 'name' | 'zh'>): FileColumn => ({
  name,
  zh,
  ...rest,
});

export const fileColumns: readonly FileColumn[] = [
  column('eventId', '事件编号', { path: '/eventId', kind: 'code' }),
  column('type', '事件类型', { path: '/type', kind: types, needed: true, example: '受理' }),
  column('projectNo', '办件统一编号', {
    path: '/projectNo',
    kind: 'code',
    needed: true,
    example: '330602261120000000017',
  }),
  column('at', '发生时间', {
    path: '/at',
    kind: 'time',
    needed: true,
    example: '2026-11-20 09:12:00',
  }),
  column('matterCode', '事项编码', {
    path: '/header/matter/code',
    kind: 'code',
    example: '11330602MB1A2B3C463330190010000',
  }),
  column('matterName', '事项名称', {
    path: '/header/matter/name',
    kind: 'text',
    example: '公司设立登记',
  }),
  column('handleItem', '业务办理项编码', { path: '/header/matter/handleItem', kind: 'code' }),
  column('theme', '主题名称', { path: '/header/matter/theme', kind: 'text' }),
  column('departmentCode', '部门统一社会信用代码', {
    path: '/header/department/creditCode',
    kind: 'code',
    example: '11330602MB1A2B3C46',
  }),
  column('departmentOrgCode', '统一部门编码', {
    path: '/header/department/orgCode',
    kind: 'code',
    example: '001008006007014',
  }),
  column('departmentName', '部门名称', {
    path: '/header/department/name',
    kind: 'text',
    example: '越城区市场监督管理局',
  }),
  column('area', '行政区划', { path: '/header/area', kind: 'code', example: '330602' }),
  column('caseKind', '办件类型', { path: '/header/caseKind', kind: caseKinds, example: '承诺件' }),
  column('promiseWorkingDays', '承诺工作日', {
    path: '/header/promiseWorkingDays',
    kind: 'integer',
    example: '5',
  }),
  column('applicantKind', '申请人类型', {
    path: '/header/applicant/kind',
    kind: applicantKinds,
    example: '自然人',
  }),
  column('applicantName', '申请人姓名', {
    path: '/header/applicant/name',
    kind: 'text',
    example: '张示例',
  }),
  column('certificateType', '证件类型', {
    path: '/header/applicant/certificate/type',
    kind: certificateTypes,
    example: '居民身份证',
  }),
  column('certificateNumber', '证件号码', {
    path: '/header/applicant/certificate/number',
    kind: 'code',
    example: '330602199003070016',
  }),
  column('mobile', '手机号', {
    path: '/header/applicant/mobile',
    kind: 'code',
    example: '13900000001',
  }),
  column('serviceNumber', '服务次序', {
    path: '/contact/serviceNumber',
    kind: 'integer',
    example: '1',
  }),
  column('service', '服务环节', { path: '/contact/service', kind: services, example: '受理' }),
  column('serviceAt', '服务时间', { path: '/contact/at', kind: 'time' }),
  column('hall', '大厅编码', { path: '/contact/hall', kind: 'code', example: '330602-H1' }),
  column('window', '窗口编码', { path: '/contact/window', kind: 'code', example: 'A03' }),
  column('staffId', '工作人员工号', {
    path: '/contact/staff/id',
    kind: 'code',
    example: 'YC-0231',
  }),
  column('staffName', '工作人员姓名', {
    path: '/contact/staff/name',
    kind: 'text',
    example: '王示例',
  }),
  column('stepName', '环节名称', { path: '/step/name', kind: 'text' }),
  column('stepHandler', '环节办理人', { path: '/step/handler', kind: 'text' }),
  column('stepNote', '环节说明', { path: '/step/note', kind: 'text' }),
  column('stepState', '环节办理状态', { path: '/step/state', kind: stepStates }),
  column('stepWorkingDays', '环节时限工作日', { path: '/step/workingDays', kind: 'integer' }),
  column('procedureKind', '特别程序', { path: '/procedure/kind', kind: procedures }),
  column('procedureReason', '特别程序原因', { path: '/procedure/reason', kind: 'text' }),
  column('procedureWorkingDays', '特别程序工作日', {
    path: '/procedure/workingDays',
    kind: 'integer',
  }),
  column('procedureApprovedBy', '延长批准人', { path: '/procedure/approvedBy', kind: 'text' }),
  column('outcome', '办理结果', { path: '/result/outcome', kind: outcomes }),
  column('resultNote', '结果说明', { path: '/result/note', kind: 'text' }),
];
