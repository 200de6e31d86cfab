import { Problem, problemBody } from '../../../shared/http/problem/problem.ts';

/** The command line arguments are invalid. */
export class Misused extends Error {}

const codeOf = (fault: unknown): string | undefined =>
  fault instanceof Error && 'code' in fault ? String(fault.code) : undefined;

/**
 * Returns the error message for the person at the command line: the message and the code of its
 * cause, without a stack trace. The message of the cause is left out, because the message of a
 * parser may quote the file.
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
