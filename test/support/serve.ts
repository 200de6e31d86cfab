/** A loop in a process of its own, so that a test can kill it: `node serve.ts <data dir>`. */
import { startLoop } from './loop.ts';

const [dataDir = ''] = process.argv.slice(2);
const loop = await startLoop({ dataDir });
const { key } = await loop.integrator();
process.send?.({ url: loop.system.url, key });
