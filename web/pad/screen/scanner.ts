import type { Stop } from '../ports.ts';
import { scanKeys } from '../session/scan-keys.ts';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** Calls `onScan` with what a scanner types; what is typed into a field is the field's. */
export const listenToScanner = (onScan: (text: string) => void): Stop => {
  const take = scanKeys();
  const listen = ({ key, target, timeStamp }: KeyboardEvent): void => {
    if (isField(target)) return;
    const scanned = take({ key, at: timeStamp });
    if (scanned !== undefined) onScan(scanned);
  };
  addEventListener('keydown', listen);
  return () => removeEventListener('keydown', listen);
};
