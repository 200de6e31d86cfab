import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { emptyBundles, synthesize, synthesizeAnew } from './synthesize.ts';

test('passes the template validation and every AWS Solutions rule of cdk-nag', () => {
  const environment = { CDK_VALIDATION: 'true' };
  const { outdir } = synthesizeAnew({ context: { identity: 'cognito' }, environment });
  const report = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));
  expect(report.pluginReports).toEqual([]);
});

test('a bundle that is missing is named, with what to do', () => {
  const bundles = emptyBundles();
  rmSync(join(bundles, 'case-receive'), { recursive: true });
  expect(() => synthesize({ context: { bundles } })).toThrow(
    /no bundle for case\/receive: .*write functions\/case\/receive\.main\.ts/u,
  );
});

test('every function says where its bundle lies in the assembly', () => {
  const { outdir, loop } = synthesizeAnew();
  const paths = loop
    .ofType('AWS::Lambda::Function')
    .map((one) => join(outdir, one.Metadata['aws:asset:path'] ?? '', 'index.js'));
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

test('a context that cannot be meant is refused by name', () => {
  expect(() => synthesize({ context: { architecture: 'arm' } })).toThrow(/architecture/u);
  expect(() => synthesize({ context: { region: 'Beijing' } })).toThrow(/region/u);
});
