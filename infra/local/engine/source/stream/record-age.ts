import type { EpochMs } from '../../clock.ts';
import type { ChangeRecord, MappingDefinition } from '../../model.ts';
import { RETENTION_MS } from '../../stream-retention.ts';

export const writtenAt = ({ dynamodb }: ChangeRecord): EpochMs =>
  dynamodb.ApproximateCreationDateTime * 1000;

/** Returns the time up to which changes are no longer in the stream, or too old for the mapping. */
export const expiredUntil = (
  { maximumRecordAgeSeconds = Infinity }: MappingDefinition,
  now: EpochMs,
): EpochMs => now - Math.min(RETENTION_MS, maximumRecordAgeSeconds * 1000);

/** Changes are in order, so the old ones are at the front. */
export const splitByAge = (
  records: readonly ChangeRecord[],
  until: EpochMs,
): { readonly old: readonly ChangeRecord[]; readonly young: readonly ChangeRecord[] } => {
  const first = records.findIndex((record) => writtenAt(record) > until);
  const count = first === -1 ? records.length : first;
  return { old: records.slice(0, count), young: records.slice(count) };
};
