/** Claims as the authorizer passes them on: all of them strings, lists as `[a b]`. */
import { isRecord } from '../template/shape.ts';

const claimText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(claimText).join(' ')}]`;
  if (!isRecord(value)) return String(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${name}:${claimText(value[name])}`);
  return `map[${members.join(' ')}]`;
};

export const claimTexts = (payload: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [name, claimText(value)] as const),
  );
