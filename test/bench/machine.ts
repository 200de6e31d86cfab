import { availableParallelism, cpus, loadavg } from 'node:os';

/** The machine, and its load during the measurement. */
export const machineOf = (): string => {
  const [first] = cpus();
  const model = first?.model.trim() || 'unknown processor';
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return `${availableParallelism()} cores of ${model}, Node ${process.versions.node}, load ${load} before`;
};
