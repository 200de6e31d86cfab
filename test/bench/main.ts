/** `npm run bench`: prints each measurement with its goal; nothing here is a test. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { askedBy, roughly } from '../support/command-line.ts';
import { readArguments, usage } from './arguments.ts';
import type { BenchRequest, MeasurementName } from './arguments.ts';
import { coldStartFindings } from './cold-starts.ts';
import { secondsOf } from './duration.ts';
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
  cold: coldStartFindings,
  peer: peerFindings,
};

const resultsPath = join(import.meta.dirname, 'RESULTS.md');

const write = async (findings: readonly Finding[], when: string): Promise<void> => {
  const present = await readFile(resultsPath, 'utf8');
  await writeFile(resultsPath, withFindings(present, findings, when));
};

const bench = async (request: BenchRequest): Promise<void> => {
  const seconds = request.names.reduce((sum, name) => sum + secondsOf(name, request), 0);
  console.log(`${roughly(seconds)} on two slow cores`);
  for (const name of request.names) {
    const when = `${new Date().toISOString().slice(0, 10)}, ${machineOf()}`;
    console.log(`${name} (${when}), ${roughly(secondsOf(name, request))}`);
    const findings = await measurements[name](request, (line) => console.log(`  ${line}`));
    for (const { what, reach, measured } of findings) {
      console.log(`  ${what}: ${measured} (to reach: ${reach})`);
    }
    // After each measurement, so that a failed one does not lose the results before it.
    if (request.write) await write(findings, when);
  }
};

// Everything that was started ends with the process: databases, child processes, directories.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const asked = askedBy(process.argv.slice(2), usage, readArguments);
if ('request' in asked) await bench(asked.request);
else {
  process.exitCode = asked.exitCode;
  console.log(asked.words);
}
