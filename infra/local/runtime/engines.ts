/** The embedded engines over one database, behind one endpoint. */
import type { SteerableClock } from '../engine/clock.ts';
import { openDatabase } from '../engine/database.ts';
import type { Database, Durability } from '../engine/database.ts';
import type { Endpoint, WireCall } from '../engine/endpoint.ts';
import { serveEngine } from '../engine/http.ts';
import type { KeyDefinition } from '../engine/kms/key-names.ts';
import { createKmsEngine } from '../engine/kms/kms-engine.ts';
import type { Faults, QueueEngine } from '../engine/model.ts';
import { createObjectEndpoint } from '../engine/object/object-endpoint.ts';
import { createObjectEngine } from '../engine/object/object-engine.ts';
import type { ObjectEngine } from '../engine/object/object-engine.ts';
import type { ObjectAdmission } from '../engine/object/object-model.ts';
import { createQueueEngine } from '../engine/queue/queue-engine.ts';
import type { ShardPlan } from '../engine/table/stream/shards.ts';
import { createTableEngine } from '../engine/table/table-engine.ts';
import type { EmbeddedTableEngine } from '../engine/table/table-engine.ts';
import { ServiceError } from '../engine/wire.ts';
import type { WireService } from '../engine/wire.ts';
import type { DataPlaces } from './data-places.ts';
import { losesAnswer, queueMishaps, tableMishaps, throttleCalls } from './injected-faults.ts';
import type { Shutdown } from './shutdown.ts';
import { LOCAL_PLACE } from './template/place.ts';

export interface Engines {
  readonly url: string;
  /** The same endpoint as at `url`, without a socket. */
  readonly endpoint: Endpoint;
  readonly tables: EmbeddedTableEngine;
  readonly queues: QueueEngine;
  readonly objects: ObjectEngine;
  /** See `Database`. */
  checkpoint(): Promise<void>;
  /**
   * Sets the permissions. Before that every call is refused, because they are known only after the
   * template is read.
   */
  admit(admission: Admission): void;
}

interface Admission {
  readonly authorize: (call: WireCall) => void;
  readonly keys: readonly KeyDefinition[];
  readonly objects: ObjectAdmission;
}

export interface EngineOptions {
  readonly places: DataPlaces;
  readonly clock: SteerableClock;
  readonly faults: Faults;
  readonly durability?: Durability | undefined;
  readonly random: () => number;
  readonly shards: Partial<ShardPlan>;
  readonly shutdown: Shutdown;
  /** Called with internal errors of the engines. */
  readonly report: (fault: unknown) => void;
}

const notYet = (): never => {
  throw new ServiceError('ServiceUnavailable', 'The local runtime is starting', { status: 503 });
};

/**
 * KMS needs its keys when it is created, and the endpoint needs its services when it is created,
 * which is earlier.
 */
class LateKms implements WireService {
  readonly targetPrefix = 'TrentService';
  engine: WireService | undefined;

  handle(...call: Parameters<WireService['handle']>): Promise<object> {
    return this.engine?.handle(...call) ?? notYet();
  }
}

const openObjects = async (options: EngineOptions, database: Database): Promise<ObjectEngine> => {
  const { places, clock, report } = options;
  const directory = places.objects;
  const { region } = LOCAL_PLACE;
  const engine = createObjectEngine({ database, directory, clock, region, onFault: report });
  await engine.tidy();
  return engine;
};

export const startEngines = async (options: EngineOptions): Promise<Engines> => {
  const { places, clock, faults, random, shards, shutdown } = options;
  const database = openDatabase(places.database, options.durability);
  shutdown.add(() => database.close());
  let url = '';
  const base = { database, clock };
  const { region } = LOCAL_PLACE;
  const onTables = tableMishaps(faults, random);
  const tables = createTableEngine({ ...base, region, shards, mishaps: onTables });
  const onQueues = queueMishaps(faults, random);
  const queues = createQueueEngine({ ...base, baseUrl: () => url, mishaps: onQueues });
  const objects = await openObjects(options, database);
  const kms = new LateKms();
  let authorize: Admission['authorize'] = notYet;
  const endpoint = await serveEngine({
    services: [tables, queues, kms],
    clock,
    authorize: (call) => authorize(call),
    before: throttleCalls(faults, random),
    isLost: losesAnswer(faults, random),
    rest: createObjectEndpoint(objects),
  });
  shutdown.add(() => endpoint.stop());
  // Before the endpoint: a long poll keeps its connection open until the queue engine stops.
  shutdown.add(() => queues.stop());
  url = endpoint.url;
  const admit = (admission: Admission): void => {
    kms.engine = createKmsEngine({ keyFile: places.keyFile, keys: admission.keys });
    objects.admit(admission.objects);
    authorize = admission.authorize;
  };
  const checkpoint = () => database.checkpoint();
  return { url, endpoint: endpoint.endpoint, tables, queues, objects, checkpoint, admit };
};
