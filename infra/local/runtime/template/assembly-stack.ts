/** Reads the one stack of a cloud assembly: its template and the location of its assets. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { TemplateFault } from '../template-fault.ts';
import { IDENTITIES } from './resource-identity.table.ts';
import type { Json } from './shape.ts';

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      displayName: z.string().optional(),
      properties: z.object({ templateFile: z.string().optional() }).optional(),
    }),
  ),
});

const Section = z.record(z.string(), z.unknown()).default({});

const Resource = z.object({
  Type: z.string(),
  Properties: Section,
  Metadata: Section,
  Condition: z.string().optional(),
});

const Parameter = z.object({
  Type: z.string(),
  Default: z.union([z.string(), z.number()]).optional(),
  AllowedValues: z.array(z.string()).optional(),
  AllowedPattern: z.string().optional(),
});

const Template = z.object({
  Parameters: z.record(z.string(), Parameter).default({}),
  Mappings: z
    .record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())))
    .default({}),
  Conditions: Section,
  Resources: z.record(z.string(), Resource),
  Transform: z.never('needs CloudFormation itself').optional(),
});

export type Resource = z.infer<typeof Resource>;
export type Parameter = z.infer<typeof Parameter>;
type Template = z.infer<typeof Template>;

export interface AssemblyStack {
  readonly name: string;
  readonly template: Template;
  /** The base directory of asset paths. */
  readonly directory: string;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8')) as Json;

const parse = <T>(schema: z.ZodType<T>, path: string): T => {
  const parsed = schema.safeParse(readJson(path));
  if (parsed.success) return parsed.data;
  throw new TemplateFault(path, z.prettifyError(parsed.error));
};

/**
 * Whether any resource of the stack runs on one machine; a stack of alarms, for example, has none.
 */
const isRun = ({ template }: AssemblyStack): boolean =>
  Object.values(template.Resources).some(({ Type }) => IDENTITIES[Type]?.passedOver === undefined);

const stacksIn = (directory: string, path: string): readonly AssemblyStack[] =>
  Object.entries(parse(Manifest, path).artifacts)
    .filter(([, { type }]) => type === 'aws:cloudformation:stack')
    .map(([id, { displayName, properties }]) => {
      const file = properties?.templateFile ?? `${id}.template.json`;
      const template = parse(Template, join(directory, file));
      return { name: displayName ?? id, template, directory };
    });

/**
 * Returns the one stack with something to run. Throws `TemplateFault` when the assembly has none,
 * or more than one.
 */
export const readAssemblyStack = (directory: string): AssemblyStack => {
  const path = join(directory, 'manifest.json');
  const all = stacksIn(directory, path);
  const run = all.length === 1 ? all : all.filter(isRun);
  const [first, ...others] = run;
  if (first === undefined || others.length > 0) {
    throw new TemplateFault(
      path,
      `has ${run.length} stacks to run; the local runtime boots only one`,
    );
  }
  return first;
};
