/** Reads the one stack of a cloud assembly: its template and where its assets lie. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { TemplateFault } from '../template-fault.ts';
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
export type Template = z.infer<typeof Template>;

export interface AssemblyStack {
  readonly name: string;
  readonly template: Template;
  /** The directory that asset paths start from. */
  readonly directory: string;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8')) as Json;

const parse = <T>(schema: z.ZodType<T>, path: string): T => {
  const parsed = schema.safeParse(readJson(path));
  if (parsed.success) return parsed.data;
  throw new TemplateFault(path, z.prettifyError(parsed.error));
};

/** Throws `TemplateFault` when the assembly holds no stack, or more than the one this runtime boots. */
export const readAssemblyStack = (directory: string): AssemblyStack => {
  const path = join(directory, 'manifest.json');
  const { artifacts } = parse(Manifest, path);
  const stacks = Object.entries(artifacts).filter(
    ([, { type }]) => type === 'aws:cloudformation:stack',
  );
  const [first, ...others] = stacks;
  if (first === undefined || others.length > 0) {
    throw new TemplateFault(path, `holds ${stacks.length} stacks; the local runtime boots one`);
  }
  const [id, { displayName, properties }] = first;
  const file = properties?.templateFile ?? `${id}.template.json`;
  return { name: displayName ?? id, template: parse(Template, join(directory, file)), directory };
};
