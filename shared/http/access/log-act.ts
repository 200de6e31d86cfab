import { createHash } from 'node:crypto';

import type { ActLog } from '../../port/access/act-log.ts';
import type { Now } from '../../port/clock.ts';
import { raiseAlarm } from '../../telemetry.ts';
import { bodyBytes } from '../body-text.ts';
import type { Answer, HttpRequest } from '../edge.ts';
import { Problem } from '../problem/problem.ts';
import type { Staff, StaffHandler } from '../staff.ts';

export interface ActDeps {
  readonly now: Now;
  readonly acts: ActLog;
}

const digestOf = (request: HttpRequest): string | undefined => {
  const bytes = bodyBytes(request);
  return bytes.length === 0 ? undefined : createHash('sha256').update(bytes).digest('hex');
};

/** A name that a call of this interface may have; others could be no names of members at all. */
const nameForm = /^[a-z][A-Za-z]{0,39}$/;

const isName = (name: string): boolean => nameForm.test(name) && !(name in Object.prototype);

/** Much longer than a query that any call of this interface takes. */
const longestQuery = 300;

/** Returns what the call names. An odd parameter is no reason for an act without a trace. */
const subjectOf = (request: HttpRequest): Readonly<Record<string, string>> => {
  const named = { ...request.queryStringParameters, ...request.pathParameters };
  const all = Object.entries(named).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const known = Object.fromEntries(all.filter(([name]) => isName(name)));
  if (Object.keys(known).length === all.length) return known;
  return { ...known, '?': request.rawQueryString.slice(0, longestQuery) };
};

const ask = async (request: HttpRequest, staff: Staff, { acts, now }: ActDeps): Promise<number> => {
  const { id: by, roles, area, department } = staff;
  const asked = await acts.append({
    phase: 'asked',
    at: now(),
    by,
    roles,
    area,
    department,
    call: request.routeKey,
    subject: subjectOf(request),
    bodyDigest: digestOf(request),
  });
  return asked.number;
};

interface Outcome {
  readonly status: number;
  readonly code?: string | undefined;
  readonly about?: Answer['about'];
}

/** The act is done by then: a log that cannot be written is an alarm, and shows as interrupted. */
const end = async (of: number, outcome: Outcome, { acts, now }: ActDeps): Promise<void> => {
  try {
    await acts.append({ phase: 'ended', at: now(), of, ...outcome });
  } catch (fault) {
    raiseAlarm('actWithoutEnd', fault, { act: of });
  }
};

const outcomeOf = (fault: unknown): Outcome =>
  fault instanceof Problem
    ? { status: fault.text.status, code: fault.code }
    : { status: 500, code: 'fault' };

/** Writes the act into the log before the verb is called, and how it ended after it. */
export const logAct =
  (handle: StaffHandler, deps: ActDeps): StaffHandler =>
  async (request, staff) => {
    const number = await ask(request, staff, deps);
    try {
      const answer = await handle(request, staff);
      await end(number, { status: answer.status, about: answer.about }, deps);
      return answer;
    } catch (fault) {
      await end(number, outcomeOf(fault), deps);
      throw fault;
    }
  };
