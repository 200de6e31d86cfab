'use strict';
// Loaded before everything else, in syntax that any version of Node reads: an older Node cannot
// read the .ts files, and its error message would not help.
const wanted = 24;
const major = Number(process.versions.node.split('.')[0]);
if (major < wanted) {
  process.stderr.write(
    `Node ${wanted} or newer is required; this is ${process.versions.node}.\n` +
      'On Linux (x64, arm64) and Windows (x64) `npm ci` installs it for the npm scripts.\n' +
      'On other systems install Node 24 from nodejs.org or with a version manager, then try again.\n',
  );
  process.exit(1);
}

// Node keeps what it compiles and strips of types for the next start, which saves a third of the
// work of a start. It checks each entry against the source. The variable passes the setting on to
// threads and child processes.
const { enableCompileCache } = require('node:module');
const { join } = require('node:path');
process.env.NODE_COMPILE_CACHE ??= join(__dirname, '..', '..', '..', '.build', 'compile-cache');
enableCompileCache(process.env.NODE_COMPILE_CACHE);
