/**
 * The number of lines in a request. A service under load takes longer for each line, and the gateway
 * ends every request after 30 seconds; the same parcel would then fail again.
 */
export interface ParcelSize {
  lines(): number;
  /** After a time-out: half as many. */
  shrink(): void;
  /** After an answer: by a step, up to the most. */
  grow(): void;
}

const mostLines = 200;
const step = 10;

export const createParcelSize = (): ParcelSize => {
  let lines = mostLines;
  return {
    lines: () => lines,
    shrink: () => {
      lines = Math.max(1, Math.floor(lines / 2));
    },
    grow: () => {
      lines = Math.min(mostLines, lines + step);
    },
  };
};
