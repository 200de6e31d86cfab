import { nameProblems, problem } from './text.ts';

/** Problems of correcting a case. */
export const caseProblems = nameProblems({
  case_rated: problem(
    409,
    [
      '该办件已有评价，不能再更正',
      '评价所依据的信息不再更改；如有错误，请联系本区域督办人员说明。',
    ],
    [
      'The case has been rated and cannot be corrected',
      'What was rated no longer changes; tell the supervisor of the area what is wrong.',
    ],
  ),
  case_corrected_too_often: problem(
    409,
    ['该办件的更正次数已达上限', '一个办件最多更正 10 次；请联系本区域督办人员。'],
    [
      'The case has been corrected too often',
      'A case takes at most 10 corrections; ask the supervisor of the area.',
    ],
  ),
});
