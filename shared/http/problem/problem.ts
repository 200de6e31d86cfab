import type * as z from 'zod/mini';

import type { Language } from '../../domain/text/language.ts';
import { printable } from '../printable.ts';
import { fieldProblems } from './field.table.ts';
import type { FieldProblemCode } from './field.table.ts';
import { problems } from './problem.table.ts';
import type { ProblemCode } from './problem.table.ts';
import type { NamedProblem, ProblemText } from './text.ts';

export interface FieldError {
  /** JSON pointer into the request. */
  readonly path: string;
  readonly problem: FieldProblemCode;
  /**
   * With `not_allowed` and `unknown_parameter`: the values or names that the contract allows there,
   * which are public; nothing that was sent.
   */
  readonly allowed?: readonly string[] | undefined;
  /** Of a file: the line as an editor counts it, and the column by the name in the file's header. */
  readonly line?: number | undefined;
  readonly column?: string | undefined;
  /** Of a workbook: the sheet. */
  readonly sheet?: string | undefined;
  /** How a cell of that column is filled in. */
  readonly hint?: string | undefined;
}

/** A fact in the language of the caller, or one that has no language. */
type Fact = string | Readonly<Record<Language, string>>;

export interface ProblemDetails {
  readonly errors?: readonly FieldError[] | undefined;
  /** A fact that helps the caller; of what was sent only printable names of encodings. */
  readonly fact?: Fact | undefined;
  /** The current version of what the caller tried to change. */
  readonly version?: number | undefined;
  /** The server's time, when the caller's clock differs too much. */
  readonly serverTime?: string | undefined;
  /** Seconds after which another attempt is accepted. */
  readonly retryAfter?: number | undefined;
}

/**
 * Ends a request with an entry of the catalogue; the edge converts it to problem+json. Problems of
 * the first stages are given by their code, those of the others as a whole, from their stage's
 * table.
 */
export class Problem extends Error {
  readonly code: string;
  readonly text: ProblemText;
  readonly details: ProblemDetails;

  constructor(which: ProblemCode | NamedProblem, details: ProblemDetails = {}) {
    const known = typeof which === 'string' ? { code: which, ...problems[which] } : which;
    super(known.code);
    this.code = known.code;
    this.text = known;
    this.details = details;
  }
}

/** RFC 9457, with the stable code and the paths of what does not fit. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly {
    path: string;
    problem: FieldProblemCode;
    detail: string;
    allowed?: string[];
    line?: number | undefined;
    column?: string | undefined;
    sheet?: string | undefined;
  }[];
  readonly version?: number;
  /** RFC 3339, of `clock_skew`. */
  readonly serverTime?: string;
}

const withFact = (advice: string, fact: Fact | undefined, language: Language): string => {
  if (fact === undefined) return advice;
  return `${advice} (${typeof fact === 'string' ? fact : fact[language]})`;
};

export const problemBody = (problem: Problem, language: Language): ProblemBody => {
  const { status, [language]: words } = problem.text;
  const { errors, fact, version, serverTime } = problem.details;
  return {
    type: `/docs/problems#${problem.code}`,
    title: words[0],
    status,
    code: problem.code,
    detail: withFact(words[1], fact, language),
    ...(errors === undefined ? {} : { errors: errors.map((error) => inWords(error, language)) }),
    ...(version === undefined ? {} : { version }),
    ...(serverTime === undefined ? {} : { serverTime }),
  };
};

const inWords = ({ allowed, hint, ...error }: FieldError, language: Language) => {
  const plain = fieldProblems[error.problem][language === 'zh' ? 0 : 1];
  const filled = language === 'zh' ? `；填写示例：${hint}` : `; fill in: ${hint}`;
  const words = hint === undefined ? plain : plain + filled;
  if (allowed === undefined) return { ...error, detail: words };
  const listed = language === 'zh' ? `：${allowed.join('、')}` : `: ${allowed.join(', ')}`;
  return { ...error, detail: `${words}${listed}`, allowed: [...allowed] };
};

export const toJsonPointer = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? ''
    : `/${path.map((part) => printable(String(part)).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;

const isFieldProblem = (text: string): text is FieldProblemCode =>
  Object.hasOwn(fieldProblems, text);

const plainWords = {
  invalid_format: 'wrong_format',
  too_small: 'too_short',
  too_big: 'too_long',
  invalid_value: 'not_allowed',
  invalid_union: 'not_allowed',
  unrecognized_keys: 'not_expected',
  invalid_key: 'wrong_format',
  invalid_element: 'wrong_format',
  not_multiple_of: 'wrong_format',
  custom: 'wrong_format',
} as const satisfies Record<string, FieldProblemCode>;

const problemOf = (issue: z.core.$ZodIssue): FieldProblemCode => {
  if (isFieldProblem(issue.message)) return issue.message;
  if (issue.code !== 'invalid_type') return plainWords[issue.code];
  return issue.input === undefined ? 'missing' : 'wrong_type';
};

/** Returns the values of an enumeration, or of the discriminator of a union. */
const allowedBy = (issue: z.core.$ZodIssue): readonly string[] | undefined => {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code !== 'invalid_union') return undefined;
  if ('options' in issue) return issue.options?.map(String);
  const allowed = issue.errors.flat().flatMap(allowedInUnion);
  return allowed.length === 0 ? undefined : [...new Set(allowed)];
};

/** Of a value or a list, as `"all"` or codes: the value, and the form of a list. */
const allowedInUnion = (issue: z.core.$ZodIssue): readonly string[] => {
  if (issue.path.length > 0) return [];
  if (issue.code === 'invalid_type' && issue.expected === 'array') return ['[…]'];
  return allowedBy(issue) ?? [];
};

/** Of a list or object that is one of several forms: what does not fit within it. */
const issuesWithin = (issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] => {
  const branches = issue.code === 'invalid_union' ? issue.errors : [];
  const inner = branches.find(
    (branch) => branch.length > 0 && branch.every(({ path }) => path.length > 0),
  );
  return inner?.map((one) => ({ ...one, path: [...issue.path, ...one.path] })) ?? [issue];
};

const fieldErrorOf = (issue: z.core.$ZodIssue): FieldError => {
  const path = toJsonPointer(issue.path);
  const problem = problemOf(issue);
  const allowed = problem === 'not_allowed' ? allowedBy(issue) : undefined;
  return { path, problem, ...(allowed === undefined ? {} : { allowed }) };
};

/** More than a person corrects before the next attempt. */
const mostErrors = 200;

/**
 * Returns the paths of what does not fit. Values that were sent never leave this function; names of
 * members do, in a printable form.
 */
export const fieldErrors = (error: z.core.$ZodError): readonly FieldError[] =>
  error.issues
    .flatMap(issuesWithin)
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({
            path: toJsonPointer([...issue.path, key]),
            problem: 'not_expected' as const,
          }))
        : [fieldErrorOf(issue)],
    )
    .slice(0, mostErrors);
