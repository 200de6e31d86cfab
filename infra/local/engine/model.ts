/**
 * The interfaces between the parts of the local runtime: the definitions that boot reads from the
 * synthesized template, and the interfaces of the engines that it passes them to.
 */
import type { CenterFaults } from './center-faults.ts';
import type { WireService } from './wire.ts';

type KeyType = 'S' | 'N' | 'B';

export interface KeyAttribute {
  readonly name: string;
  readonly type: KeyType;
}

export interface KeyDefinition {
  readonly partition: KeyAttribute;
  readonly sort?: KeyAttribute;
}

export interface IndexDefinition {
  readonly name: string;
  readonly keys: KeyDefinition;
  /** `KEYS_ONLY`, `ALL`, or the attributes that are projected in addition to the keys. */
  readonly projection: 'ALL' | 'KEYS_ONLY' | readonly string[];
}

export interface TableDefinition {
  readonly name: string;
  readonly arn: string;
  readonly streamArn?: string;
  readonly keys: KeyDefinition;
  readonly indexes: readonly IndexDefinition[];
  readonly ttlAttribute?: string;
}

/** One change record as Lambda passes it to a function, images in DynamoDB JSON. */
export interface ChangeRecord {
  readonly eventID: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly eventVersion: '1.1';
  readonly eventSource: 'aws:dynamodb';
  readonly awsRegion: string;
  readonly eventSourceARN: string;
  readonly dynamodb: {
    readonly ApproximateCreationDateTime: number;
    readonly Keys: object;
    readonly NewImage?: object;
    readonly OldImage?: object;
    readonly SequenceNumber: string;
    readonly SizeBytes: number;
    readonly StreamViewType: 'NEW_AND_OLD_IMAGES';
  };
  /** Set on removals by time to live, as in the service. */
  readonly userIdentity?: { readonly type: 'Service'; readonly principalId: string };
}

export interface Shard {
  readonly id: string;
  /** The shard before this one, with earlier changes of the same keys. Must be read first. */
  readonly parent?: string;
}

export interface ChangeStream {
  /**
   * Returns the shards of a table's stream, ended ones included while their changes are kept. At
   * any time all changes of a partition key go to one shard, in order.
   */
  shards(table: string): readonly Shard[];
  /** Returns whether the shard receives no further changes. */
  hasEnded(shard: string): boolean;
  /**
   * Returns up to `limit` changes after the sequence number `after` (undefined: from the start).
   */
  read(shard: string, after: string | undefined, limit: number): Promise<readonly ChangeRecord[]>;
  /** Calls `listener` when a table has committed new changes, without the changes themselves. */
  onChange(table: string, listener: () => void): () => void;
  /**
   * Returns the position of a named reader in a shard, which is stored in the same file as the
   * changes. Undefined until it was moved for the first time; `0` is before the first change.
   */
  position(reader: string, shard: string): Promise<string | undefined>;
  moveTo(reader: string, shard: string, sequence: string): Promise<void>;
}

export interface TableEngine extends WireService {
  /**
   * Creates the table, or checks that the stored one has the same keys. Adds and fills new indexes.
   */
  define(table: TableDefinition): void;
  readonly stream: ChangeStream;
  /** Removes items whose time to live has passed (the service does so some time later). */
  removeExpired(): Promise<number>;
}

export interface QueueDefinition {
  readonly name: string;
  readonly arn: string;
  readonly fifo: boolean;
  readonly contentBasedDeduplication: boolean;
  /** FIFO: detects duplicates within a message group only, as in high-throughput mode. */
  readonly deduplicatesPerGroup?: boolean;
  readonly delaySeconds: number;
  readonly visibilityTimeoutSeconds: number;
  readonly retentionSeconds: number;
  readonly receiveWaitSeconds: number;
  readonly maximumMessageSize: number;
  readonly redrive?: { readonly deadLetterArn: string; readonly maxReceiveCount: number };
}

export interface QueueDepth {
  readonly name: string;
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
  readonly oldestAgeSeconds: number;
}

export interface QueueEngine extends WireService {
  define(queue: QueueDefinition): void;
  depths(): Promise<readonly QueueDepth[]>;
  /** Calls `listener` when a message becomes receivable (sent, released, delay or timeout over). */
  onReceivable(queueArn: string, listener: () => void): () => void;
  /** Cancels timers; the messages stay on disk. */
  stop(): void;
}

/** The result of an invocation. `fault` is what Lambda reports as an unhandled error. */
export type Invocation =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: string };

export interface FunctionHosts {
  /** Invokes the function with this ARN, on an idle instance or a new one, within its timeout. */
  invoke(functionArn: string, event: unknown): Promise<Invocation>;
}

/** `AWS::Lambda::EventSourceMapping`, resolved. */
export interface MappingDefinition {
  readonly id: string;
  readonly sourceArn: string;
  readonly functionArn: string;
  readonly enabled: boolean;
  readonly batchSize: number;
  readonly windowSeconds: number;
  /** The length of the tumbling windows of a stream in seconds; absent: none. */
  readonly tumblingSeconds?: number;
  readonly reportsItemFailures: boolean;
  readonly bisectOnError: boolean;
  /** -1: until the records expire. */
  readonly maximumRetryAttempts: number;
  /** Absent: until the records leave the stream. */
  readonly maximumRecordAgeSeconds?: number;
  readonly parallelizationFactor: number;
  readonly startingPosition?: 'TRIM_HORIZON' | 'LATEST';
  readonly filters: readonly string[];
  readonly onFailureArn?: string;
  readonly maximumConcurrency?: number;
}

/** `AWS::Events::Rule` or `AWS::Scheduler::Schedule` with one Lambda target. */
export interface ScheduleDefinition {
  readonly id: string;
  readonly expression: string;
  readonly timeZone: string;
  readonly functionArn: string;
  readonly input: unknown;
  readonly enabled: boolean;
}

/** The faults injected by `POST /_local/faults`; absent means none. */
export interface Faults {
  /** Share (0…1) of DynamoDB calls that are throttled. */
  throttle?: number;
  /** Share (0…1) of the functions' DynamoDB, SQS and KMS calls done but never answered. */
  timeout?: number;
  /** How often each batch is delivered (default 1). */
  duplicate?: number;
  /** Delays deliveries by this many milliseconds. */
  delayMs?: number;
  /** Share (0…1) of invocations that crash after the function has done its work. */
  crash?: number;
  /** Share (0…1) of transactions and single writes that conflict with another transaction. */
  conflict?: number;
  /** Share (0…1) of the keys of a batch left unprocessed; at least one is always processed. */
  leftOver?: number;
  /** Engine milliseconds by which reads of global secondary indexes are behind. */
  indexLag?: number;
  /** Share (0…1) of the sends to and receives from standard queues that are out of order. */
  reorder?: number;
  /** Changed in place as its counts are used up. */
  center?: CenterFaults;
}
