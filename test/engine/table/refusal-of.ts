import type { EmbeddedTableEngine } from '../../../infra/local/engine/table/table-engine.ts';
import { ServiceError } from '../../../infra/local/engine/wire.ts';

/** What a call is refused with, as `Code: message`, past the SDK's own checks; or what it answers. */
export const refusalOf = async (
  engine: EmbeddedTableEngine,
  operation: string,
  input: object,
): Promise<unknown> => {
  try {
    return await engine.handle(operation, { ...input });
  } catch (fault) {
    if (fault instanceof ServiceError) return `${fault.code}: ${fault.message}`;
    throw fault;
  }
};
