/**
 * Checks the types of the components. Their checker is written against the programming interface of
 * the compiler, which version 7 does not have yet; it gets version 6.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { run } = require('vue-tsc') as { readonly run: (compiler: string) => void };

process.argv.push('--noEmit', '--project', 'web/tsconfig.vue.json');
run(require.resolve('typescript-6/lib/tsc'));
