/**
 * 清单文件: the columns of the file of each register, and the words that its cells may contain
 * instead of codes.
 */
import type {
  HallLevel,
  PlaceKind,
  RegisterEntry,
  RegisterNoun,
} from '../../shared/domain/oversight/register.ts';
import { registerMembers } from '../../shared/domain/oversight/register.ts';
import type { IndicatorGroup, IndicatorSet } from '../../shared/domain/rating/indicator-kind.ts';
import type { CellKind, FileColumn } from '../case/import-file.table.ts';

type Words<Code extends string> = Readonly<Record<Code, readonly string[]>>;

const levels: Words<HallLevel> = {
  city: ['市级'],
  county: ['县级', '区级', '县（市、区）级'],
  town: ['乡镇级', '乡镇', '街道'],
  village: ['村级', '村', '社区'],
};

const kinds: Words<PlaceKind> = {
  city: ['设区市'],
  district: ['区'],
  county: ['县'],
  county_level_city: ['县级市'],
  internal: ['功能区'],
  town: ['乡镇', '街道'],
  village: ['村', '社区'],
};

const sets: Words<IndicatorSet> = {
  base: ['基础指标', '基础'],
  expanded: ['扩展指标', '扩展'],
};

const groups: Words<IndicatorGroup> = {
  attitude: ['服务态度', '服务态度与业务能力'],
  queue: ['排队跑动', '排队', '跑动'],
  material: ['申报材料', '材料'],
  time: ['办理时限', '时限'],
  rule: ['办事指南', '审批条件'],
  other: ['其他'],
};

export const yesOrNo: Words<'true' | 'false'> = { true: ['是'], false: ['否'] };

interface ColumnFacts {
  readonly zh: string;
  readonly kind: CellKind;
  /** How a cell is filled in, where that is not obvious. */
  readonly hint?: string;
}

const columnFacts: Readonly<Record<keyof RegisterEntry, ColumnFacts>> = {
  code: { zh: '编码', kind: 'code' },
  name: { zh: '名称', kind: 'text' },
  area: { zh: '所在区划', kind: 'code', hint: '6 位；乡镇（街道）9 位，村（社区）12 位' },
  orgCode: { zh: '统一部门编码', kind: 'code', hint: '15 位' },
  serves: { zh: '服务区划', kind: 'text', hint: '所列区划以外、办件计入本部门的 6 位代码' },
  contacts: { zh: '联络员', kind: 'text', hint: '张示例 YC-0231；王示例 YC-0232' },
  sensitive: { zh: '敏感事项', kind: yesOrNo },
  level: { zh: '大厅层级', kind: levels },
  windows: { zh: '窗口', kind: 'text', hint: 'A01、A02、B01' },
  terminals: { zh: '自助终端', kind: 'text', hint: 'Z01、Z02' },
  hours: { zh: '办公时间', kind: 'text', hint: '周一至周五 08:30-17:30；周六 09:00-12:00' },
  department: { zh: '主管部门', kind: 'code', hint: '统一社会信用代码' },
  system: { zh: '接入系统编号', kind: 'code', hint: '接入后填写，未接入的留空' },
  kind: { zh: '区划类型', kind: kinds },
  english: { zh: '英文', kind: 'text' },
  group: { zh: '分类', kind: groups },
  set: { zh: '指标集', kind: sets },
  retired: { zh: '停用', kind: yesOrNo },
  aliases: { zh: '其他代码', kind: 'text', hint: '同一区划曾使用的其他 6 位代码' },
  closed: { zh: '已撤销', kind: yesOrNo },
};

export interface RegisterColumn extends FileColumn {
  readonly member: keyof RegisterEntry;
  readonly hint: string;
}

const codeNames: Readonly<Record<RegisterNoun, string>> = {
  departments: '统一社会信用代码',
  matters: '事项编码',
  halls: '大厅编码',
  systems: '系统编码',
  areas: '区划代码',
  indicators: '指标代码',
};

/** Returns the columns of the file of a register: code and name, then its own members. */
export const registerColumns = (noun: RegisterNoun): readonly RegisterColumn[] => {
  const { required, optional } = registerMembers[noun];
  const needed = new Set<keyof RegisterEntry>(['code', 'name', ...required]);
  return (['code', 'name', ...required, ...optional] as const).map((member) => {
    const { zh, kind, hint = '' } = columnFacts[member];
    return {
      member,
      hint,
      kind,
      name: member,
      zh: member === 'code' ? codeNames[noun] : zh,
      path: `/${member}`,
      ...(needed.has(member) && { needed: true as const }),
    };
  });
};
