import { ServiceError } from '../../wire.ts';
import type { WireInput } from '../../wire.ts';
import { olderCode, queueFault } from '../queue-fault.ts';
import { readStructures, readText } from '../queue-input.ts';

const MOST_ENTRIES = 10;

const checkIds = (ids: readonly (string | undefined)[]): void => {
  if (!ids.every((id) => /^[\w-]{1,80}$/u.test(id ?? ''))) {
    throw queueFault(
      'InvalidBatchEntryId',
      'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
    );
  }
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) {
    throw queueFault('BatchEntryIdsNotDistinct', `Id ${repeated} repeated.`);
  }
};

/** Returns the entries of a batch request; `entryType` is the service's name for them. */
export const readBatch = (input: WireInput, entryType: string): readonly WireInput[] => {
  const entries = readStructures(input, 'Entries');
  if (entries.length === 0) {
    throw queueFault(
      'EmptyBatchRequest',
      `There should be at least one ${entryType} in the request.`,
    );
  }
  if (entries.length > MOST_ENTRIES) {
    throw queueFault(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are ${MOST_ENTRIES}. You have sent ${entries.length}.`,
    );
  }
  checkIds(entries.map((entry) => readText(entry, 'Id')));
  return entries;
};

const toErrorEntry = (id: string | undefined, error: ServiceError) => ({
  Id: id,
  Code: olderCode(error.code) ?? error.code,
  Message: error.message,
  SenderFault: error.status < 500,
});

/**
 * Returns whether an error is about one entry. A member of the wrong type is found before the
 * service looks at any entry.
 */
const isOfOneEntry = (fault: unknown): fault is ServiceError =>
  fault instanceof ServiceError && fault.code !== 'SerializationException';

/**
 * Processes each entry on its own: a refusal fails only that entry; any other error fails all, and
 * the transaction is rolled back. `work` must refuse before it changes anything.
 */
export const answerBatch = (
  entries: readonly WireInput[],
  work: (entry: WireInput) => object,
): object => {
  const successes: object[] = [];
  const failures: object[] = [];
  for (const entry of entries) {
    const id = readText(entry, 'Id');
    try {
      successes.push({ Id: id, ...work(entry) });
    } catch (fault) {
      if (!isOfOneEntry(fault)) throw fault;
      failures.push(toErrorEntry(id, fault));
    }
  }
  return {
    ...(successes.length > 0 && { Successful: successes }),
    ...(failures.length > 0 && { Failed: failures }),
  };
};
