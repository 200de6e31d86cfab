/** `npm start`: builds what is missing, boots the system, loads a small town on the first start. */
import { Shutdown } from '../runtime/shutdown.ts';
import { readSettings } from './settings.ts';
import { startInstance } from './start-instance.ts';

const shutdown = new Shutdown();
let isStopping = false;

const stopAndExit = async (code: number): Promise<never> => {
  isStopping = true;
  await shutdown.run().catch((fault: unknown) => console.error(fault));
  process.exit(code);
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    console.log('Stopping …');
    void stopAndExit(0);
  });
}

try {
  await startInstance(readSettings(process.env), shutdown, (line) => console.log(line));
} catch (fault) {
  // A start that is interrupted by a signal fails at some point; that error is not shown.
  if (!isStopping) {
    const isRefusal = fault instanceof Error && fault.name === 'StartRefused';
    console.error(isRefusal ? fault.message : fault);
    await stopAndExit(1);
  }
}
