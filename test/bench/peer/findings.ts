/**
 * The intake of this project compared with the conventional alternative, on the same machine, disk
 * and load, at equal durability. The background work of this project counts figures and reports to
 * the center; that of the alternative only counts.
 */
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { ensureAssembly } from '../../../infra/local/system/assembly.ts';
import type { BenchRequest } from '../arguments.ts';
import type { Finding } from '../finding.ts';
import type { Host } from '../host.ts';
import { inTemporary } from '../temporary.ts';
import { startChild } from './child.ts';
import type { Child } from './child.ts';
import { postgresPrograms, startPostgres } from './postgres.ts';
import type { SideReady } from './side.ts';
import { findingsOf, tallyOf } from './tally.ts';
import type { Compared } from './tally.ts';
import { connections, takeTurns } from './turns.ts';

type Tell = (line: string) => void;

interface Comparison {
  readonly host: Host;
  /** Empty; both sides store their data in it. */
  readonly directory: string;
  /** The directory of the PostgreSQL programs. */
  readonly programs: string;
  readonly turns: number;
  /** Seconds of load on each side. */
  readonly seconds: number;
}

const peer = 'Fastify + PostgreSQL';

/** Starts all processes of the comparison; they end with the stack. */
const startAll = async ({ host, directory, programs }: Comparison, stack: AsyncDisposableStack) => {
  const [ours, theirs] = [join(directory, 'loop'), join(directory, 'postgres')];
  await Promise.all([mkdir(ours), mkdir(theirs)]);
  const postgres = await startPostgres(theirs, programs);
  stack.defer(() => postgres.stop());
  const start = async <Ready>(file: string, ...args: readonly string[]): Promise<Child<Ready>> => {
    const child = await startChild<Ready>(file, args);
    stack.defer(() => child.stop());
    return child;
  };
  return {
    version: postgres.version,
    ourSide: await start<SideReady>('loop-side.ts', host, ours),
    theirSide: await start<SideReady>('postgres-side.ts', theirs),
    load: await start<object>('load.ts'),
  };
};

const compare = async (order: Comparison, tell: Tell): Promise<Compared> => {
  const { host, turns, seconds } = order;
  await using stack = new AsyncDisposableStack();
  const { version, ourSide, theirSide, load } = await startAll(order, stack);
  tell(`${connections} connections, ${turns} turns in ${seconds} s a side, ${version}`);
  const sides = [
    { name: `the loop, host ${host}`, child: ourSide },
    { name: peer, child: theirSide },
  ] as const;
  const played = await takeTurns({ load, sides, turns, seconds: seconds / turns }, tell);
  const [ours, theirs] = [tallyOf(played.get(sides[0].name)), tallyOf(played.get(peer))];
  if (ours.refused + theirs.refused > 0) {
    tell(`refused: ${ours.refused} of ours, ${theirs.refused} of the other’s`);
  }
  return { host, ours, theirs };
};

export const peerFindings = async (
  { hosts, seconds, turns }: BenchRequest,
  tell: Tell,
): Promise<readonly Finding[]> => {
  const programs = postgresPrograms();
  if (programs === undefined) {
    tell('no PostgreSQL to compare with: install Debian’s package postgresql');
    return [];
  }
  await ensureAssembly();
  const findings: Finding[] = [];
  for (const host of hosts) {
    const compared = await inTemporary('peer', async (directory) => {
      // The user that runs PostgreSQL needs access.
      await chmod(directory, 0o755);
      return compare({ host, directory, programs, seconds, turns }, tell);
    });
    findings.push(...findingsOf(compared));
  }
  return findings;
};
