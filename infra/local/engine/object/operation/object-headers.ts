import type { StoredObject } from '../object-rows.ts';

export const checksumHeaders = ({ checksum }: StoredObject): Readonly<Record<string, string>> =>
  checksum === undefined
    ? {}
    : {
        [`x-amz-checksum-${checksum.algorithm}`]: checksum.value,
        'x-amz-checksum-type': 'FULL_OBJECT',
      };

/** Returns the headers of every response with an object, whole or in part. */
export const objectHeaders = (object: StoredObject): Readonly<Record<string, string>> => ({
  ...object.headers,
  'accept-ranges': 'bytes',
  etag: object.etag,
  'last-modified': new Date(object.modifiedAt).toUTCString(),
  'x-amz-server-side-encryption': 'AES256',
});
