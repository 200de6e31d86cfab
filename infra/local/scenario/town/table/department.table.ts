/** 部门: the kinds of departments, with their names in each kind of area. */
export interface DepartmentKind {
  /** Word for ids and addresses. */
  readonly word: string;
  /** The last three digits of the 15-digit department code, invented in the real form. */
  readonly orgDigits: string;
  /** `{area}` stands for the name of the area. */
  readonly city: string;
  readonly district: string;
  readonly county: string;
  /** False: runs the hall, audits appeals or keeps the data. */
  readonly handlesCases: boolean;
  /** Only the city has one. */
  readonly cityOnly?: boolean;
}

const defineLocal = (word: string, orgDigits: string, name: string): DepartmentKind => ({
  word,
  orgDigits,
  city: `绍兴市${name}`,
  district: `{area}${name}`,
  county: `{area}${name}`,
  handlesCases: true,
});

const defineBranch = (word: string, orgDigits: string, name: string): DepartmentKind => ({
  ...defineLocal(word, orgDigits, name),
  district: `绍兴市${name}{area}分局`,
});

export const departmentKinds: readonly DepartmentKind[] = [
  defineLocal('renshe', '011', '人力资源和社会保障局'),
  defineLocal('yibao', '012', '医疗保障局'),
  defineLocal('minzheng', '013', '民政局'),
  defineLocal('jianshe', '014', '住房和城乡建设局'),
  defineLocal('weijian', '015', '卫生健康局'),
  defineLocal('shichang', '016', '市场监督管理局'),
  defineBranch('gongan', '017', '公安局'),
  defineBranch('ziran', '018', '自然资源和规划局'),
  defineLocal('jiaotong', '019', '交通运输局'),
  {
    word: 'gongjijin',
    orgDigits: '020',
    city: '绍兴市住房公积金管理中心',
    district: '绍兴市住房公积金管理中心{area}分中心',
    county: '绍兴市住房公积金管理中心{area}分中心',
    handlesCases: true,
  },
  { ...defineLocal('jiaoyu', '021', '教育局'), cityOnly: true },
  { ...defineLocal('wenlv', '022', '文化广电旅游局'), cityOnly: true },
  { ...defineLocal('nongye', '023', '农业农村局'), cityOnly: true },
  { ...defineLocal('canlian', '024', '残疾人联合会'), cityOnly: true },
  { ...defineLocal('zhengwu', '031', '政务服务管理办公室'), handlesCases: false },
  { ...defineLocal('xinfang', '032', '信访局'), handlesCases: false, cityOnly: true },
  { ...defineLocal('dashuju', '033', '大数据发展管理局'), handlesCases: false, cityOnly: true },
];

/** 乡镇人民政府、街道办事处: handle what is served in their own hall. */
export const townDepartment = {
  street: '{area}人民政府{town}办事处',
  town: '{area}{town}人民政府',
  orgDigits: '051',
} as const;
