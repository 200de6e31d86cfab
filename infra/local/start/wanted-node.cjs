'use strict';
// Loaded before everything else and written for any Node: an older one cannot read the .ts files, and
// would say so in words that help nobody.
const wanted = 24;
const major = Number(process.versions.node.split('.')[0]);
if (major < wanted) {
  process.stderr.write(
    `This needs Node ${wanted} or newer; this is ${process.versions.node}.\n` +
      'On Linux (x64, arm64) and Windows (x64) `npm ci` brings it along, for npm scripts.\n' +
      'On other systems install Node 24 from nodejs.org or with your version manager, then try again.\n',
  );
  process.exit(1);
}

// What Node compiles and strips of types, it keeps for the next start: a third of a start's work. It
// checks each entry against the source. The variable tells threads and child processes of it.
const { enableCompileCache } = require('node:module');
const { join } = require('node:path');
process.env.NODE_COMPILE_CACHE ??= join(__dirname, '..', '..', '..', '.build', 'compile-cache');
enableCompileCache(process.env.NODE_COMPILE_CACHE);
