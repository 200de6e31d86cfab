/** Reads members of a request: `undefined` when missing; a wrong type is refused. */
import type { WireInput } from '../wire.ts';
import { invalidValue, missingParameter, queueFault } from './queue-fault.ts';

export interface WholeRange {
  readonly least: number;
  readonly most: number;
  /** The wording of the service, which differs for each parameter. */
  readonly reason: string;
}

const wrongType = (name: string, wanted: string) =>
  queueFault('SerializationException', `${name} can not be converted to ${wanted}`);

export const readText = (input: WireInput, name: string): string | undefined => {
  const value = input[name] ?? undefined;
  if (value === undefined || typeof value === 'string') return value;
  throw wrongType(name, 'a String');
};

/** The empty string counts as missing, as in the service. */
export const requireText = (input: WireInput, name: string): string => {
  const value = readText(input, name);
  if (value === undefined || value === '') throw missingParameter(name);
  return value;
};

export const readWhole = (
  input: WireInput,
  name: string,
  range: WholeRange,
): number | undefined => {
  const value = input[name] ?? undefined;
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw wrongType(name, 'an Integer');
  if (value < range.least || value > range.most) throw invalidValue(name, value, range.reason);
  return value;
};

export const readTexts = (input: WireInput, name: string): readonly string[] => {
  const value = input[name] ?? [];
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  throw wrongType(name, 'a list of String');
};

export const isStructure = (value: unknown): value is WireInput =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const readStructure = (input: WireInput, name: string): WireInput => {
  const value = input[name] ?? {};
  if (isStructure(value)) return value;
  throw wrongType(name, 'a structure');
};

export const readStructures = (input: WireInput, name: string): readonly WireInput[] => {
  const value = input[name] ?? [];
  if (Array.isArray(value) && value.every(isStructure)) return value;
  throw wrongType(name, 'a list of structures');
};
