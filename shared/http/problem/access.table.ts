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
