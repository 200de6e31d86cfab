import { problems } from './problem.table.ts';
import { nameProblems, problem } from './text.ts';

/** Problems of approvals and of the keys of other systems. */
export const accessProblems = nameProblems({
  same_person: problems.same_person,
  approval_unknown: problem(
    404,
    ['未找到该复核事项', '请核对编号；只能查看和复核本区域内、属于您职责的事项。'],
    [
      'There is no such approval',
      'Check its id; you see and decide approvals of your area and your roles only.',
    ],
  ),
  owner_cannot_report: problem(
    422,
    [
      '该系统的密钥不能报送此办件',
      '请填写拟接收系统的有效密钥：须有 cases 权限，且区域（areas）、部门（departments）与办件统一编号开头（numberPrefixes）均包含此办件现状。',
    ],
    [
      'That key may not report the case',
      'Name an active key of the system that is to own the case: one with the right cases, whose areas, departments and beginnings of numbers (numberPrefixes) contain the case as it stands.',
    ],
  ),
  owner_unchanged: problem(
    409,
    ['办件已属于该系统', '无需移交；请核对所填密钥所属的系统。'],
    ['The case belongs to that system already', 'Nothing is to be handed over; check the key.'],
  ),
  approval_expired: problem(
    409,
    ['复核已过期', '提出后 14 日内未复核即失效，请重新提出。'],
    ['The approval has expired', 'It was not confirmed within 14 days; propose it again.'],
  ),
  approval_decided: problem(
    409,
    ['该事项已有结论', '请查看处理结果；如仍需办理，请重新提出。'],
    ['It is decided already', 'Read the result; propose it again if it is still wanted.'],
  ),
  approval_superseded: problem(
    409,
    ['所涉内容已变更', '提出之后相关内容已被更改，本次未执行；请核对最新内容后重新提出。'],
    [
      'It has changed in the meantime',
      'What this is about was changed after it was proposed, so nothing was done; compare with the newest content and propose it again.',
    ],
  ),
});
