import type { EmbeddedTableEngine } from '../../../infra/local/engine/table/table-engine.ts';
import { ServiceError } from '../../../infra/local/engine/wire.ts';

/** The error of a call as `Code: message`, without the checks of the SDK; or its response. */
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
