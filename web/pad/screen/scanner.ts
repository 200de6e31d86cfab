import type { Stop } from '../ports.ts';
import { scanKeys } from '../session/scan-keys.ts';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** Calls `onScan` with what a scanner types; what is typed into a field is the field's. */
export const listenToScanner = (onScan: (text: string) => void): Stop => {
  const take = scanKeys();
  const listen = (event: KeyboardEvent): void => {
    if (isField(event.target)) return;
    const scanned = take({ key: event.key, at: event.timeStamp });
    if (scanned === undefined) return;
    // Enter would press the button that was touched last: nobody chose that for what was scanned.
    event.preventDefault();
    onScan(scanned);
  };
  addEventListener('keydown', listen);
  return () => removeEventListener('keydown', listen);
};
