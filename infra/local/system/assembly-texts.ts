/** The files of an assembly other than the code, and the code assets that they name. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

export const TEMPLATE = '.template.json';
export const ASSETS = '.assets.json';

/** By file name. */
export type Texts = ReadonlyMap<string, string>;

const LambdaFunction = z.object({
  Properties: z.object({ Description: z.string() }),
  Metadata: z.object({ 'aws:asset:path': z.string() }),
});

const Template = z.object({ Resources: z.record(z.string(), z.looseObject({ Type: z.string() })) });

export const textsIn = (directory: string): Texts =>
  new Map(
    readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(directory, name), 'utf8')]),
  );

/** The name of the code asset, and the directory name of the bundle it was made from. */
const codeOf = (resource: object): readonly [string, string] | undefined => {
  const { success, data } = LambdaFunction.safeParse(resource);
  if (!success) return undefined;
  const [, name] = /^asset\.([0-9a-f]{64})$/u.exec(data.Metadata['aws:asset:path']) ?? [];
  const [, stage, verb] =
    /^functions\/([^/]+)\/([^/]+)\.main\.ts$/u.exec(data.Properties.Description) ?? [];
  return name === undefined || verb === undefined ? undefined : [name, `${stage}-${verb}`];
};

/** By asset name, for all functions of all stacks; undefined when one is unclear or none exist. */
export const codesIn = (texts: Texts): ReadonlyMap<string, string> | undefined => {
  const functions = [...texts]
    .filter(([file]) => file.endsWith(TEMPLATE))
    .flatMap(([, text]) => Object.values(Template.parse(JSON.parse(text)).Resources))
    .filter(({ Type }) => Type === 'AWS::Lambda::Function');
  const codes = functions.map(codeOf).filter((code) => code !== undefined);
  const byName = new Map(codes);
  return functions.length > 0 && byName.size === functions.length ? byName : undefined;
};
