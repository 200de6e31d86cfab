import { TemplateFault } from '../template-fault.ts';

export type Json = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const expectRecord = (value: unknown, at: string): Json => {
  if (isRecord(value)) return value;
  throw new TemplateFault(at, 'is not an object');
};

export const expectList = (value: unknown, at: string): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  throw new TemplateFault(at, 'is not a list');
};

/** Accepts a string, or a number or boolean, which CloudFormation converts to a string. */
export const expectText = (value: unknown, at: string): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TemplateFault(at, 'is not text');
};
