/** What is asked for when a system is booted, and what one has then. */
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
  /** The caller's: it is not stopped with the system. */
  readonly clock: SteerableClock;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Values of the template's parameters, given the address that the system answers at. */
  readonly parameters?: ParameterValues | ((url: string) => ParameterValues);
  readonly localRoutes?: (mount: MountPoint) => Promise<readonly LocalRoute[]>;
  /** Variables of every function, before those of the template, for example `AWS_MAX_ATTEMPTS`. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Output of functions and complaints of the runtime; by default files under `<dataDir>/logs`. */
  readonly log?: LogSink;
  /** Decides injected faults; 0 ≤ n < 1. */
  readonly random?: () => number;
  /** Default: `workers`. */
  readonly host?: HostKind;
  /** What survives a power cut; by default everything that was answered. */
  readonly durability?: Durability;
  /** How many shards a new stream has, and when they end. */
  readonly shards?: Partial<ShardPlan>;
}

export interface LocalSystem {
  /** Of the HTTP API and the `/_local/` routes. */
  readonly url: string;
  /** Reaches `url` without a socket, from this process. */
  readonly fetch: typeof fetch;
  /** Of DynamoDB, SQS, KMS and S3. */
  readonly engineUrl: string;
  readonly region: string;
  /** Of the operator, who may do everything. */
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
  /** With the durability `checkpoint`: what was answered until now survives a power cut. */
  checkpoint(): Promise<void>;
  /** Resolves when nothing is left to deliver at the present engine time. */
  idle(): Promise<void>;
  /** Sources, functions, servers, database, in this order; may be called twice. */
  stop(): Promise<void>;
}
