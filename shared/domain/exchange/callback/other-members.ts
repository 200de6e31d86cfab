/**
 * The members that the SDK of the provincial center names. What else says something is read nowhere,
 * so the callback is kept for it.
 */
import { plainName } from '../../text/members-twice.ts';
import { isThere } from '../../text/sent-value.ts';

/** The rater, and who was signed in, are left out before anything is read. */
const sdkMembers = {
  callback: [
    'targetId',
    'targetType',
    'targetStatus',
    'affairTime',
    'receiveTime',
    'acceptTime',
    'finishTime',
    'statusTime',
    'applyChannel',
    'dealerId',
    'dealerName',
    'departmentId',
    'departmentName',
    'orgCode',
    'deptAdCode',
    'deptAreaName',
    'deptCreditCode',
    'parentId',
    'parentCode',
    'parentName',
    'parentType',
    'parentTypeDesc',
    'features',
    'evaluationItemModel',
    'caseModelList',
  ],
  item: [
    'id',
    'assessTime',
    'channel',
    'number',
    'rateText',
    'raterType',
    'status',
    'type',
    'evaluationLevelModelList',
    'evaluationTagItemModelList',
    'evaluationOuterModelList',
  ],
  level: ['level', 'levelType', 'status'],
  tag: ['tagCode', 'status'],
  order: ['id', 'code', 'caseType', 'status', 'evaluationId', 'caseWorkflowModelList'],
  step: ['dealInfo', 'dealTime', 'dealerId', 'status'],
} as const;

/** Whether an object of a callback says something in a member that the SDK does not name. */
export const saysMore = (from: unknown, kind: keyof typeof sdkMembers): boolean => {
  if (typeof from !== 'object' || from === null || Array.isArray(from)) return false;
  const known: readonly string[] = sdkMembers[kind];
  return Object.entries(from).some(
    ([name, value]) => isThere(value) && !known.includes(plainName(name)),
  );
};
