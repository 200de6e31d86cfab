/** Runs the CDK app as in a deployment and reads the templates. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { FUNCTIONS } from '../../../infra/functions.table.ts';
import { newDirectory } from '../../support/new-directory.ts';
import type { Resource } from './template-shape.ts';

export const ROOT = join(import.meta.dirname, '..', '..', '..');

interface Template {
  readonly text: string;
  readonly Parameters: Readonly<Record<string, object>>;
  ofType(type: string): readonly Resource[];
  resource(id: string): Resource;
}

/** One empty function per line of the table, so that the templates do not depend on their code. */
export const emptyBundles = (): string => {
  const directory = newDirectory();
  for (const name of Object.keys(FUNCTIONS)) {
    const bundle = join(directory, name.replace('/', '-'));
    mkdirSync(bundle);
    writeFileSync(join(bundle, 'index.js'), `exports.handler = async () => '${name}';\n`);
  }
  return directory;
};

interface Output {
  readonly Value: unknown;
  readonly Export?: { readonly Name: string };
}

/** The exports of a template, by the name under which others import them. */
const exportsOf = (text: string): ReadonlyMap<string, unknown> => {
  const { Outputs = {} } = JSON.parse(text) as { Outputs?: Record<string, Output> };
  return new Map(
    Object.values(Outputs).flatMap(({ Value, Export }) => (Export ? [[Export.Name, Value]] : [])),
  );
};

const read = (path: string, imports: ReadonlyMap<string, unknown> = new Map()): Template => {
  const text = readFileSync(path, 'utf8');
  const resolved = (_: string, value: unknown): unknown => {
    const name = (value as { 'Fn::ImportValue'?: string } | null)?.['Fn::ImportValue'];
    return name === undefined ? value : (imports.get(name) ?? value);
  };
  const { Parameters = {}, Resources } = JSON.parse(text, resolved) as {
    Parameters?: Template['Parameters'];
    Resources: Readonly<Record<string, Omit<Resource, 'id'>>>;
  };
  const resources = Object.entries(Resources).map(([id, one]) => Object.assign(one, { id }));
  return {
    text,
    Parameters,
    ofType: (type) => resources.filter((one) => one.Type === type),
    resource: (id) => {
      const found = resources.find((one) => one.id === id);
      if (found === undefined) throw new Error(`no resource ${id}`);
      return found;
    },
  };
};

export interface Synthesis {
  readonly context?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Templates {
  readonly loop: Template;
  /** Its imports from the system are resolved: `Ref` and `Fn::GetAtt` name resources of `loop`. */
  readonly alarms: Template;
  readonly identity: Template | undefined;
}

export interface Synthesized extends Templates {
  readonly outdir: string;
}

/**
 * With the directory, which is removed at the end of the test file.
 * @throws with the output of the app
 */
export const synthesizeAnew = ({ context = {}, environment = {} }: Synthesis = {}): Synthesized => {
  const outdir = newDirectory();
  execFileSync(process.execPath, ['infra/app.ts'], {
    cwd: ROOT,
    stdio: 'pipe',
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      CDK_VALIDATION: 'false',
      NODE_COMPILE_CACHE: join(ROOT, '.build', 'compile-cache'),
      CDK_OUTDIR: outdir,
      CDK_CONTEXT_JSON: JSON.stringify({ bundles: emptyBundles(), ...context }),
      ...environment,
    },
  });
  const loop = read(join(outdir, 'HaochapingLoop.template.json'));
  const identity = join(outdir, 'HaochapingLoopIdentity.template.json');
  return {
    outdir,
    loop,
    alarms: read(join(outdir, 'HaochapingLoopAlarms.template.json'), exportsOf(loop.text)),
    identity: existsSync(identity) ? read(identity) : undefined,
  };
};

const known = new Map<string, Templates>();

/** Only the templates, which all test files with the same settings share. */
export const synthesize = (synthesis: Synthesis = {}): Templates => {
  const key = JSON.stringify(synthesis);
  const { loop, alarms, identity } = known.get(key) ?? synthesizeAnew(synthesis);
  known.set(key, { loop, alarms, identity });
  return { loop, alarms, identity };
};
