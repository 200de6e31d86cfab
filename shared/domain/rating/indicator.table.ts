/**
 * The code table of 评价指标 (evalDetail). The Chinese texts of version 2 are the official wording
 * and must not be edited; those of the retired version 1 are short forms. The English texts are
 * this project's translation.
 */
import type { Level } from './level.ts';

type Line = readonly [code: string, zh: string, en: string];

const currentIndicators = (level: Level, set: 'base' | 'expanded', lines: readonly Line[]) =>
  lines.map(([code, zh, en]) => ({ code, level, version: 2, set, zh, en }) as const);

const retiredIndicators = (level: Level, lines: readonly Line[]) =>
  lines.map(([code, zh, en]) => ({ code, level, version: 1, zh, en }) as const);

export const indicatorRows = [
  ...currentIndicators('very_satisfied', 'base', [
    ['510', '一窗受理一次办结', 'One window, done in one go'],
    ['511', '可以先受理后补材料', 'Accepted first, missing papers handed in later'],
    ['512', '不用提交证明', 'No certificates had to be submitted'],
  ]),
  ...currentIndicators('very_satisfied', 'expanded', [
    ['513', '可以全程网上办理', 'Could be done online from start to end'],
    ['514', '可以使用手机办理', 'Could be done on a mobile phone'],
    ['515', '可以就近办理', 'Could be done close to home'],
    ['516', '无需材料直接办理', 'Done directly, without any papers'],
    ['517', '服务热情效率高', 'Warm and efficient service'],
  ]),
  ...currentIndicators('satisfied', 'base', [
    ['406', '填写一张表单就可完成申报', 'One form was enough to apply'],
    ['407', '在线提交材料窗口核验', 'Papers submitted online, checked at the window'],
    ['408', '一张清单告知全部申报材料', 'One list named all papers needed'],
  ]),
  ...currentIndicators('satisfied', 'expanded', [
    ['409', '用告知承诺减免申报材料', 'Fewer papers thanks to a signed declaration'],
    ['410', '可以在线预约办理', 'Could be booked online'],
    ['411', '跑大厅一次办完', 'Done in a single visit to the hall'],
    ['412', '可以使用自助机办理', 'Could be done at a self-service terminal'],
    ['413', '服务态度较好', 'Good service attitude'],
  ]),
  ...currentIndicators('basically_satisfied', 'base', [
    ['307', '一次性告知需要补正的材料', 'Told once of everything to be corrected or added'],
    ['308', '提供申报材料样本', 'Sample papers were provided'],
    ['309', '在承诺的时间内办结', 'Finished within the promised time'],
  ]),
  ...currentIndicators('basically_satisfied', 'expanded', [
    ['310', '办事指南指引准确', 'The guide led the right way'],
    ['311', '按办事指南要求的材料即可办理', 'The papers named in the guide were enough'],
    ['312', '可以快递送达', 'Could be delivered by courier'],
    ['313', '跑动次数与承诺的一致', 'As many visits as promised'],
    ['314', '服务态度一般', 'Ordinary service attitude'],
  ]),
  ...currentIndicators('dissatisfied', 'base', [
    ['207', '没有提供材料样本', 'No sample papers were provided'],
    ['208', '没有提供材料清单', 'No list of papers was provided'],
    ['209', '未在承诺时间内办结', 'Not finished within the promised time'],
  ]),
  ...currentIndicators('dissatisfied', 'expanded', [
    [
      '210',
      '同样内容的证明材料被要求多次提交',
      'Certificates of the same content were asked for repeatedly',
    ],
    ['211', '承诺网办但无法在线办理', 'Promised online, but could not be done online'],
    [
      '212',
      '在线预约办理后到实体大厅重复取号排队',
      'Booked online, but had to take a number and queue again in the hall',
    ],
    ['213', '窗口人员业务不熟练', 'Window staff did not know their work'],
    ['214', '服务态度生硬', 'Curt service attitude'],
  ]),
  ...currentIndicators('very_dissatisfied', 'base', [
    [
      '108',
      '在办事指南之外增加新的审批条件',
      'Conditions for approval were added that are not in the guide',
    ],
    ['109', '需提供办事指南之外的申报材料', 'Papers were asked for that are not in the guide'],
    ['110', '无理由超过法定办理时间', 'Statutory time exceeded without a reason'],
  ]),
  ...currentIndicators('very_dissatisfied', 'expanded', [
    ['111', '办事指南提供样本有错', 'The sample in the guide was wrong'],
    ['112', '承诺在线收取申报材料实际无法收取', 'Papers were to be taken online, but were not'],
    ['113', '多头跑窗口和部门', 'Sent from window to window and from office to office'],
    ['114', '跑动次数与承诺的不一致', 'More visits than promised'],
    ['115', '服务态度差效率低', 'Bad attitude and slow work'],
  ]),
  ...retiredIndicators('very_satisfied', [
    ['501', '综合窗口收件一个窗口受理一次办成', 'Taken in at a general window and done in one go'],
    ['502', '容缺受理', 'Accepted although papers were missing'],
    ['503', '不需提交政府部门证明', 'No certificates of government offices needed'],
    ['504', '不需提交证照批文', 'No licences or approvals had to be submitted'],
    ['505', '在线上传全部材料不用窗口核验', 'All papers uploaded online, no check at the window'],
    ['506', '自助机任何时候办理', 'At a self-service terminal at any hour'],
    ['507', '本市就近', 'Close to home within the city'],
    ['508', '本省就近', 'Close to home within the province'],
    ['509', '全国就近', 'Close to home anywhere in the country'],
  ]),
  ...retiredIndicators('satisfied', [
    ['401', '一张表单', 'A single form'],
    [
      '402',
      '在线提交窗口核验原件最多跑一次',
      'Submitted online, originals checked at the window, one visit at most',
    ],
    ['404', '自助机仅限工作时间', 'Self-service terminal, in office hours only'],
    ['405', '在线预约', 'Booking online'],
  ]),
  ...retiredIndicators('basically_satisfied', [
    ['301', '按指南顺利完成', 'Done smoothly by the guide'],
    ['302', '一张清单告知', 'Informed by a single list'],
    ['303', '只进一个大厅', 'Only one hall to go to'],
    ['304', '承诺时间内办完', 'Finished within the promised time'],
    ['305', '跑2次', 'Two visits'],
    ['306', '排队叫号', 'A queue with called numbers'],
  ]),
  ...retiredIndicators('dissatisfied', [
    ['201', '材料没有样本', 'No samples of the papers'],
    ['202', '不能清单一次性告知', 'Not told everything at once by a list'],
    ['203', '已提交过又被要求再次提交', 'Asked to submit again what was submitted before'],
    ['204', '到窗口2次以上', 'More than two visits to the window'],
    ['205', '没有叫号系统', 'No system for calling numbers'],
    ['206', '重复取号排队', 'Had to take a number and queue again'],
  ]),
  ...retiredIndicators('very_dissatisfied', [
    ['101', '被要求提交指南未列材料', 'Asked for papers the guide does not list'],
    ['102', '承诺在线收取实际无法', 'Taking papers online was promised but impossible'],
    ['103', '没在承诺时间办完', 'Not finished within the promised time'],
    ['104', '需到大厅以外提交材料', 'Papers had to be handed in outside the hall'],
    ['105', '到大厅次数与承诺不一致', 'More visits to the hall than promised'],
    [
      '106',
      '大厅以外先办再重新申报',
      'Had to be done outside the hall first and then applied for again',
    ],
    ['107', '附加新审批条件', 'New conditions for approval were added'],
  ]),
];
