/** Loaded before the logger: the output of a test has its findings, not the logs of functions. */
process.env['POWERTOOLS_LOG_LEVEL'] ??= 'SILENT';
