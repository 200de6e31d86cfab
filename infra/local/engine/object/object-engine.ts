/**
 * The embedded object store: a subset of S3's REST interface, path style, as listed in README.md.
 */
import { randomUUID } from 'node:crypto';

import type { LocalClock } from '../clock.ts';
import type { Database } from '../database.ts';
import { openBlobFiles } from './blob-files.ts';
import { corsHeaders, answerPreflight } from './cors.ts';
import { errorDocument, ObjectFault } from './object-fault.ts';
import type { BucketDefinition, ObjectAdmission } from './object-model.ts';
import { readRequest } from './object-request.ts';
import type { ObjectRequest, RawRequest } from './object-request.ts';
import { ObjectRows } from './object-rows.ts';
import { deleteObject } from './operation/delete-object.ts';
import { getObject } from './operation/get-object.ts';
import { operationOf } from './operation/operation.ts';
import type {
  ObjectAnswer,
  ObjectCall,
  ObjectCore,
  Operation,
  OperationName,
} from './operation/operation.ts';
import { putObject } from './operation/put-object.ts';
import { authenticate } from './signature/authenticate.ts';

export interface ObjectEngineOptions {
  readonly database: Database;
  /** The directory of the bytes; created when missing. */
  readonly directory: string;
  readonly clock: LocalClock;
  readonly region: string;
  /** Default 64 MiB. */
  readonly maximumBytes?: number;
  /** Called with every internal error of the engine; the caller receives an InternalError. */
  readonly onFault?: (fault: unknown) => void;
}

export interface ObjectEngine {
  readonly maximumBytes: number;
  define(bucket: BucketDefinition): void;
  /** Sets who may call; before that every call is refused. */
  admit(admission: ObjectAdmission): void;
  /** Never rejects. */
  handle(request: RawRequest): Promise<ObjectAnswer>;
  /** Removes what a crash left behind; called before the first request. */
  tidy(): Promise<void>;
}

const OPERATIONS: Readonly<Record<OperationName, { action: string; run: Operation }>> = {
  DeleteObject: { action: 's3:DeleteObject', run: deleteObject },
  GetObject: { action: 's3:GetObject', run: getObject },
  HeadObject: { action: 's3:GetObject', run: getObject },
  PutObject: { action: 's3:PutObject', run: putObject },
};

const DEFAULT_MAXIMUM = 64 * 1024 * 1024;

class EmbeddedObjectEngine implements ObjectEngine {
  readonly maximumBytes: number;
  readonly #options: ObjectEngineOptions;
  readonly #core: ObjectCore;
  readonly #buckets = new Map<string, BucketDefinition>();
  #admission: ObjectAdmission | undefined;

  constructor(options: ObjectEngineOptions) {
    const { database, directory, clock, maximumBytes = DEFAULT_MAXIMUM } = options;
    const blobs = openBlobFiles(directory);
    this.#options = options;
    this.maximumBytes = maximumBytes;
    this.#core = { database, rows: new ObjectRows(database), blobs, clock, maximumBytes };
  }

  define(bucket: BucketDefinition): void {
    this.#buckets.set(bucket.name, bucket);
  }

  admit(admission: ObjectAdmission): void {
    this.#admission = admission;
  }

  async tidy(): Promise<void> {
    const { database, rows, blobs } = this.#core;
    await blobs.keepOnly(await database.run(() => rows.blobs()));
  }

  async handle(raw: RawRequest): Promise<ObjectAnswer> {
    const frame = {
      date: new Date(this.#options.clock.now()).toUTCString(),
      'x-amz-request-id': randomUUID(),
    };
    try {
      const request = readRequest(raw);
      const cors = corsHeaders(this.#buckets.get(request.bucket)?.cors ?? [], request);
      const answer = await this.#answer(request).catch((fault: unknown) =>
        this.#refuse(fault, raw.url, frame['x-amz-request-id']),
      );
      return { ...answer, headers: { ...frame, ...cors, ...answer.headers } };
    } catch (fault) {
      return this.#refuse(fault, raw.url, frame['x-amz-request-id']);
    }
  }

  async #answer(request: ObjectRequest): Promise<ObjectAnswer> {
    if (request.method === 'OPTIONS') {
      return answerPreflight(this.#bucket(request.bucket).cors, request);
    }
    const admission = this.#admission;
    if (admission === undefined) throw new ObjectFault('ServiceUnavailable');
    const claim = authenticate(request, {
      now: this.#options.clock.now(),
      region: this.#options.region,
      secretOf: (accessKeyId) => admission.secretOf(accessKeyId),
    });
    const { action, run } = OPERATIONS[operationOf(request)];
    const { arn } = this.#bucket(request.bucket);
    const findDenial = (wanted: string, resource: string): string | undefined =>
      admission.refusal(claim.accessKeyId, { action: wanted, resource });
    const message = findDenial(action, `${arn}/${request.key}`);
    if (message !== undefined) throw new ObjectFault('AccessDenied', { message });
    const makeNotFound: ObjectCall['missing'] = () => {
      const unlisted = findDenial('s3:ListBucket', arn);
      if (unlisted !== undefined) return new ObjectFault('AccessDenied', { message: unlisted });
      return new ObjectFault('NoSuchKey', { members: { Key: request.key } });
    };
    return run({ request, payloadHash: claim.payloadHash, missing: makeNotFound }, this.#core);
  }

  #bucket(name: string): BucketDefinition {
    const bucket = this.#buckets.get(name);
    if (bucket) return bucket;
    throw new ObjectFault('NoSuchBucket', { members: { BucketName: name } });
  }

  #refuse(fault: unknown, url: string, requestId: string): ObjectAnswer {
    if (!(fault instanceof ObjectFault)) this.#options.onFault?.(fault);
    const known = fault instanceof ObjectFault ? fault : new ObjectFault('InternalError');
    const around = { Resource: url.split('?')[0] ?? '', RequestId: requestId };
    return {
      status: known.status,
      headers: { 'content-type': 'application/xml', 'x-amz-request-id': requestId },
      body: Buffer.from(errorDocument(known, around)),
    };
  }
}

export const createObjectEngine = (options: ObjectEngineOptions): ObjectEngine =>
  new EmbeddedObjectEngine(options);
