/** The options of `boot`, and the booted system that it returns. */
import type { SteerableClock } from '../engine/clock.ts';
import type { Durability } from '../engine/database.ts';
import type { Faults, Invocation, QueueEngine } from '../engine/model.ts';
import type { EventSource } from '../engine/source/event-source.ts';
import type { ShardPlan } from '../engine/table/stream/shards.ts';
import type { EmbeddedTableEngine } from '../engine/table/table-engine.ts';
import type { HostKind } from '../runtime/function-host/function-hosts.ts';
import type { LogSink } from '../runtime/function-host/log-sink.ts';
import type { LocalRoute, MountPoint } from '../runtime/local-server.ts';
import type { SystemDefinition } from '../runtime/read-system.ts';
import type { ParameterValues } from '../runtime/template/stack.ts';

export interface BootOptions {
  /** The directory with `manifest.json`. */
  readonly assembly: string;
  /** Created when missing; `:memory:` keeps nothing. */
  readonly dataDir: string;
  /** Owned by the caller: it is not stopped with the system. */
  readonly clock: SteerableClock;
  /** Default 0: uses a free port. */
  readonly port?: number;
  /**
   * The template's parameters, or a function that computes them from the addresses of the API and of
   * the engines.
   */
  readonly parameters?: ParameterValues | ((url: string, engineUrl: string) => ParameterValues);
  readonly localRoutes?: (mount: MountPoint) => Promise<readonly LocalRoute[]>;
  /**
   * Environment variables of every function, for example `AWS_MAX_ATTEMPTS`; those of the template
   * take precedence.
   */
  readonly variables?: Readonly<Record<string, string>>;
  /** Output of functions and errors of the runtime; default: files under `<dataDir>/logs`. */
  readonly log?: LogSink;
  /** Decides injected faults; 0 ≤ n < 1. */
  readonly random?: () => number;
  /** Default: `workers`. */
  readonly host?: HostKind;
  /** What survives a power cut; default: everything that was acknowledged. */
  readonly durability?: Durability;
  /** How many shards a new stream has, and when they end. */
  readonly shards?: Partial<ShardPlan>;
}

export interface LocalSystem {
  /** The address of the HTTP API and the `/_local/` routes. */
  readonly url: string;
  /** Reaches `url` without a socket, from this process. */
  readonly fetch: typeof fetch;
  /** The address of DynamoDB, SQS, KMS and S3. */
  readonly engineUrl: string;
  readonly region: string;
  /** The credentials of the operator, who may do everything. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly clock: SteerableClock;
  readonly definition: SystemDefinition;
  readonly tables: EmbeddedTableEngine;
  readonly queues: QueueEngine;
  readonly sources: readonly EventSource[];
  /** Change it in place to inject faults. */
  readonly faults: Faults;
  /** By logical id, name or ARN; throws when there is no such function. */
  invoke(name: string, event: unknown): Promise<Invocation>;
  /** With the durability `checkpoint`: makes everything acknowledged survive a power cut. */
  checkpoint(): Promise<void>;
  /** Resolves when nothing is left to deliver at the current engine time. */
  idle(): Promise<void>;
  /** Stops sources, functions, servers and database, in this order; may be called twice. */
  stop(): Promise<void>;
}
