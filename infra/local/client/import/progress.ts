import { Presets, SingleBar } from 'cli-progress';

import type { FileEncoding, FileReading, FileSeparator } from '../../../../events/case/import.ts';
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

const encodingNames: Partial<Record<FileEncoding, string>> = {
  gb18030: 'GB18030',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};

const separatorNames = {
  comma: '逗号 · commas',
  tab: '制表符 · tabs',
  semicolon: '分号 · semicolons',
} as const satisfies Record<FileSeparator, string>;

/** One sentence for everything about the reading that its sender may not expect. */
const readingWords = (reading: FileReading): readonly string[] => {
  const { sheet, sheetsNotRead = [], headerLine, hiddenLines = [], encoding, separator } = reading;
  const name = encoding && encodingNames[encoding];
  return [
    ...(sheetsNotRead.length === 0
      ? []
      : [`只读取工作表“${sheet}”，未读取：${sheetsNotRead.join('、')} · only one sheet is read`]),
    ...(name === undefined ? [] : [`编码 · encoding: ${name}`]),
    ...(separator === undefined ? [] : [`分隔符 · separator: ${separatorNames[separator]}`]),
    ...(headerLine === undefined
      ? []
      : [`列名在第 ${headerLine} 行，其上各行未读取 · lines above ${headerLine} are not read`]),
    ...(hiddenLines.length === 0
      ? []
      : [`含被隐藏（筛选）的 ${hiddenLines.length} 行 · hidden lines are read too`]),
  ];
};

/** Returns a progress bar on a terminal, and plain lines otherwise. */
export const progressOn = (isTerminal: boolean, print: (line: string) => void): Progress => {
  const shown = isTerminal ? createBar() : createTenths(print);
  return {
    ...shown,
    begin: (lines, reading) => {
      for (const words of readingWords(reading)) print(words);
      shown.begin(lines, reading);
    },
  };
};
