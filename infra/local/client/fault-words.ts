import { Problem, problemBody } from '../../../shared/http/problem/problem.ts';

/** The command was called in a way that cannot be meant. */
export class Misused extends Error {}

const codeOf = (fault: unknown): string | undefined =>
  fault instanceof Error && 'code' in fault ? String(fault.code) : undefined;

/**
 * What went wrong, for the person at the command line: the code of its cause beside it, and no
 * trace. A cause's own words are left out, because a parser's repeat what stands in the file.
 */
export const faultWords = (fault: unknown): string => {
  if (fault instanceof Problem) {
    const { code, title, detail } = problemBody(fault, 'zh');
    return `${title}：${detail} [${code}]`;
  }
  if (!(fault instanceof Error)) return String(fault);
  const cause = codeOf(fault.cause);
  return cause === undefined ? fault.message : `${fault.message}: ${cause}`;
};
