import * as z from 'zod/mini';

const filled = z.string().check(z.minLength(1));

const TableConfig = z.object({ TABLE_NAME: filled });
const KeyConfig = z.object({ ...TableConfig.shape, FIELD_KEY_ARN: filled });

/** The variables of each function; a test holds them against what the template sets. */
export const configs = {
  'case-receive': KeyConfig,
  'case-show': KeyConfig,
  'rating-invite': z.object({ ...KeyConfig.shape, PUBLIC_URL: z.url() }),
  'rating-present': KeyConfig,
  'rating-submit': KeyConfig,
  'rating-follow': KeyConfig,
  'rating-enter': z.object({ ...KeyConfig.shape, CLAIM_PREFIX: z.string() }),
  'rating-awaiting': z.object({ ...KeyConfig.shape, CLAIM_PREFIX: z.string() }),
  'rating-confirm': z.object({ ...KeyConfig.shape, CLAIM_PREFIX: z.string() }),
  'pad-register': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'pad-list': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'pad-revoke': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'pad-enrol': KeyConfig,
  'pad-current': KeyConfig,
  'pad-collect': KeyConfig,
  'pad-beat': KeyConfig,
  'pad-watch': TableConfig,
  'ticket-list': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'ticket-show': z.object({ ...KeyConfig.shape, CLAIM_PREFIX: z.string() }),
  'integrator-admit': z.object({ ...KeyConfig.shape, CLAIM_PREFIX: z.string() }),
  'integrator-list': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'integrator-revoke': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'escalation-announce': z.object({ NOTICE_QUEUE_URL: filled }),
  'escalation-deliver': TableConfig,
  'escalation-inbox': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'open-docs': z.object({}),
} as const;

export type FunctionName = keyof typeof configs;
export type ConfigOf<Name extends FunctionName> = z.infer<(typeof configs)[Name]>;

/**
 * The one place that reads the environment. A missing variable stops the function at its start with
 * the variable's name, instead of failing somewhere in the middle of a resident's rating.
 */
export const configOf = <Name extends FunctionName>(name: Name): ConfigOf<Name> => {
  const read = configs[name].safeParse(process.env);
  if (read.success) return read.data as ConfigOf<Name>;
  const missing = read.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new Error(`${name}: environment variables missing or empty: ${missing}`);
};
