/** The caller of an engine, by access key id, and what its role allows. */
import { accessKeyOf } from '../function-host/function-environment.ts';
import type { FunctionDefinition } from '../template/functions.ts';
import type { LocalPlace } from '../template/place.ts';
import type { Statement } from '../template/statement.ts';
import { evaluate } from './evaluate.ts';
import type { Decision } from './evaluate.ts';
import type { RequiredAction } from './required-actions.ts';

export interface CallerParts {
  readonly functions: readonly FunctionDefinition[];
  readonly place: LocalPlace;
}

export interface Caller {
  /** The ARN in error messages. */
  readonly arn: string;
  readonly statements: readonly Statement[];
}

/** Undefined for a key id that no function of the stack has. */
export const callersIn = ({
  functions,
  place,
}: CallerParts): ((accessKeyId: string) => Caller | undefined) => {
  const callers = new Map(
    functions.map((one) => {
      const arn = `arn:${place.partition}:sts::${place.account}:assumed-role/${one.id}/${one.name}`;
      return [accessKeyOf(one), { arn, statements: one.statements }] as const;
    }),
  );
  return (accessKeyId) => callers.get(accessKeyId);
};

const REASONS: Readonly<Record<Exclude<Decision, 'allowed'>, (action: string) => string>> = {
  'not allowed': (action) => `because no identity-based policy allows the ${action} action`,
  'explicitly denied': () => 'with an explicit deny in an identity-based policy',
};

/** Returns why the caller may not, in the wording of the services; undefined: it may. */
export const refusalOf = (
  { arn, statements }: Caller,
  required: RequiredAction,
): string | undefined => {
  const decision = evaluate(statements, required);
  if (decision === 'allowed') return undefined;
  const { action, resource } = required;
  return `User: ${arn} is not authorized to perform: ${action} on resource: ${resource} ${REASONS[decision](action)}`;
};
