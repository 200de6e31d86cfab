/** Refuses what the caller's policy does not allow, in the wording of the service. */
import type { WireCall } from '../../engine/endpoint.ts';
import type { KeyDefinition } from '../../engine/kms/key-names.ts';
import { ServiceError } from '../../engine/wire.ts';
import { LOCAL_SECRET } from '../function-host/function-environment.ts';
import { callersIn, refusalOf } from './caller.ts';
import type { CallerParts } from './caller.ts';
import { requiredActions } from './required-actions.ts';

/** Loads and inspects the local system (town, tests, people); may do everything. */
export const OPERATOR = { accessKeyId: 'operator', secretAccessKey: LOCAL_SECRET } as const;

export interface GuardParts extends CallerParts {
  readonly keys: readonly KeyDefinition[];
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

/**
 * Returns the endpoint's `authorize`: throws `ServiceError` unless the caller may make the call.
 */
export const createGuard = (parts: GuardParts): ((call: WireCall) => void) => {
  const callerOf = callersIn(parts);
  const around = { place: parts.place, keyArns: keyArnsByName(parts) };
  return (call) => {
    const { accessKeyId } = call.caller;
    if (accessKeyId === OPERATOR.accessKeyId) return;
    const caller = callerOf(accessKeyId);
    if (!caller) {
      throw new ServiceError(
        'UnrecognizedClientException',
        'The security token included in the request is invalid.',
      );
    }
    for (const required of requiredActions(call, around)) {
      const message = refusalOf(caller, required);
      if (message !== undefined) throw new ServiceError('AccessDeniedException', message);
    }
  };
};
