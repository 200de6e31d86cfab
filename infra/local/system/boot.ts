/**
 * Boots a synthesized cloud assembly in this process: the same tables, streams, queues, mappings,
 * schedules, routes, authorizers, environments and permissions that the template would deploy.
 */
import type { Faults, Invocation } from '../engine/model.ts';
import { allIdle } from '../engine/source/all-idle.ts';
import type { EventSource } from '../engine/source/event-source.ts';
import { createControl } from '../runtime/control/control.ts';
import { dataPlaces } from '../runtime/data-places.ts';
import { directFetch } from '../runtime/direct-fetch.ts';
import { startEngines } from '../runtime/engines.ts';
import type { Engines } from '../runtime/engines.ts';
import { startFunctionHosts } from '../runtime/function-host/function-hosts.ts';
import type { RunningHosts } from '../runtime/function-host/function-hosts.ts';
import { fileLog, reportTo } from '../runtime/function-host/log-sink.ts';
import { createGateway } from '../runtime/http-api/gateway.ts';
import { crashAfterWork } from '../runtime/injected-faults.ts';
import { startLocalServer } from '../runtime/local-server.ts';
import { createGuard, OPERATOR } from '../runtime/permission/guard.ts';
import { checkMappingRights } from '../runtime/permission/mapping-rights.ts';
import { createObjectAdmission } from '../runtime/permission/object-admission.ts';
import { readSystem } from '../runtime/read-system.ts';
import type { SystemDefinition } from '../runtime/read-system.ts';
import { Shutdown } from '../runtime/shutdown.ts';
import { startSources } from '../runtime/sources.ts';
import { LOCAL_PLACE } from '../runtime/template/place.ts';
import type { LocalPlace } from '../runtime/template/place.ts';
import type { ParameterValues } from '../runtime/template/stack.ts';
import { startUpkeep } from '../runtime/upkeep.ts';
import type { BootOptions, LocalSystem } from './local-system.ts';

interface Started {
  readonly options: BootOptions;
  readonly place: LocalPlace;
  readonly system: SystemDefinition;
  readonly engines: Engines;
  readonly hosts: RunningHosts;
  readonly faults: Faults;
  readonly random: () => number;
  readonly report: (fault: unknown) => void;
  readonly shutdown: Shutdown;
}

const parametersAt = (
  { parameters = {} }: BootOptions,
  { apiUrl, engineUrl }: LocalPlace,
): ParameterValues =>
  typeof parameters === 'function' ? parameters(apiUrl, engineUrl) : parameters;

const defineAll = (system: SystemDefinition, engines: Engines, place: LocalPlace): void => {
  checkMappingRights(system.mappings, system.functions);
  for (const table of system.tables) engines.tables.define(table);
  for (const queue of system.queues) engines.queues.define(queue);
  for (const bucket of system.buckets) engines.objects.define(bucket);
  engines.admit({
    authorize: createGuard({ ...system, place }),
    keys: system.keys,
    objects: createObjectAdmission({ ...system, place }),
  });
};

const startWork = (started: Started) => {
  const { options, system, engines, shutdown, report } = started;
  const { clock } = options;
  const sources: EventSource[] = [];
  const waitForDelivery = () => allIdle(sources);
  const upkeep = startUpkeep({ tables: engines.tables, clock, report, delivered: waitForDelivery });
  shutdown.add(() => upkeep.stop());
  sources.push(...startSources({ ...started, ...engines, clock }));
  shutdown.add(async () => {
    await Promise.all(sources.map((source) => source.stop()));
  });
  const waitUntilIdle = async (): Promise<void> => {
    await upkeep.idle();
    await allIdle(sources);
  };
  return { sources, idle: waitUntilIdle, system };
};

const createInvoker =
  ({ system, hosts }: Started) =>
  async (name: string, event: unknown): Promise<Invocation> => {
    const found = system.functions.find((one) => [one.id, one.name, one.arn].includes(name));
    if (!found) throw new Error(`The stack has no function ${name}`);
    return hosts.invoke(found.arn, event);
  };

const gatewayOf = ({ system, hosts, faults, random, options, place }: Started) =>
  system.api && {
    gateway: createGateway({
      api: system.api,
      hosts: crashAfterWork(hosts, faults, random),
      clock: options.clock,
      place,
    }),
  };

const facesOf = ({ engines, place, options, system, faults, shutdown }: Started) => ({
  engineUrl: engines.url,
  region: place.region,
  credentials: OPERATOR,
  clock: options.clock,
  definition: system,
  tables: engines.tables,
  queues: engines.queues,
  faults,
  stop: () => shutdown.run(),
});

const startSystem = async (options: BootOptions, shutdown: Shutdown): Promise<LocalSystem> => {
  const { clock, variables = {}, random = Math.random, shards = {} } = options;
  const { host: kind = 'workers', durability } = options;
  const places = dataPlaces(options.dataDir);
  shutdown.add(() => places.dispose());
  const log = options.log ?? fileLog(places.logs);
  const report = reportTo(log, clock);
  const faults: Faults = {};
  const around = { clock, faults, random, shutdown, report };
  const engines = await startEngines({ ...around, places, shards, durability });
  const server = await startLocalServer({
    port: options.port ?? 0,
    report,
    now: () => clock.now(),
  });
  shutdown.add(() => server.stop());
  const place = { ...LOCAL_PLACE, apiUrl: server.url, engineUrl: engines.url };
  const system = readSystem(options.assembly, parametersAt(options, place), place);
  defineAll(system, engines, place);
  const fetch = directFetch(server);
  const inline = { engine: engines.endpoint, fetch };
  const { functions } = system;
  const hosts = startFunctionHosts({ kind, functions, place, inline, variables, clock, log });
  shutdown.add(() => hosts.stop());
  const { url } = server;
  const { directory } = places;
  const mount = { url, directory, sharedClock: hosts.clock, faults, clock, durability };
  const localRoutes = (await options.localRoutes?.(mount)) ?? [];
  for (const { stop } of localRoutes) if (stop) shutdown.add(stop);
  const checkpoint = async (): Promise<void> => {
    await engines.checkpoint();
    for (const route of localRoutes) await route.checkpoint?.();
  };
  const started = { options, place, system, engines, hosts, faults, random, report, shutdown };
  const { sources, idle } = startWork(started);
  const control = createControl({ clock, queues: engines.queues, faults, idle });
  server.serve({ now: () => clock.now(), localRoutes, control, ...gatewayOf(started) });
  const faces = { url, fetch, sources, idle, checkpoint };
  return { ...facesOf(started), ...faces, invoke: createInvoker(started) };
};

/**
 * Rejects with `TemplateFault` when the template contains something that is not supported locally;
 * everything started until then is stopped again.
 */
export const boot = async (options: BootOptions): Promise<LocalSystem> => {
  const shutdown = new Shutdown();
  try {
    return await startSystem(options, shutdown);
  } catch (fault) {
    await shutdown.run();
    throw fault;
  }
};
