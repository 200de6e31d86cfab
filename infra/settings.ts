/**
 * The settings of a deployment by `--context` (`-c key=value`), validated before anything is built.
 */
import { z } from 'zod';

const Context = z.object({
  /**
   * The issuer of staff tokens: any OIDC issuer, or a Cognito user pool deployed with the system.
   */
  identity: z.enum(['oidc', 'cognito']).optional(),
  /** Fixes the region, e.g. `cn-north-1`; without it the template works in any region. */
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/u)
    .optional(),
  /** `x86_64` for regions without arm64. */
  architecture: z.enum(['arm64', 'x86_64']).default('arm64'),
  /** Origins, separated by commas, whose pages may call the API from a browser; default none. */
  corsOrigins: z
    .string()
    .default('')
    .transform((list) => list.split(',').filter((origin) => origin !== '')),
  /** Prefix of all names; unique per deployment in an account and region. */
  stackName: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,31}$/u)
    .default('HaochapingLoop'),
  /** A directory of existing bundles; without it the app builds them. */
  bundles: z.string().optional(),
});

type Chosen = z.infer<typeof Context>;

export interface Settings extends Chosen {
  readonly identity: 'cognito' | 'oidc';
}

/** What the CDK command line passes to the app; empty when the app runs without it. */
export interface CommandLine {
  readonly version?: string | undefined;
  /** The region of the current credentials. */
  readonly region?: string | undefined;
}

const inChina = (region: string | undefined): boolean => region?.startsWith('cn-') ?? false;

/**
 * Returns Cognito by default when the command line deploys outside China. A run without the command
 * line takes the issuer as a parameter, so that the local runtime needs no second stack.
 */
const identityOf = (chosen: Chosen, commandLine: CommandLine): Settings['identity'] => {
  const china = inChina(chosen.region ?? commandLine.region);
  if (chosen.identity === 'cognito' && china) {
    throw new Error(
      'identity=cognito: Cognito user pools do not exist in the China regions; ' +
        'use identity=oidc and give the parameters OidcIssuer and OidcAudience',
    );
  }
  return chosen.identity ?? (commandLine.version !== undefined && !china ? 'cognito' : 'oidc');
};

/** @throws Error naming each invalid context key. */
export const readSettings = (
  context: (key: string) => unknown,
  commandLine: CommandLine,
): Settings => {
  const given = Object.keys(Context.shape).map((key) => [key, context(key)] as const);
  const parsed = Context.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new Error(`context: ${z.prettifyError(parsed.error)}`);
  return { ...parsed.data, identity: identityOf(parsed.data, commandLine) };
};
