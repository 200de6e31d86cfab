/** Refuses what the caller's policy does not grant, in the words of the service. */
import type { WireCall } from '../../engine/http.ts';
import type { KeyDefinition } from '../../engine/kms/key-names.ts';
import { ServiceError } from '../../engine/wire.ts';
import { accessKeyOf } from '../function-host/function-environment.ts';
import type { FunctionDefinition } from '../template/functions.ts';
import type { LocalPlace } from '../template/place.ts';
import { evaluate } from './evaluate.ts';
import type { Decision } from './evaluate.ts';
import { requiredActions } from './required-actions.ts';
import type { RequiredAction } from './required-actions.ts';

/** Who fills and inspects the local system (seed, tests, people); may do everything. */
export const OPERATOR = { accessKeyId: 'operator', secretAccessKey: 'local' } as const;

export interface GuardParts {
  readonly functions: readonly FunctionDefinition[];
  readonly keys: readonly KeyDefinition[];
  readonly place: LocalPlace;
}

const keyArnsByName = ({ keys, place }: GuardParts): ReadonlyMap<string, string> => {
  const prefix = `arn:${place.partition}:kms:${place.region}:${place.account}:`;
  return new Map(
    keys.flatMap(({ id, arn, aliases }) =>
      [id, arn, ...aliases, ...aliases.map((alias) => prefix + alias)].map(
        (name) => [name, arn] as const,
      ),
    ),
  );
};

const REASONS: Readonly<Record<Exclude<Decision, 'allowed'>, (action: string) => string>> = {
  'not allowed': (action) => `because no identity-based policy allows the ${action} action`,
  'explicitly denied': () => 'with an explicit deny in an identity-based policy',
};

const refusal = (
  caller: string,
  { action, resource }: RequiredAction,
  decision: Exclude<Decision, 'allowed'>,
): ServiceError =>
  new ServiceError(
    'AccessDeniedException',
    `User: ${caller} is not authorized to perform: ${action} on resource: ${resource} ${REASONS[decision](action)}`,
  );

/** The door's `authorize`: throws `ServiceError` unless the caller may make the call. */
export const createGuard = (parts: GuardParts): ((call: WireCall) => void) => {
  const { functions, place } = parts;
  const callers = new Map(functions.map((one) => [accessKeyOf(one), one]));
  const around = { place, keyArns: keyArnsByName(parts) };
  return (call) => {
    const { accessKeyId } = call.caller;
    if (accessKeyId === OPERATOR.accessKeyId) return;
    const caller = callers.get(accessKeyId);
    if (!caller) {
      throw new ServiceError(
        'UnrecognizedClientException',
        'The security token included in the request is invalid.',
      );
    }
    const user = `arn:${place.partition}:sts::${place.account}:assumed-role/${caller.id}/${caller.name}`;
    for (const required of requiredActions(call, around)) {
      const decision = evaluate(caller.statements, required);
      if (decision !== 'allowed') throw refusal(user, required, decision);
    }
  };
};
