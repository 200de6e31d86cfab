/** `npm run import`: reports the case events of a file of any length. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { requireAccess } from '../credentials.ts';
import type { Access } from '../credentials.ts';
import { faultWords, Misused } from '../fault-words.ts';
import { openLine } from '../open-line.ts';
import { progressOn } from './progress.ts';
import { resultFile } from './result-file.ts';
import { runImport } from './run.ts';
import type { Counts } from './run.ts';

const usage = `用法 · usage:
  npm run import -- --base-url <url> --key <access key> --secret <secret> <file.csv|xlsx|jsonl>
    --dry-run        只检查文件，不发送 · only check the file
    --result <path>  逐行结果文件 · the result of each line; default: <file>.result.csv
  HCP_BASE_URL、HCP_KEY、HCP_SECRET 可代替前三项 · replace the first three options
  每次一个文件 · one file at a time
退出码 · exit: 0 全部成功 · all stored; 1 有行被拒 · some lines refused; 2 未能完成 · not completed`;

const SOME_REFUSED = 1;
const NOT_DONE = 2;

const options = {
  'base-url': { type: 'string' },
  key: { type: 'string' },
  secret: { type: 'string' },
  result: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

interface Asked {
  readonly path: string;
  readonly resultPath: string;
  /** Undefined: the file is only checked, nothing is sent. */
  readonly access: Access | undefined;
}

const requireFile = (path: string): void => {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) return;
  throw new Misused(`没有这个文件 · there is no such file: ${path}`);
};

/** Returns undefined when arguments are missing or too many. */
const readArguments = (): Asked | undefined => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) return undefined;
  const access = values['dry-run'] ? undefined : requireAccess(values, process.env);
  requireFile(path);
  const resultPath = values.result ?? `${path}.result.csv`;
  if (resolve(resultPath) === resolve(path)) {
    throw new Misused('--result 不能是被导入的文件 · must not be the imported file');
  }
  return { path, resultPath, access };
};

const formatSummary = ({ stored, repeat, refused }: Counts, lines: number, sent: boolean): string =>
  sent
    ? `存储 ${stored} · 已存在 ${repeat} · 被拒绝 ${refused}`
    : `可导入 ${lines - refused} · 被拒绝 ${refused}（仅检查，未发送 · only checked, nothing sent）`;

const describeInterruption = (lines: number, path: string): string =>
  `中断前已处理 ${lines} 行，结果见 ${path}。可重新导入同一文件，已存储的行不会重复。· ${lines} lines are done; import the same file again to continue.`;

const importAs = async ({ path, resultPath, access }: Asked): Promise<number> => {
  const line = access && { client: (await openLine(access)).client, key: access.key };
  const result = await resultFile(resultPath);
  const progress = progressOn(process.stdout.isTTY, (text) => console.log(text));
  let done = 0;
  const step = (lines: number): void => {
    done += lines;
    progress.step(lines);
  };
  try {
    const counts = await runImport({
      path,
      line,
      progress: { ...progress, step },
      record: (lines) => result.add(lines),
    });
    console.log(`${formatSummary(counts, done, line !== undefined)} — ${resultPath}`);
    return counts.refused > 0 ? SOME_REFUSED : 0;
  } catch (fault) {
    if (done > 0) console.error(describeInterruption(done, resultPath));
    throw fault;
  } finally {
    await result.close();
  }
};

const runCommand = async (): Promise<number> => {
  if (parseArgs({ allowPositionals: true, options }).values.help) {
    console.log(usage);
    return 0;
  }
  const wanted = readArguments();
  if (wanted !== undefined) return importAs(wanted);
  console.error(usage);
  return NOT_DONE;
};

try {
  process.exitCode = await runCommand();
} catch (fault) {
  console.error(faultWords(fault));
  process.exitCode = NOT_DONE;
}
