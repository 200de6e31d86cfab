/** The environment of one instance: the template's variables and those that Lambda itself sets. */
import type { FunctionDefinition } from '../template/functions.ts';
import type { LocalPlace } from '../template/place.ts';

/**
 * The engine endpoint identifies callers by their access key id; that of a function is its name.
 */
export const accessKeyOf = (definition: FunctionDefinition): string =>
  `function.${definition.name}`;

/** The secret key of every caller: the endpoint is reachable on this machine only. */
export const LOCAL_SECRET = 'local';

export const functionEnvironment = (
  definition: FunctionDefinition,
  place: LocalPlace,
): Record<string, string> => ({
  ...definition.environment,
  AWS_ACCESS_KEY_ID: accessKeyOf(definition),
  AWS_DEFAULT_REGION: place.region,
  AWS_ENDPOINT_URL: place.engineUrl,
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMb),
  AWS_LAMBDA_FUNCTION_NAME: definition.name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${definition.name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: 'local',
  AWS_REGION: place.region,
  AWS_SECRET_ACCESS_KEY: LOCAL_SECRET,
  AWS_SESSION_TOKEN: 'local',
  LAMBDA_TASK_ROOT: definition.codeDirectory,
  LANG: 'en_US.UTF-8',
  TZ: ':UTC',
  _HANDLER: definition.handler,
});
