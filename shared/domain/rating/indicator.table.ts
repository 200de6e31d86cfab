/**
 * The code table of 评价指标 (evalDetail) that is in force until the city puts its own in force. The
 * Chinese texts of version 2 are the official wording and must not be edited; those of the retired
 * version 1 are short forms. The English texts and the groups are this project's.
 */
import type { IndicatorGroup, IndicatorSet } from './indicator-kind.ts';

type Line = readonly [code: string, group: IndicatorGroup, zh: string, en: string];

const currentIndicators = (set: IndicatorSet, lines: readonly Line[]) =>
  lines.map(([code, group, zh, en]) => ({ code, group, set, zh, en }) as const);

const retiredIndicators = (lines: readonly Line[]) =>
  lines.map(([code, group, zh, en]) => ({ code, group, zh, en, retired: true }) as const);

export const indicatorRows = [
  ...currentIndicators('base', [
    ['510', 'queue', '一窗受理一次办结', 'One window, done in one go'],
    ['511', 'material', '可以先受理后补材料', 'Accepted first, missing papers handed in later'],
    ['512', 'material', '不用提交证明', 'No certificates had to be submitted'],
  ]),
  ...currentIndicators('expanded', [
    ['513', 'other', '可以全程网上办理', 'Could be done online from start to end'],
    ['514', 'other', '可以使用手机办理', 'Could be done on a mobile phone'],
    ['515', 'queue', '可以就近办理', 'Could be done close to home'],
    ['516', 'material', '无需材料直接办理', 'Done directly, without any papers'],
    ['517', 'attitude', '服务热情效率高', 'Warm and efficient service'],
  ]),
  ...currentIndicators('base', [
    ['406', 'material', '填写一张表单就可完成申报', 'One form was enough to apply'],
    ['407', 'material', '在线提交材料窗口核验', 'Papers submitted online, checked at the window'],
    ['408', 'material', '一张清单告知全部申报材料', 'One list named all papers needed'],
  ]),
  ...currentIndicators('expanded', [
    ['409', 'material', '用告知承诺减免申报材料', 'Fewer papers thanks to a signed declaration'],
    ['410', 'queue', '可以在线预约办理', 'Could be booked online'],
    ['411', 'queue', '跑大厅一次办完', 'Done in a single visit to the hall'],
    ['412', 'other', '可以使用自助机办理', 'Could be done at a self-service terminal'],
    ['413', 'attitude', '服务态度较好', 'Good service attitude'],
  ]),
  ...currentIndicators('base', [
    [
      '307',
      'material',
      '一次性告知需要补正的材料',
      'Told once of everything to be corrected or added',
    ],
    ['308', 'material', '提供申报材料样本', 'Sample papers were provided'],
    ['309', 'time', '在承诺的时间内办结', 'Finished within the promised time'],
  ]),
  ...currentIndicators('expanded', [
    ['310', 'rule', '办事指南指引准确', 'The guide led the right way'],
    [
      '311',
      'material',
      '按办事指南要求的材料即可办理',
      'The papers named in the guide were enough',
    ],
    ['312', 'other', '可以快递送达', 'Could be delivered by courier'],
    ['313', 'queue', '跑动次数与承诺的一致', 'As many visits as promised'],
    ['314', 'attitude', '服务态度一般', 'Ordinary service attitude'],
  ]),
  ...currentIndicators('base', [
    ['207', 'material', '没有提供材料样本', 'No sample papers were provided'],
    ['208', 'material', '没有提供材料清单', 'No list of papers was provided'],
    ['209', 'time', '未在承诺时间内办结', 'Not finished within the promised time'],
  ]),
  ...currentIndicators('expanded', [
    [
      '210',
      'material',
      '同样内容的证明材料被要求多次提交',
      'Certificates of the same content were asked for repeatedly',
    ],
    ['211', 'other', '承诺网办但无法在线办理', 'Promised online, but could not be done online'],
    [
      '212',
      'queue',
      '在线预约办理后到实体大厅重复取号排队',
      'Booked online, but had to take a number and queue again in the hall',
    ],
    ['213', 'attitude', '窗口人员业务不熟练', 'Window staff did not know their work'],
    ['214', 'attitude', '服务态度生硬', 'Curt service attitude'],
  ]),
  ...currentIndicators('base', [
    [
      '108',
      'rule',
      '在办事指南之外增加新的审批条件',
      'Conditions for approval were added that are not in the guide',
    ],
    [
      '109',
      'material',
      '需提供办事指南之外的申报材料',
      'Papers were asked for that are not in the guide',
    ],
    ['110', 'time', '无理由超过法定办理时间', 'Statutory time exceeded without a reason'],
  ]),
  ...currentIndicators('expanded', [
    ['111', 'rule', '办事指南提供样本有错', 'The sample in the guide was wrong'],
    [
      '112',
      'other',
      '承诺在线收取申报材料实际无法收取',
      'Papers were to be taken online, but were not',
    ],
    ['113', 'queue', '多头跑窗口和部门', 'Sent from window to window and from office to office'],
    ['114', 'queue', '跑动次数与承诺的不一致', 'More visits than promised'],
    ['115', 'attitude', '服务态度差效率低', 'Bad attitude and slow work'],
  ]),
  ...retiredIndicators([
    [
      '501',
      'queue',
      '综合窗口收件一个窗口受理一次办成',
      'Taken in at a general window and done in one go',
    ],
    ['502', 'material', '容缺受理', 'Accepted although papers were missing'],
    ['503', 'material', '不需提交政府部门证明', 'No certificates of government offices needed'],
    ['504', 'material', '不需提交证照批文', 'No licences or approvals had to be submitted'],
    [
      '505',
      'material',
      '在线上传全部材料不用窗口核验',
      'All papers uploaded online, no check at the window',
    ],
    ['506', 'other', '自助机任何时候办理', 'At a self-service terminal at any hour'],
    ['507', 'queue', '本市就近', 'Close to home within the city'],
    ['508', 'queue', '本省就近', 'Close to home within the province'],
    ['509', 'queue', '全国就近', 'Close to home anywhere in the country'],
  ]),
  ...retiredIndicators([
    ['401', 'material', '一张表单', 'A single form'],
    [
      '402',
      'material',
      '在线提交窗口核验原件最多跑一次',
      'Submitted online, originals checked at the window, one visit at most',
    ],
    ['404', 'other', '自助机仅限工作时间', 'Self-service terminal, in office hours only'],
    ['405', 'queue', '在线预约', 'Booking online'],
  ]),
  ...retiredIndicators([
    ['301', 'rule', '按指南顺利完成', 'Done smoothly by the guide'],
    ['302', 'material', '一张清单告知', 'Informed by a single list'],
    ['303', 'queue', '只进一个大厅', 'Only one hall to go to'],
    ['304', 'time', '承诺时间内办完', 'Finished within the promised time'],
    ['305', 'queue', '跑2次', 'Two visits'],
    ['306', 'queue', '排队叫号', 'A queue with called numbers'],
  ]),
  ...retiredIndicators([
    ['201', 'material', '材料没有样本', 'No samples of the papers'],
    ['202', 'material', '不能清单一次性告知', 'Not told everything at once by a list'],
    [
      '203',
      'material',
      '已提交过又被要求再次提交',
      'Asked to submit again what was submitted before',
    ],
    ['204', 'queue', '到窗口2次以上', 'More than two visits to the window'],
    ['205', 'queue', '没有叫号系统', 'No system for calling numbers'],
    ['206', 'queue', '重复取号排队', 'Had to take a number and queue again'],
  ]),
  ...retiredIndicators([
    ['101', 'material', '被要求提交指南未列材料', 'Asked for papers the guide does not list'],
    ['102', 'other', '承诺在线收取实际无法', 'Taking papers online was promised but impossible'],
    ['103', 'time', '没在承诺时间办完', 'Not finished within the promised time'],
    ['104', 'material', '需到大厅以外提交材料', 'Papers had to be handed in outside the hall'],
    ['105', 'queue', '到大厅次数与承诺不一致', 'More visits to the hall than promised'],
    [
      '106',
      'rule',
      '大厅以外先办再重新申报',
      'Had to be done outside the hall first and then applied for again',
    ],
    ['107', 'rule', '附加新审批条件', 'New conditions for approval were added'],
  ]),
];
