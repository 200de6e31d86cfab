import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

import { headLength, mediaTypes } from '../../domain/evidence/evidence.ts';
import type { Arrived, Evidence } from '../../domain/evidence/evidence.ts';
import { toEpoch, addMs } from '../../domain/time/instant.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Download, Upload } from '../../port/evidence/store.ts';
import { sdkConfig, withoutSdkLog } from '../../sdk-client.ts';

/** The bucket of evidence files, as used by every function that signs URLs for them. */
export interface Bucket {
  readonly client: S3Client;
  readonly name: string;
}

/**
 * Path-style URLs look the same on AWS and locally. A checksum is sent only where a command
 * requires one: the SDK's automatic checksum would be that of an empty body, because the SDK signs
 * without a body.
 */
export const createBucket = (
  { EVIDENCE_BUCKET }: { EVIDENCE_BUCKET: string },
  place: S3ClientConfig = {},
): Bucket => ({
  client: withoutSdkLog(
    new S3Client({
      ...sdkConfig,
      ...place,
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
    }),
  ),
  name: EVIDENCE_BUCKET,
});

const uploadSeconds = 15 * 60;
const downloadSeconds = 5 * 60;

const objectKey = (id: string): string => `evidence/${id}`;

const checksum = 'x-amz-checksum-sha256';

/** Type, length and digest are part of the signature, so no other file can be uploaded with it. */
export const signedUpload = async (
  bucket: Bucket,
  { id, type, size, sha256 }: Evidence,
  at: Instant,
): Promise<Upload> => {
  const headers = {
    'content-type': mediaTypes[type],
    'content-length': String(size),
    [checksum]: sha256,
  };
  const put = new PutObjectCommand({
    Bucket: bucket.name,
    Key: objectKey(id),
    ContentType: mediaTypes[type],
    ContentLength: size,
    ChecksumSHA256: sha256,
  });
  const url = await getSignedUrl(bucket.client, put, {
    expiresIn: uploadSeconds,
    signingDate: new Date(toEpoch(at)),
    signableHeaders: new Set(['host', ...Object.keys(headers)]),
    // As a query parameter the digest would be signed but never compared with the bytes.
    unhoistableHeaders: new Set([checksum]),
  });
  return { url, headers, expiresAt: addMs(at, uploadSeconds * 1000) };
};

/** RFC 6266 with the name in RFC 8187; never displayed inside a page of this site. */
const formatDisposition = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)}`;

export const signedDownload = async (
  bucket: Bucket,
  { id, type }: Evidence,
  { name, at }: { name: string; at: Instant },
): Promise<Download> => {
  const get = new GetObjectCommand({
    Bucket: bucket.name,
    Key: objectKey(id),
    ResponseContentDisposition: formatDisposition(name),
    ResponseContentType: mediaTypes[type],
  });
  const url = await getSignedUrl(bucket.client, get, {
    expiresIn: downloadSeconds,
    signingDate: new Date(toEpoch(at)),
  });
  return { url, expiresAt: addMs(at, downloadSeconds * 1000) };
};

/** The version that stays behind is removed by the lifecycle of the bucket, a month later. */
export const removeFrom = async (bucket: Bucket, { id }: Pick<Evidence, 'id'>): Promise<void> => {
  await bucket.client.send(new DeleteObjectCommand({ Bucket: bucket.name, Key: objectKey(id) }));
};

const readHead = async (bucket: Bucket, id: string) => {
  try {
    const asked = { Bucket: bucket.name, Key: objectKey(id), ChecksumMode: 'ENABLED' as const };
    return await bucket.client.send(new HeadObjectCommand(asked));
  } catch (fault) {
    if (fault instanceof NotFound) return undefined;
    throw fault;
  }
};

const firstBytes = async (bucket: Bucket, id: string): Promise<Uint8Array> => {
  const { Body } = await bucket.client.send(
    new GetObjectCommand({
      Bucket: bucket.name,
      Key: objectKey(id),
      Range: `bytes=0-${headLength - 1}`,
    }),
  );
  return (await Body?.transformToByteArray()) ?? new Uint8Array();
};

export const arrivedIn = async (
  bucket: Bucket,
  { id }: Pick<Evidence, 'id'>,
): Promise<Arrived | undefined> => {
  const found = await readHead(bucket, id);
  if (found === undefined) return undefined;
  return {
    mediaType: found.ContentType ?? '',
    size: found.ContentLength ?? 0,
    sha256: found.ChecksumSHA256 ?? '',
    head: await firstBytes(bucket, id),
  };
};
