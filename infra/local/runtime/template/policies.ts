/** The permissions of function roles: IAM statements of inline and attached policies. */
import { z } from 'zod';

import { TemplateFault } from '../template-fault.ts';
import type { StatementsOf } from './functions.ts';
import { ignored, readProperties } from './properties.ts';
import type { Stack, StackResource } from './stack.ts';
import type { Statement } from './statement.ts';

const OneOrMore = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? [value] : value));

/**
 * `NotAction`, `NotResource` and `Condition` are refused, because a partially evaluated policy is a
 * different policy.
 */
const PolicyDocument = z.strictObject({
  Version: z.literal('2012-10-17'),
  Statement: z.array(
    z.strictObject({
      Sid: ignored,
      Effect: z.enum(['Allow', 'Deny']),
      Action: OneOrMore,
      Resource: OneOrMore,
    }),
  ),
});

const Role = z.strictObject({
  RoleName: z.string().optional(),
  AssumeRolePolicyDocument: ignored,
  ManagedPolicyArns: z.array(z.string()).default([]),
  Policies: z.array(z.strictObject({ PolicyName: ignored, PolicyDocument })).default([]),
  Description: ignored,
  MaxSessionDuration: ignored,
  Path: ignored,
  Tags: ignored,
});

const Policy = z.strictObject({
  PolicyName: ignored,
  ManagedPolicyName: ignored,
  Description: ignored,
  Path: ignored,
  PolicyDocument,
  Roles: z.array(z.string()).default([]),
});

/** AWS managed policies that allow nothing that the embedded engines serve. */
const HARMLESS_MANAGED = [
  ':aws:policy/service-role/AWSLambdaBasicExecutionRole',
  ':aws:policy/AWSXRayDaemonWriteAccess',
  ':aws:policy/CloudWatchLambdaInsightsExecutionRolePolicy',
];

const statementsIn = (document: z.infer<typeof PolicyDocument>): readonly Statement[] =>
  document.Statement.map(({ Effect, Action, Resource }) => ({
    effect: Effect,
    actions: Action,
    resources: Resource,
  }));

interface AttachedPolicy {
  readonly arn: string | undefined;
  readonly roles: readonly string[];
  readonly statements: readonly Statement[];
}

const attachedOf = (resource: StackResource): AttachedPolicy => {
  const policy = readProperties(Policy, resource);
  const isManaged = resource.type === 'AWS::IAM::ManagedPolicy';
  return {
    arn: isManaged ? resource.attribute('PolicyArn') : undefined,
    roles: policy.Roles,
    statements: statementsIn(policy.PolicyDocument),
  };
};

const refuseUnknownManaged = (
  arns: readonly string[],
  attached: readonly AttachedPolicy[],
  at: string,
): void => {
  for (const arn of arns) {
    const isHarmless = HARMLESS_MANAGED.some((suffix) => arn.endsWith(suffix));
    if (isHarmless || attached.some((policy) => policy.arn === arn)) continue;
    throw new TemplateFault(`${at}.Properties.ManagedPolicyArns`, `has an unknown policy: ${arn}`);
  }
};

const statementsOfRole = (
  resource: StackResource,
  attached: readonly AttachedPolicy[],
): readonly Statement[] => {
  const role = readProperties(Role, resource);
  refuseUnknownManaged(role.ManagedPolicyArns, attached, resource.at);
  const reachesRole = ({ arn, roles }: AttachedPolicy) =>
    roles.includes(resource.name) || (arn !== undefined && role.ManagedPolicyArns.includes(arn));
  return [
    ...role.Policies.flatMap((policy) => statementsIn(policy.PolicyDocument)),
    ...attached.filter(reachesRole).flatMap(({ statements }) => statements),
  ];
};

/** Returns the statements by role ARN; throws `TemplateFault` for an unknown role. */
export const readStatements = (stack: Stack): StatementsOf => {
  const attached = stack.ofType('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy').map(attachedOf);
  const roles = stack.ofType('AWS::IAM::Role');
  return (roleArn) => {
    const role = roles.find((one) => one.attribute('Arn') === roleArn);
    if (!role) throw new TemplateFault(roleArn, 'is not a role of the stack');
    return statementsOfRole(role, attached);
  };
};
