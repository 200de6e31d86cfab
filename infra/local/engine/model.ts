/**
 * What the parts of the local runtime know of each other: the definitions that boot reads from the
 * synthesized template, and the faces of the engines that it hands them to.
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
  /** `KEYS_ONLY`, `ALL`, or the attributes kept besides the keys. */
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

/** One change as Lambda hands it to a function, images in DynamoDB JSON. */
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
  /** Set on removals by time to live, as the service does. */
  readonly userIdentity?: { readonly type: 'Service'; readonly principalId: string };
}

export interface Shard {
  readonly id: string;
  /** The shard that ended when this one began, with changes of the same keys: to be read first. */
  readonly parent?: string;
}

export interface ChangeStream {
  /**
   * The shards of a table's stream, ended ones included for as long as their changes are kept. At any
   * time every change of one partition key goes to one shard, and within it they are in order.
   */
  shards(table: string): readonly Shard[];
  /** Whether nothing will be written to that shard any more. */
  hasEnded(shard: string): boolean;
  /** Up to `limit` changes after `after` (a sequence number; undefined: from the beginning). */
  read(shard: string, after: string | undefined, limit: number): Promise<readonly ChangeRecord[]>;
  /** Told that a table has committed new changes; carries none of them. */
  onChange(table: string, listener: () => void): () => void;
  /**
   * How far a named reader of a shard has come; kept in the same file as the changes. Undefined until it
   * was moved for the first time; `0` is before the first change.
   */
  position(reader: string, shard: string): Promise<string | undefined>;
  moveTo(reader: string, shard: string, sequence: string): Promise<void>;
}

export interface TableEngine extends WireService {
  /** Creates the table or checks that the one on disk has the same keys; adds and fills new indexes. */
  define(table: TableDefinition): void;
  readonly stream: ChangeStream;
  /** Removes items whose time to live has passed (as the service would, some time later). */
  removeExpired(): Promise<number>;
}

export interface QueueDefinition {
  readonly name: string;
  readonly arn: string;
  readonly fifo: boolean;
  readonly contentBasedDeduplication: boolean;
  /** FIFO: whether repeats are looked for within a group only, as high throughput has it. */
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
  /** Told when a message becomes receivable in that queue (sent, released, delay or visibility over). */
  onReceivable(queueArn: string, listener: () => void): () => void;
  /** Drops timers; the messages stay on disk. */
  stop(): void;
}

/** How a function ended. `fault` is what Lambda reports as an unhandled error. */
export type Invocation =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: string };

export interface FunctionHosts {
  /** Invokes the function of that ARN, on a free instance or a new one, within its timeout. */
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
  /** Length of the tumbling windows of a stream; absent: none. */
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

/** Faults that `POST /_local/faults` injects; absent means none. */
export interface Faults {
  /** Share (0…1) of DynamoDB calls that are throttled. */
  throttle?: number;
  /** Share (0…1) of the functions' calls of DynamoDB, SQS and KMS that are carried out and never answered. */
  timeout?: number;
  /** Deliver each batch this many times (default 1). */
  duplicate?: number;
  /** Hold deliveries back by this many milliseconds. */
  delayMs?: number;
  /** Share (0…1) of invocations that crash after the function has done its work. */
  crash?: number;
  /** Share (0…1) of transactions and single writes that meet another transaction on an item. */
  conflict?: number;
  /** Share (0…1) of the keys of a batch that are left over; at least one is always done. */
  leftOver?: number;
  /** Engine milliseconds by which reads of global secondary indexes are behind. */
  indexLag?: number;
  /** Share (0…1) of the sends to and receives from standard queues that come in another order. */
  reorder?: number;
  /** Changed in place as they are used up. */
  center?: CenterFaults;
}
