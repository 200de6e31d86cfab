/** The kind of an item: the stream's filters and the sweeps distinguish items by it. */
export const kinds = [
  'case',
  'invitation',
  'rating',
  'ticket',
  'step',
  'evidence',
  'window',
  'pad',
  'pad_number',
  'press',
  'refused_rating',
  'enrolment',
  'entry',
  'integrator',
  'approval',
  'act',
  'replay',
  'notice_outbox',
  'delivery',
  'webhook',
  'sweep_cursor',
  'watch_result',
  'late_rung',
  'calendar_year',
  'calendar_content',
  'recount',
  'policy',
  'policy_in_force',
  'activation',
  'data_key',
  'figure',
  'figure_member',
  'figures_applied',
  'register',
  'register_entry',
  'audit_break',
  'audit_progress',
  'report_record',
  'report_case',
  'center_access',
  'center_health',
  'center_call',
  'difference',
  'reconciliation',
  'period',
  'period_document',
] as const;
export type Kind = (typeof kinds)[number];

/** Attributes that belong to the table, not to the stored object; `v` is the body's version. */
export const reservedNames = [
  'pk',
  'sk',
  'kind',
  'v',
  'listPk',
  'listSk',
  'duePk',
  'dueSk',
  'ttl',
] as const;
export type ReservedName = (typeof reservedNames)[number];

const reserved: ReadonlySet<string> = new Set(reservedNames);

export const isReservedName = (name: string): boolean => reserved.has(name);
