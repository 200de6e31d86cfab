/** Reads resolved properties: everything that a schema does not name is refused, with its path. */
import { z } from 'zod';

import { TemplateFault } from '../template-fault.ts';
import type { StackResource } from './stack.ts';

/** A property without effect on one machine; the schema says which. */
export const ignored = z.unknown().optional();

/** CloudFormation accepts numbers and booleans as strings as well, e.g. from a parameter. */
export const cfnNumber = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+$/u)
    .transform(Number),
]);
export const cfnBoolean = z.union([z.boolean(), z.stringbool()]);

const describeIssue = (
  issue: z.core.$ZodIssue,
): { path: readonly PropertyKey[]; message: string } =>
  issue.code === 'unrecognized_keys'
    ? {
        path: [...issue.path, issue.keys.join(',')],
        message: 'is not supported by the local runtime',
      }
    : { path: issue.path, message: issue.message };

/** Throws `TemplateFault` with the logical id and the property. */
export const readProperties = <T>(schema: z.ZodType<T>, resource: StackResource): T => {
  const parsed = schema.safeParse(resource.properties);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const { path, message } = issue ? describeIssue(issue) : { path: [], message: 'is invalid' };
  throw new TemplateFault([resource.at, 'Properties', ...path.map(String)].join('.'), message);
};
