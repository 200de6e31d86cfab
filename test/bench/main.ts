/** `npm run bench`: what is measured, printed beside what it is to reach; nothing here is a test. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { BenchRefused, readArguments } from './arguments.ts';
import type { BenchRequest, MeasurementName } from './arguments.ts';
import type { Finding } from './finding.ts';
import { lifeFindings } from './life.ts';
import { machineOf } from './machine.ts';
import { monthFindings } from './month.ts';
import { peerFindings } from './peer/findings.ts';
import { unitFindings } from './rating-units.ts';
import { withFindings } from './results.ts';
import { startFindings } from './start.ts';
import { townFindings } from './town.ts';

type Tell = (line: string) => void;
type Measurement = (request: BenchRequest, tell: Tell) => Promise<readonly Finding[]>;

const measurements: Readonly<Record<MeasurementName, Measurement>> = {
  life: lifeFindings,
  start: startFindings,
  town: townFindings,
  month: monthFindings,
  units: unitFindings,
  peer: peerFindings,
};

const resultsPath = join(import.meta.dirname, 'RESULTS.md');

const write = async (findings: readonly Finding[], when: string): Promise<void> => {
  const present = await readFile(resultsPath, 'utf8');
  await writeFile(resultsPath, withFindings(present, findings, when));
};

const bench = async (request: BenchRequest): Promise<void> => {
  for (const name of request.names) {
    const when = `${new Date().toISOString().slice(0, 10)}, ${machineOf()}`;
    console.log(`${name} (${when})`);
    const findings = await measurements[name](request, (line) => console.log(`  ${line}`));
    for (const { what, reach, measured } of findings) {
      console.log(`  ${what}: ${measured} (to reach: ${reach})`);
    }
    // After each, so that one that fails takes nothing away from those before it.
    if (request.write) await write(findings, when);
  }
};

const requestOf = (args: readonly string[]): BenchRequest | undefined => {
  try {
    return readArguments(args);
  } catch (fault) {
    const isRefusal = fault instanceof BenchRefused || fault instanceof TypeError;
    if (!isRefusal) throw fault;
    console.error(fault.message);
    process.exitCode = 2;
    return undefined;
  }
};

// What was begun ends with the process: databases, children, directories.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const request = requestOf(process.argv.slice(2));
if (request !== undefined) await bench(request);
