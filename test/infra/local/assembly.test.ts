import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { ensureAssembly } from '../../../infra/local/system/assembly.ts';

/** Writes the input of the CDK app in place of a manifest. */
const APP = `
  import { mkdirSync, writeFileSync } from 'node:fs';
  const { CDK_OUTDIR, CDK_CONTEXT_JSON, CDK_VALIDATION } = process.env;
  mkdirSync(CDK_OUTDIR, { recursive: true });
  const told = { context: JSON.parse(CDK_CONTEXT_JSON), validation: CDK_VALIDATION };
  writeFileSync(CDK_OUTDIR + '/manifest.json', JSON.stringify(told));`;

let root: string;
const said: string[] = [];
const ensure = () => ensureAssembly({ root, announce: (line) => said.push(line) });
const write = (path: string, content: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'assembly-'));
  said.length = 0;
  for (const file of ['cdk.json', 'package-lock.json']) write(file, '{}');
  write('package.json', '{"type":"module"}');
  write('infra/app.ts', APP);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the assembly', () => {
  it('is made once, also when several ask at the same time', async () => {
    const [one, other] = await Promise.all([ensure(), ensure()]);
    expect(one).toBe(other);
    expect(said.filter((line) => line.startsWith('Nothing built yet'))).toHaveLength(1);
    await expect(ensure()).resolves.toBe(one);
    expect(said).toHaveLength(2);
    expect(JSON.parse(readFileSync(join(one, 'manifest.json'), 'utf8'))).toEqual({
      context: {
        identity: 'oidc',
        'aws:cdk:enable-asset-metadata': true,
        'aws:cdk:enable-path-metadata': true,
      },
      validation: 'false',
    });
  });

  it('is made anew for other sources, and the one before stays', async () => {
    const before = await ensure();
    write('functions/case/receive.ts', 'export {};');
    const after = await ensure();
    expect(after).not.toBe(before);
    expect(existsSync(before)).toBe(true);
  });

  it('tells why it cannot be made, and is tried again', async () => {
    write('infra/app.ts', "throw new Error('no bundle for case/receive');");
    await expect(ensure()).rejects.toThrow('no bundle for case/receive');
    write('infra/app.ts', APP);
    await expect(ensure()).resolves.toContain(root);
  });
});
