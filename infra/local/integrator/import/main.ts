/** `npm run import`: reports the case events of a file of any length. */
import { parseArgs } from 'node:util';

import { Problem } from '../../../../shared/http/problem.ts';
import { loopClient } from '../../client/loop-client.ts';
import { serverClock } from '../../client/server-clock.ts';
import { accessOf } from '../credentials.ts';
import type { Access } from '../credentials.ts';
import { wordsOf } from './outcome.ts';
import { progressOn } from './progress.ts';
import { resultFile } from './result-file.ts';
import { runImport } from './run.ts';
import { Refused } from './send-parcel.ts';

const usage = `用法 · usage:
  npm run import -- --base-url <url> --key <access key> --secret <secret> <file.csv|xlsx|jsonl>
    --dry-run        只检查文件，不发送 · check the file, send nothing
    --result <path>  逐行结果文件 · the line-by-line result; default: <file>.result.csv
  HCP_BASE_URL、HCP_KEY、HCP_SECRET 可代替前三项 · may stand for the first three
退出码 · exit: 0 全部成功 · all stored; 1 有行被拒 · lines refused; 2 未能完成 · not done`;

/** Ends the run with a message and an exit code. */
const SOME_REFUSED = 1;
const NOT_DONE = 2;

const lineTo = async ({ url, key }: Access) => ({
  client: loopClient(url, await serverClock(url, key)),
  key,
});

const run = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'base-url': { type: 'string' },
      key: { type: 'string' },
      secret: { type: 'string' },
      result: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [path] = positionals;
  const access = accessOf(values, process.env);
  if (path === undefined || (access === undefined && !values['dry-run'])) {
    console.error(usage);
    return NOT_DONE;
  }
  const line = access === undefined || values['dry-run'] ? undefined : await lineTo(access);
  const result = await resultFile(values.result ?? `${path}.result.csv`);
  try {
    const progress = progressOn(process.stdout.isTTY, (text) => console.log(text));
    const counts = await runImport({ path, line, progress, record: (lines) => result.add(lines) });
    const { stored, repeat, refused } = counts;
    console.log(`存储 ${stored} · 已存在 ${repeat} · 被拒绝 ${refused} — ${result.path}`);
    return refused > 0 ? SOME_REFUSED : 0;
  } finally {
    await result.close();
  }
};

try {
  process.exitCode = await run();
} catch (fault) {
  const isRefused = fault instanceof Refused;
  console.error(fault instanceof Problem ? wordsOf(fault) : isRefused ? fault.message : fault);
  process.exitCode = NOT_DONE;
}
