import type { Invocation } from '../model.ts';

/** The outcome of a batch: the whole batch failed, or the records with these identifiers. */
export type BatchOutcome =
  | { readonly kind: 'allFailed'; readonly fault: string; readonly unhandled: boolean }
  | { readonly kind: 'settled'; readonly failed: ReadonlySet<string> };

const NONE: BatchOutcome = { kind: 'settled', failed: new Set() };

const failMalformed = (fault: string): BatchOutcome => ({
  kind: 'allFailed',
  fault,
  unhandled: false,
});

const identifierOf = (item: unknown): unknown =>
  typeof item === 'object' && item !== null && 'itemIdentifier' in item
    ? item.itemIdentifier
    : undefined;

const readItems = (items: readonly unknown[], known: ReadonlySet<string>): BatchOutcome => {
  const failed = new Set<string>();
  for (const item of items) {
    const identifier = identifierOf(item);
    if (typeof identifier !== 'string' || !known.has(identifier))
      return failMalformed('batchItemFailures holds an itemIdentifier that is not in the batch');
    failed.add(identifier);
  }
  return { kind: 'settled', failed };
};

const readReport = (value: unknown, known: ReadonlySet<string>): BatchOutcome => {
  if (value === undefined || value === null) return NONE;
  if (typeof value !== 'object') return failMalformed('the answer is not an object');
  const items = 'batchItemFailures' in value ? value.batchItemFailures : undefined;
  if (items === undefined || items === null) return NONE;
  if (!Array.isArray(items)) return failMalformed('batchItemFailures is not a list');
  return readItems(items, known);
};

/**
 * Reads a function's response as Lambda does under `ReportBatchItemFailures`: nothing, an empty
 * object or an empty list is full success. An identifier that is empty, missing or unknown fails
 * the whole batch, because it does not identify a record. Without the setting (`reports` false) any
 * response is success.
 */
export const readBatchOutcome = (
  invocation: Invocation,
  known: ReadonlySet<string>,
  reports: boolean,
): BatchOutcome => {
  if (!invocation.ok) return { kind: 'allFailed', fault: invocation.fault, unhandled: true };
  return reports ? readReport(invocation.value, known) : NONE;
};
