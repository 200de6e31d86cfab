/**
 * A loop in a separate process, so that a test can kill it: `node serve.ts <data dir> [<time>]`.
 */
import { startLoop } from './loop.ts';

const [dataDir = '', at] = process.argv.slice(2);
const loop = await startLoop({ dataDir, ...(at === undefined ? {} : { at: Date.parse(at) }) });
const { key } = await loop.integrator();
process.send?.({ url: loop.system.url, key });
