import { describe, expect, it } from 'vitest';

import { saysMore } from '../../../../shared/domain/exchange/callback/other-members.ts';
import { readEvaluation } from '../../../../shared/domain/exchange/callback/read-evaluation.ts';
import { readWorkOrders } from '../../../../shared/domain/exchange/callback/read-steps.ts';

/** A callback in which every member of the SDK says something. */
const evaluationItemModel = {
  id: '1382310240598237185',
  assessTime: '2026-11-20 09:30:30',
  channel: 2,
  number: 1,
  rateText: '排了两次队',
  raterType: 1,
  status: 1,
  type: 1,
  evaluationLevelModelList: [{ level: 2, levelType: 1, status: 1 }],
  evaluationTagItemModelList: [{ tagCode: 209, status: 1 }],
  evaluationOuterModelList: [{ id: 1 }],
};

const order = {
  id: 7,
  code: 'GD-7',
  caseType: 1,
  status: 2,
  evaluationId: 5,
  caseWorkflowModelList: [
    { dealInfo: '已联系', dealTime: '2026-11-21 10:00:00', dealerId: 'u-9', status: '2' },
  ],
};

const callback = {
  targetId: '330602261119000000017',
  targetType: 1,
  targetStatus: 3,
  affairTime: '2026-11-19 09:00:00',
  receiveTime: '2026-11-19 09:05:00',
  acceptTime: '2026-11-19 09:10:00',
  finishTime: '2026-11-19 10:00:00',
  statusTime: '2026-11-19 10:00:00',
  applyChannel: 2,
  dealerId: 'u-9',
  dealerName: '示例',
  departmentId: 12,
  departmentName: '示例局',
  orgCode: 'MB1234567',
  deptAdCode: '330602',
  deptAreaName: '越城区',
  deptCreditCode: '11330602MB1234567A',
  parentId: 3,
  parentCode: '许可-00757',
  parentName: '示例事项',
  parentType: 1,
  parentTypeDesc: '行政许可',
  features: { source: 'hall' },
  evaluationItemModel,
  caseModelList: [order],
};

describe('a callback with everything that the SDK names', () => {
  it('says nothing that is read nowhere', () => {
    expect(readEvaluation(callback, 1)).toMatchObject({ ok: true, evaluation: { complete: true } });
    expect(readWorkOrders(callback)).toMatchObject({
      orders: [{ code: 'GD-7', complete: true }],
      complete: true,
    });
  });

  it('says more in any member of another name', () => {
    const kinds = [
      ['callback', callback],
      ['item', evaluationItemModel],
      ['level', evaluationItemModel.evaluationLevelModelList[0]],
      ['tag', evaluationItemModel.evaluationTagItemModelList[0]],
      ['order', order],
      ['step', order.caseWorkflowModelList[0]],
    ] as const;
    for (const [kind, object] of kinds) {
      expect([kind, saysMore(object, kind)]).toEqual([kind, false]);
      expect([kind, saysMore({ ...object, remark: '见附件' }, kind)]).toEqual([kind, true]);
      expect([kind, saysMore({ ...object, remark: ' ' }, kind)]).toEqual([kind, false]);
    }
  });

  it('says no more when one of its members came twice', () => {
    expect(saysMore({ 'targetId (#1)': '1', 'targetId (#2)': '2' }, 'callback')).toBe(false);
    expect(saysMore({ 'remark (#1)': '一', 'remark (#2)': '二' }, 'callback')).toBe(true);
  });

  it.each([null, undefined, 'text', 5, [], [{ remark: '见附件' }]])(
    'is an object: %j has no members to say more in',
    (sent) => {
      expect(saysMore(sent, 'callback')).toBe(false);
    },
  );
});
