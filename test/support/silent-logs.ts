/** Loaded before the logger: a test says what it found, not what a function logged. */
process.env['POWERTOOLS_LOG_LEVEL'] ??= 'SILENT';
