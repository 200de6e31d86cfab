/** Everything that `npm start` does, in order; each started part is registered for the shutdown. */
import { join } from 'node:path';

import { dataPlaces } from '../runtime/data-places.ts';
import { fileLog, logFileIn } from '../runtime/function-host/log-sink.ts';
import type { LogSink } from '../runtime/function-host/log-sink.ts';
import { LockHeld, takeLock } from '../runtime/lock.ts';
import type { Shutdown } from '../runtime/shutdown.ts';
import { townAccounts } from '../scenario/town/accounts.ts';
import { ensureAssembly } from '../system/assembly.ts';
import { bootLoop } from '../system/boot-loop.ts';
import type { LoopOptions } from '../system/boot-loop.ts';
import type { BootOptions, LocalSystem } from '../system/local-system.ts';
import { openClockFile } from './clock-file.ts';
import { tellingFaults } from './fault-lines.ts';
import { pageLinks } from './page-links.ts';
import type { Settings } from './settings.ts';
import { StartRefused } from './start-refused.ts';
import { fillTown, hasTownToLoad, townStart } from './town.ts';
import { formatWelcome } from './welcome.ts';

type Print = (line: string) => void;

const unusable = new Set([
  'EACCES',
  'EEXIST',
  'ENOENT',
  'ENOTDIR',
  'EPERM',
  'EROFS',
  'ERR_SQLITE_ERROR',
]);

/** The errors of the operating system, or of SQLite, for a path that is not a data directory. */
const isUnusable = (fault: unknown): fault is Error =>
  fault instanceof Error && 'code' in fault && unusable.has(String(fault.code));

const lockData = (dataDir: string) => {
  try {
    return takeLock(join(dataDir, 'instance.lock'));
  } catch (fault) {
    if (isUnusable(fault)) {
      throw new StartRefused(
        `${dataDir} is not a writable directory (${fault.message}). ` +
          'Use another one: DATA_DIR=/path/to/data npm start',
      );
    }
    if (!(fault instanceof LockHeld)) throw fault;
    throw new StartRefused(
      `Another instance (process ${fault.holder}) uses ${dataDir}. ` +
        'Stop it, or use another directory: DATA_DIR=.local-2 PORT=0 npm start',
    );
  }
};

const isPortTaken = (fault: unknown): boolean =>
  fault instanceof Error &&
  'code' in fault &&
  (fault.code === 'EADDRINUSE' || fault.code === 'EACCES');

const bootAt = async (options: Omit<LoopOptions, 'accounts'>): Promise<LocalSystem> => {
  try {
    return await bootLoop({ ...options, accounts: townAccounts });
  } catch (fault) {
    if (!isPortTaken(fault)) throw fault;
    throw new StartRefused(
      `Port ${options.port} is in use or not allowed. Stop the process that uses it, or use another port: PORT=8788 npm start ` +
        '(PORT=0 selects a free one)',
    );
  }
};

/**
 * The town is loaded by a separate instance, whose functions run in this thread: many times faster
 * than with workers. It ends before the real instance opens the same data at the same address.
 * Returns the port.
 */
const loadAhead = async (
  options: BootOptions,
  shutdown: Shutdown,
  print: Print,
): Promise<number> => {
  const system = await bootAt({ ...options, host: 'inProcess', durability: 'checkpoint' });
  const isStopping = () => shutdown.isRunning;
  const filled = fillTown(system, { dataDir: options.dataDir, print, isStopping });
  // A stop during the loading waits for the end of the step that is being executed, because a step
  // that is interrupted looks like an error. A second call of a stop waits for the first.
  shutdown.add(async () => {
    await filled;
    await system.stop();
  });
  await filled;
  if (isStopping()) throw new StartRefused('The start was stopped.');
  await system.stop();
  return Number(new URL(system.url).port);
};

/** Returns the log of the runtime, which also prints errors of functions in the terminal. */
const logOf = (dataDir: string, print: Print): LogSink => {
  const { logs } = dataPlaces(dataDir);
  const fileOf = (name: string): string => logFileIn(logs, name);
  return tellingFaults(fileLog(logs), { fileOf, print });
};

/** Throws `StartRefused` for problems that the caller can solve. */
export const startInstance = async (
  settings: Settings,
  shutdown: Shutdown,
  print: Print,
): Promise<LocalSystem> => {
  const { dataDir, port, seed } = settings;
  const lock = lockData(dataDir);
  shutdown.add(() => lock.release());
  const assembly = await ensureAssembly({ announce: print });
  const startOfNew = seed === 'town' ? townStart() : Date.now();
  const { clock, save } = openClockFile(join(dataDir, 'clock.json'), startOfNew);
  shutdown.add(() => {
    save();
    clock.stop();
  });
  const options = { assembly, dataDir, clock, port, log: logOf(dataDir, print) };
  const isFirst = seed === 'town' && hasTownToLoad(clock, dataDir, print);
  const usedPort = isFirst ? await loadAhead(options, shutdown, print) : port;
  const system = await bootAt({ ...options, port: usedPort, messages: 'gateway' });
  shutdown.add(() => system.stop());
  const links = await pageLinks(system, dataDir);
  for (const line of formatWelcome(system, settings, links)) print(line);
  return system;
};
