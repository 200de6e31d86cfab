import * as z from 'zod/mini';

const filled = z.string().check(z.minLength(1));

const TableConfig = z.object({ TABLE_NAME: filled });
const KeyConfig = z.object({ ...TableConfig.shape, FIELD_KEY_ARN: filled });
const EvidenceConfig = z.object({
  ...KeyConfig.shape,
  EVIDENCE_BUCKET: filled,
  CLAIM_PREFIX: z.string(),
});
const RecountConfig = z.object({ ...TableConfig.shape, RECOUNT_QUEUE_URL: filled });
const EscalationConfig = z.object({ ...TableConfig.shape, ESCALATION_QUEUE_URL: filled });
/** `on` only where notices may go to plain http on this very machine, to try things out. */
const HookConfig = z.object({ ...KeyConfig.shape, LOOPBACK_HOOKS: z.enum(['on', 'off']) });

/** Where the provincial center is; empty while the city reports to nobody. */
const CenterConfig = z.object({ ...KeyConfig.shape, CENTER_URL: z.string() });

/** The variables of each function; a test holds them against what the template sets. */
export const configs = {
  'case-receive': KeyConfig,
  'case-show': KeyConfig,
  'case-import': KeyConfig,
  'rating-invite': z.object({ ...KeyConfig.shape, PUBLIC_URL: z.url() }),
  'rating-present': KeyConfig,
  'rating-submit': KeyConfig,
  'rating-follow': KeyConfig,
  'rating-append': KeyConfig,
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
  'ticket-act': EvidenceConfig,
  'evidence-offer': EvidenceConfig,
  'evidence-show': EvidenceConfig,
  'integrator-admit': z.object({ ...KeyConfig.shape, CLAIM_PREFIX: z.string() }),
  'integrator-list': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'integrator-revoke': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'aggregate-project': TableConfig,
  'aggregate-figures': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'aggregate-recount': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'open-scores': TableConfig,
  'report-period': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'report-build': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'report-submit': z.object({ ...CenterConfig.shape, CLAIM_PREFIX: z.string() }),
  'report-reconcile': z.object({ ...CenterConfig.shape, CLAIM_PREFIX: z.string() }),
  'report-difference': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'report-daily': CenterConfig,
  'report-callback': KeyConfig,
  'report-send': z.object({ ...KeyConfig.shape, CENTER_URL: z.string() }),
  'report-resume': z.object({ ...TableConfig.shape, REPORT_QUEUE_URL: filled }),
  'report-outbox': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'report-resend': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'report-access': z.object({
    ...KeyConfig.shape,
    CENTER_URL: z.string(),
    CLAIM_PREFIX: z.string(),
  }),
  'deadline-sweep': z.object({ ...EscalationConfig.shape, NOTICE_QUEUE_URL: filled }),
  'deadline-watch': EscalationConfig,
  'deadline-missed': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'escalation-raise': TableConfig,
  'change-relay': z.object({
    NOTICE_QUEUE_URL: filled,
    REPORT_QUEUE_URL: filled,
    CENTER_URL: z.string(),
  }),
  'escalation-deliver': HookConfig,
  'escalation-inbox': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'escalation-read': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'webhook-admit': z.object({ ...HookConfig.shape, CLAIM_PREFIX: z.string() }),
  'webhook-list': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'webhook-remove': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'webhook-redeliver': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'calendar-show': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'calendar-load': z.object({ ...RecountConfig.shape, CLAIM_PREFIX: z.string() }),
  'calendar-resume': RecountConfig,
  'calendar-recount': TableConfig,
  'policy-list': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'policy-show': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'policy-propose': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'policy-dry-run': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'policy-activate': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'oversight-cases': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'oversight-pads': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'oversight-register': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'oversight-coverage': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
  'open-docs': z.object({}),
  'open-method': TableConfig,
  'report-bulletin': z.object({ ...TableConfig.shape, CLAIM_PREFIX: z.string() }),
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
