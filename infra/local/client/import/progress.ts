import { Presets, SingleBar } from 'cli-progress';

import type { Sheets } from './open-file.ts';
import type { Progress } from './run.ts';

const createBar = (): Progress => {
  const shown = new SingleBar(
    { format: '{bar} {percentage}% · {value}/{total} 行 · 剩余 {eta_formatted}', hideCursor: true },
    Presets.shades_classic,
  );
  return {
    begin: (lines) => shown.start(lines, 0),
    step: (lines) => shown.increment(lines),
    end: () => shown.stop(),
  };
};

/** For logs: prints one line per ten percent. */
const createTenths = (print: (line: string) => void): Progress => {
  let total = 0;
  let done = 0;
  return {
    begin: (lines) => {
      total = lines;
    },
    step: (lines) => {
      const before = Math.floor((done * 10) / total);
      done += lines;
      if (Math.floor((done * 10) / total) > before) print(`${done}/${total} 行`);
    },
    end: () => undefined,
  };
};

const sheetWords = ({ read, notRead }: Sheets): string =>
  `只读取工作表“${read}”，未读取：${notRead.join('、')} · only one sheet is read`;

/** Returns a progress bar on a terminal, and plain lines otherwise. */
export const progressOn = (isTerminal: boolean, print: (line: string) => void): Progress => {
  const shown = isTerminal ? createBar() : createTenths(print);
  return {
    ...shown,
    begin: (lines, sheets) => {
      if (sheets !== undefined && sheets.notRead.length > 0) print(sheetWords(sheets));
      shown.begin(lines);
    },
  };
};
