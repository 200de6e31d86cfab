import { notImplemented } from '../object-fault.ts';
import { NO_CONTENT } from './operation.ts';
import type { Operation } from './operation.ts';

/** Deletes the row first, so that the object cannot be found while its file is being removed. */
export const deleteObject: Operation = async ({ request }, { database, rows, blobs }) => {
  if (request.headers.has('if-match')) throw notImplemented('If-Match when deleting');
  const removed = await database.run(() => {
    const present = rows.find(request.bucket, request.key);
    rows.remove(request.bucket, request.key);
    return present;
  });
  if (removed) await blobs.remove(removed.blob);
  return { status: 204, headers: {}, body: NO_CONTENT };
};
