import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

const FOLDERS = ['events', 'functions', 'infra', 'shared', 'test'];

/**
 * Copies the sources into `target` with the files to mutate as plain JavaScript, line by line and
 * column by column as they were. Stryker does not enter casts, so that of a table that ends with `as
 * const` nothing would be mutated.
 */
export const stageSources = (root: string, target: string, files: readonly string[]): void => {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const folder of FOLDERS) {
    cpSync(join(root, folder), join(target, folder), { recursive: true });
  }
  cpSync(join(root, 'package.json'), join(target, 'package.json'));
  for (const file of files) {
    const code = readFileSync(join(root, file), 'utf8');
    writeFileSync(join(target, file), stripTypeScriptTypes(code));
  }
};
