import type * as z from 'zod/mini';

import { ReportCaseFile, ReportOutbox } from '../../../../events/exchange/outbox.ts';
import { expectBody, NotAsTold } from './expectation.ts';
import type { Stage } from './stage.ts';

type Page = z.output<typeof ReportOutbox>;
type OutboxEntry = Page['entries'][number];

export interface Outbox {
  readonly center: Page['center'];
  readonly entries: readonly OutboxEntry[];
}

/** The whole list, page by page, as the auditor reads it. */
export const readOutbox = async (stage: Stage, state: 'pending' | 'stuck'): Promise<Outbox> => {
  const reader = await stage.as('auditor');
  const entries: OutboxEntry[] = [];
  let cursor: string | undefined;
  for (;;) {
    const after = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const reply = await reader.get(`/v1/reports/outbox?state=${state}&limit=100${after}`);
    const page = expectBody(reply, 200, ReportOutbox);
    entries.push(...page.entries);
    if (page.cursor === null) return { center: page.center, entries };
    ({ cursor } = page);
  }
};

/** Every record of a case and what the center said of it. */
export const reportsOf = async (stage: Stage, projectNo: string) => {
  const reader = await stage.as('auditor');
  return expectBody(await reader.get(`/v1/reports/outbox/${projectNo}`), 200, ReportCaseFile);
};

const beatMinutes = 6;
/** The longest pause between two probes, and the beats that take up what waits. */
const longestMinutes = 60;

/**
 * Time passes beat by beat until none of these cases waits; all of them, if none is named.
 * Answers the minutes that it took.
 */
export const drainOutbox = async (
  stage: Stage,
  projectNos?: readonly string[],
): Promise<number> => {
  for (let minutes = 0; minutes <= longestMinutes; minutes += beatMinutes) {
    const { entries } = await readOutbox(stage, 'pending');
    const isAwaited = ({ projectNo }: OutboxEntry) => projectNos?.includes(projectNo) ?? true;
    if (!entries.some(isAwaited)) return minutes;
    await stage.clock.pass(beatMinutes);
  }
  throw new NotAsTold('the outbox drains', `came: something waits after ${longestMinutes} minutes`);
};
