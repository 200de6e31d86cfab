/**
 * A separate PostgreSQL instance for one run: data and socket in a separate directory, no TCP port.
 */
import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { chown, mkdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Postgres {
  readonly version: string;
  /** The directory of its socket. */
  readonly directory: string;
  stop(): Promise<void>;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

class PostgresFailed extends Error {}

/** The directory in which Debian’s package installs each version. */
const packaged = '/usr/lib/postgresql';

/** The directory of the newest version's programs; undefined when none is installed. */
export const postgresPrograms = (installed = packaged): string | undefined => {
  const versions = globSync('*/bin/initdb', { cwd: installed }).map((path) => path.split(sep)[0]);
  const newest = versions.sort((one, other) => Number(one) - Number(other)).at(-1);
  return newest === undefined ? undefined : join(installed, newest, 'bin');
};

/** PostgreSQL does not run as root: as root, it is started as the user that its package created. */
const ownerOf = (): Owner | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith('postgres:'));
  if (line === undefined) throw new PostgresFailed('there is no user postgres to run it as');
  const [, , uid, gid] = line.split(':').map(Number);
  return { uid: uid ?? 0, gid: gid ?? 0 };
};

/** As durable as the engine with `synchronous = FULL`; all other settings have their defaults. */
const settings = (directory: string): readonly string[] =>
  [
    `unix_socket_directories=${directory}`,
    'listen_addresses=',
    'fsync=on',
    'synchronous_commit=on',
  ].flatMap((setting) => ['-c', setting]);

const untilReady = async (server: ChildProcess): Promise<void> => {
  const said: string[] = [];
  if (server.stderr === null) throw new PostgresFailed('its words cannot be read');
  for await (const line of createInterface(server.stderr)) {
    said.push(line);
    if (line.includes('ready to accept connections')) return;
  }
  throw new PostgresFailed(`PostgreSQL did not start:\n${said.join('\n')}`);
};

/**
 * When the process is terminated early, the directory is removed at once, so PostgreSQL needs no
 * clean shutdown.
 */
const endOf = (server: ChildProcess): (() => Promise<void>) => {
  const ended = once(server, 'exit');
  const abandon = () => void server.kill('SIGQUIT');
  process.once('exit', abandon);
  return async () => {
    process.off('exit', abandon);
    server.kill('SIGINT');
    await ended;
  };
};

/** Starts it in an empty directory that the caller removes. */
export const startPostgres = async (directory: string, bin: string): Promise<Postgres> => {
  const owner = ownerOf();
  const data = join(directory, 'data');
  await mkdir(data);
  if (owner) for (const path of [directory, data]) await chown(path, owner.uid, owner.gid);
  const as = { cwd: directory, ...owner };
  await run(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'], as);
  const { stdout } = await run(join(bin, 'postgres'), ['--version'], as);
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings(directory)], {
    ...as,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stop = endOf(server);
  await untilReady(server);
  server.stderr.resume();
  return { version: stdout.trim(), directory, stop };
};
