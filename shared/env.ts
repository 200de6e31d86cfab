import * as z from 'zod/mini';

export const filled = z.string().check(z.minLength(1));

/** The DynamoDB table. */
export const TableEnv = z.object({ TABLE_NAME: filled });

/** The table, and the KMS key that protects personal data. */
export const KeyEnv = z.object({ ...TableEnv.shape, FIELD_KEY_ARN: filled });

/** The prefix of the staff claims in their tokens. */
export const claims = { CLAIM_PREFIX: z.string() } as const;

export const StaffEnv = z.object({ ...TableEnv.shape, ...claims });
export const StaffKeyEnv = z.object({ ...KeyEnv.shape, ...claims });

/** The sources that may frame a rendered page. */
export const pageFrame = { EMBEDDERS: filled } as const;

/** Who is named as responsible for personal data (empty where the deployment does not say), and called. */
export const operatorEnv = { OPERATOR_NAME: z.string(), OPERATOR_PHONE: filled } as const;

/** The URL of the provincial center; empty while the city reports to nobody. */
export const center = { CENTER_URL: z.string() } as const;

/** Which system delivers the messages to residents; `off` while they get none. */
export const messages = { MESSAGE_CHANNEL: z.enum(['off', 'gateway', 'province']) } as const;

export type Env<Schema extends z.ZodMiniType> = z.infer<Schema>;

type Schemas = Readonly<Record<string, z.ZodMiniObject>>;

/**
 * Reads the variables of one function of a stage. A missing variable stops the function at its
 * start and is named in the error, instead of failing in the middle of a resident's rating.
 */
export const envReader =
  <S extends Schemas>(
    stage: string,
    schemas: S,
    variables: Readonly<Record<string, string | undefined>>,
  ) =>
  <Name extends keyof S & string>(name: Name): z.infer<S[Name]> => {
    const read = schemas[name]?.safeParse(variables);
    if (read?.success === true) return read.data as z.infer<S[Name]>;
    const missing = read?.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new Error(`${stage}-${name}: environment variables missing or empty: ${missing}`);
  };
