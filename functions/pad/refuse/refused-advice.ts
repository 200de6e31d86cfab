import { isOpen } from '../../../shared/domain/pad/refused.ts';
import type { Language } from '../../../shared/domain/text/language.ts';
import { problemBody } from '../../../shared/http/problem/problem.ts';
import type { Problem } from '../../../shared/http/problem/problem.ts';

type Words = Readonly<Record<Language, string>>;

const forTwo: Words = {
  zh: '该条评价已加密留存，由两名管理员补录或说明，评价器无须重新发送。',
  en: 'The rating is kept, encrypted; two administrators take it up or settle it, and the pad need not send it again.',
};

const forNobody: Words = {
  zh: '首次评价有效；该条评价已加密留存，评价器无须重新发送。',
  en: 'The first rating stays. This one is kept, encrypted, and the pad need not send it again.',
};

const checkSoftware: Words = {
  zh: '请检查评价器软件。',
  en: 'Check the software of the pad.',
};

/** What somebody can do about the pad itself. */
const hints: ReadonlyMap<string, Words> = new Map([
  ['invalid_input', checkSoftware],
  ['member_twice', checkSoftware],
  ['text_damaged', { zh: '评价器请以 UTF-8 编码发送。', en: 'The pad has to send UTF-8.' }],
  [
    'sequence_taken',
    {
      zh: '评价器计数回退，请以心跳返回的 highest 加一继续编号。',
      en: 'The counter of the pad went back: go on behind the highest number, which the heartbeat answers.',
    },
  ],
  [
    'sequence_implausible',
    { zh: '请检查评价器计数。', en: 'Check the counter of the pad, which goes up by one.' },
  ],
]);

const factIn = ({ details: { fact } }: Problem, language: Language): string => {
  if (fact === undefined) return '';
  return ` (${typeof fact === 'string' ? fact : fact[language]})`;
};

/**
 * Returns what a pad is told of a refused rating. Its number is settled and it is kept, so what the
 * problem advises to who can send again does not hold for it.
 */
export const refusedAdvice = (problem: Problem, language: Language): string => {
  const { code, title } = problemBody(problem, language);
  const kept = (isOpen({ code }) ? forTwo : forNobody)[language];
  const hint = hints.get(code)?.[language];
  const sentences = hint === undefined ? [kept] : [kept, hint];
  return language === 'zh'
    ? `${title}${factIn(problem, language)}：${sentences.join('')}`
    : `${title}${factIn(problem, language)}. ${sentences.join(' ')}`;
};
