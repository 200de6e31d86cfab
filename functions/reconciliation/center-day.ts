import type { CenterAnswer, CenterBody } from '../../shared/domain/exchange/center-answer.ts';
import { countsIn, recordsIn } from '../../shared/domain/exchange/record/reconcile-answer.ts';
import type {
  CenterCounts,
  CenterDay,
  CenterRecords,
} from '../../shared/domain/reconciliation/reconciliation.ts';
import type { CivilDate, Instant } from '../../shared/domain/time/instant.ts';
import type { CenterGateway } from '../../shared/port/exchange/center-gateway.ts';

/** The center did not return its data of a day; the message is a code for the reason. */
export class CenterSilent extends Error {}

const dataOf = (answer: CenterAnswer): unknown => {
  if (answer.state === 'unclear') throw new CenterSilent(answer.why);
  if (answer.state === 'rejected') throw new CenterSilent(`rejected ${answer.code}`);
  return answer.data;
};

const askCenter = async <T>(
  center: CenterGateway,
  [operation, body]: readonly ['reconcile_counts' | 'reconcile_records', CenterBody],
  read: (data: unknown) => T | undefined,
): Promise<T> => {
  const found = read(dataOf(await center.send(operation, body)));
  if (found === undefined) throw new CenterSilent('garbage');
  return found;
};

/** @throws CenterSilent */
export const centerCounts = (center: CenterGateway, day: CivilDate): Promise<CenterCounts> =>
  askCenter(center, ['reconcile_counts', { day }], countsIn);

/**
 * Reads what the center holds for these departments, one after the other.
 * @throws CenterSilent
 */
export const centerDay = async (
  center: CenterGateway,
  departments: readonly string[],
  { day, counts, askedAt }: { day: CivilDate; counts: CenterCounts; askedAt: Instant },
): Promise<CenterDay> => {
  const records: CenterRecords[] = [];
  for (const deptCode of departments) {
    const body = { day, deptCode };
    const read = (data: unknown) => recordsIn(data, deptCode);
    records.push(await askCenter(center, ['reconcile_records', body], read));
  }
  return { counts, records, askedAt };
};
