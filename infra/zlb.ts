/**
 * `npm run build:zlb`: the pages of residents as a bundle for 浙里办, in `.build/zlb/`. What of it
 * rests on unconfirmed rules of the platform is listed in `web/zlb/README.md`.
 */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';

import { build } from 'esbuild';
import { z } from 'zod';

import { WEB_OPTIONS } from './web.ts';

const ROOT = join(import.meta.dirname, '..');

const Settings = z.object({
  /** The origin of the API; only here another origin is allowed. */
  api: z.url({ protocol: /^https?$/u }).transform((url) => new URL(url).origin),
  unit: z.string().min(1),
  phone: z.string().min(3),
  years: z.coerce.number().int().min(1),
  out: z.string().default(join(ROOT, '.build', 'zlb')),
});
type ZlbSettings = z.input<typeof Settings>;

interface Parts {
  readonly script: string;
  readonly sheet: string;
}

const escapes = new Map([
  ['&', '&amp;'],
  ['"', '&quot;'],
  ['<', '&lt;'],
]);

const fill = (template: string, values: Readonly<Record<string, number | string>>): string =>
  template.replaceAll(/\{(\w+)\}/gu, (_place, name: string) =>
    String(values[name]).replaceAll(/[&"<]/gu, (found) => escapes.get(found) ?? ''),
  );

const bundle = async (outdir: string): Promise<Parts> => {
  const { metafile } = await build({
    ...WEB_OPTIONS,
    write: true,
    absWorkingDir: ROOT,
    entryPoints: [
      { in: join(ROOT, 'web', 'zlb', 'shell.ts'), out: 'shell' },
      { in: join(ROOT, 'web', 'resident', 'main.css'), out: 'resident' },
    ],
    outdir,
  });
  const files = Object.keys(metafile.outputs).map((path) => basename(path));
  const named = (end: string): string => files.find((file) => file.endsWith(end)) ?? '';
  return { script: named('.js'), sheet: named('.css') };
};

/** Builds the bundle and returns its output folder. @throws ZodError for missing settings */
export const buildZlb = async (given: ZlbSettings): Promise<string> => {
  const settings = Settings.parse(given);
  const output = join(settings.out, 'build');
  await rm(settings.out, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  await copyFile(join(ROOT, 'web', 'zlb', 'gbc.json'), join(settings.out, 'gbc.json'));
  const parts = await bundle(join(output, 'assets'));
  const template = await readFile(join(ROOT, 'web', 'zlb', 'index.html'), 'utf8');
  await writeFile(join(output, 'index.html'), fill(template, { ...settings, ...parts }));
  return output;
};

const string = { type: 'string' } as const;
const options = { api: string, unit: string, phone: string, years: string, out: string } as const;

if (import.meta.main) {
  const { values } = parseArgs({ options });
  const checked = Settings.safeParse(values);
  if (checked.success) {
    console.log(`The bundle for 浙里办 is in ${await buildZlb(checked.data)}`);
  } else {
    const wrong = checked.error.issues.map(({ path }) => `--${path.join('.')}`).join(', ');
    console.error(`Give ${wrong}. All of them: --api --unit --phone --years [--out]`);
    process.exitCode = 1;
  }
}
