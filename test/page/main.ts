/** `npm run test:pages`: the tests of the pages in every language, look and width. */
import { startVitest } from 'vitest/node';

process.env['PAGES'] = 'every';
const vitest = await startVitest('test', ['test/page/'], { project: ['alone'], watch: false });
await vitest.close();
