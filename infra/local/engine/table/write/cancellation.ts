import { ServiceError } from '../../wire.ts';

/** Why each action was not carried out; `None` for those without an error. */
export interface CancellationReason {
  readonly Code: string;
  readonly Message?: string;
  readonly Item?: unknown;
}

export const NONE: CancellationReason = { Code: 'None' };

export const makeTransactionCanceled = (reasons: readonly CancellationReason[]): ServiceError => {
  const codes = reasons.map(({ Code }) => Code).join(', ');
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  return new ServiceError('TransactionCanceledException', message, {
    members: { Message: message, CancellationReasons: reasons },
  });
};
