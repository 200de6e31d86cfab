import { existsSync, readFileSync, writeFileSync } from 'node:fs';

interface Results {
  readonly files: Readonly<
    Record<string, { readonly mutants: readonly { readonly status: string }[] }>
  >;
}

const isKept = ({ status }: { readonly status: string }): boolean =>
  status !== 'Survived' && status !== 'NoCoverage';

/**
 * Returns the results of an earlier run without what no test noticed. Stryker tries a survivor again
 * when a test that covers it has changed; but no test covers what acts while a module is loaded.
 */
export const withoutSurvivors = <R extends Results>(results: R): R => ({
  ...results,
  files: Object.fromEntries(
    Object.entries(results.files).map(([path, file]) => [
      path,
      { ...file, mutants: file.mutants.filter(isKept) },
    ]),
  ),
});

export const forgetSurvivors = (path: string): void => {
  if (!existsSync(path)) return;
  const results = JSON.parse(readFileSync(path, 'utf8')) as Results;
  writeFileSync(path, JSON.stringify(withoutSurvivors(results)));
};
