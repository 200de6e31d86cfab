/**
 * 事项: real names of services as halls in Zhejiang offer them. Type codes are from GB/T 39046, table
 * A.1. Promised days are plausible values, not from a guide.
 */
export interface MatterKind {
  /** The word of the kind of department; `town` for sub-districts and towns. */
  readonly department: string;
  readonly name: string;
  readonly theme: string;
  /** 01 许可, 05 给付, 07 确认, 10 其他权力, 20 公共服务. */
  readonly type: '01' | '05' | '07' | '10' | '20';
  /** Working days. Absent: 即办件, finished at once. */
  readonly promisedDays?: number;
  readonly applicant: 'person' | 'enterprise';
}

type Line = readonly [
  name: string,
  theme: string,
  type: MatterKind['type'],
  promisedDays: number | null,
  applicant?: 'enterprise',
];

const mattersOf = (department: string, lines: readonly Line[]): readonly MatterKind[] =>
  lines.map(([name, theme, type, days, applicant]) => ({
    department,
    name,
    theme,
    type,
    applicant: applicant ?? 'person',
    ...(days === null ? {} : { promisedDays: days }),
  }));

export const matterKinds: readonly MatterKind[] = [
  ...mattersOf('renshe', [
    ['企业职工基本养老保险参保登记', '社会保障', '20', null],
    ['企业职工基本养老保险关系转移接续', '社会保障', '20', 10],
    ['失业保险金申领', '就业创业', '05', 5],
    ['工伤认定', '社会保障', '07', 20],
    ['社会保障卡申领', '社会保障', '20', null],
    ['就业登记', '就业创业', '07', null],
    ['劳务派遣经营许可', '准营准办', '01', 6, 'enterprise'],
    ['就业困难人员认定', '就业创业', '07', 5],
  ]),
  ...mattersOf('yibao', [
    ['基本医疗保险参保信息变更登记', '医疗卫生', '20', null],
    ['异地安置退休人员备案', '医疗卫生', '20', null],
    ['门诊费用报销', '医疗卫生', '05', 10],
    ['生育津贴支付', '生育收养', '05', 10],
    ['基本医疗保险门诊慢特病病种待遇认定', '医疗卫生', '07', 8],
  ]),
  ...mattersOf('minzheng', [
    ['内地居民结婚登记', '婚姻登记', '07', null],
    ['最低生活保障审核确认', '社会救助', '05', 15],
    ['临时救助', '社会救助', '05', 8],
    ['高龄津贴发放', '离职退休', '05', 5],
    ['社会团体成立登记', '社会团体', '01', 10, 'enterprise'],
  ]),
  ...mattersOf('jianshe', [
    ['建筑工程施工许可证核发', '工程建设', '01', 3, 'enterprise'],
    ['商品房预售许可', '工程建设', '01', 5, 'enterprise'],
    ['建筑业企业资质核准', '资质认证', '01', 8, 'enterprise'],
    ['城镇污水排入排水管网许可', '城市管理', '01', 6, 'enterprise'],
    ['公共租赁住房租赁补贴发放', '住房保障', '05', 15],
    ['物业专项维修资金使用备案', '住房保障', '10', 3, 'enterprise'],
  ]),
  ...mattersOf('weijian', [
    ['公共场所卫生许可', '准营准办', '01', 3, 'enterprise'],
    ['医疗机构执业登记', '医疗卫生', '01', 8, 'enterprise'],
    ['护士执业注册', '职业资格', '01', 2],
    ['生育登记', '生育收养', '20', null],
  ]),
  ...mattersOf('shichang', [
    ['公司设立登记', '设立变更', '01', null, 'enterprise'],
    ['公司变更登记', '设立变更', '01', null, 'enterprise'],
    ['个体工商户注册登记', '设立变更', '01', null],
    ['食品经营许可', '准营准办', '01', 4, 'enterprise'],
    ['药品经营（零售）许可', '准营准办', '01', 8, 'enterprise'],
    ['特种设备使用登记', '安全生产', '01', 3, 'enterprise'],
  ]),
  ...mattersOf('gongan', [
    ['换领居民身份证', '户籍办理', '20', 10],
    ['出生登记', '户籍办理', '07', null],
    ['户口迁移', '户籍办理', '07', 5],
    ['普通护照签发', '出境入境', '01', 7],
    ['往来港澳通行证签发', '出境入境', '01', 7],
    ['浙江省居住证申领', '户籍办理', '20', 5],
    ['机动车驾驶证期满换证', '交通出行', '01', null],
  ]),
  ...mattersOf('ziran', [
    ['国有建设用地使用权及房屋所有权转移登记', '规划国土', '07', null],
    ['不动产抵押权首次登记', '规划国土', '07', null],
    ['不动产登记资料查询', '规划国土', '20', null],
    ['建设工程规划许可证核发', '工程建设', '01', 7, 'enterprise'],
  ]),
  ...mattersOf('jiaotong', [
    ['道路货物运输经营许可', '交通出行', '01', 3, 'enterprise'],
    ['巡游出租汽车驾驶员从业资格证核发', '职业资格', '01', 5],
    ['道路运输证配发', '交通出行', '01', null, 'enterprise'],
  ]),
  ...mattersOf('gongjijin', [
    ['购买住房提取住房公积金', '住房保障', '20', null],
    ['租赁住房提取住房公积金', '住房保障', '20', null],
    ['退休提取住房公积金', '离职退休', '20', null],
    ['住房公积金个人贷款', '住房保障', '20', 5],
  ]),
  ...mattersOf('jiaoyu', [
    ['教师资格认定', '职业资格', '07', 12],
    ['义务教育阶段学生转学', '教育科研', '20', 5],
  ]),
  ...mattersOf('wenlv', [
    ['营业性演出审批', '文化体育', '01', 3, 'enterprise'],
    ['歌舞娱乐场所设立审批', '文化体育', '01', 8, 'enterprise'],
  ]),
  ...mattersOf('nongye', [
    ['农药经营许可', '农林牧渔', '01', 7, 'enterprise'],
    ['动物防疫条件合格证核发', '农林牧渔', '01', 7, 'enterprise'],
  ]),
  ...mattersOf('canlian', [['残疾人证核发', '社会救助', '07', 10]]),
  ...mattersOf('town', [
    ['城乡居民基本医疗保险参保登记', '医疗卫生', '20', null],
    ['城乡居民基本养老保险参保登记', '社会保障', '20', null],
    ['农村村民住宅用地审批', '规划国土', '01', 12],
    ['困难残疾人生活补贴和重度残疾人护理补贴', '社会救助', '05', 10],
    ['老年人优待证办理', '离职退休', '20', null],
  ]),
];
