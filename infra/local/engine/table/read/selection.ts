/** The attributes that a Query or Scan returns: `Select`, `ProjectionExpression`, the index. */
import type { DocumentPath } from '../../expression/document-path.ts';
import { projectItem } from '../../expression/projection.ts';
import { makeValidationError, invalidValue } from '../../expression/refusal.ts';
import type { Item } from '../../expression/value/attribute-value.ts';
import type { Parameters } from '../definition/parameters.ts';
import type { Index } from '../definition/table-shape.ts';

const SELECTS = [
  'SPECIFIC_ATTRIBUTES',
  'COUNT',
  'ALL_ATTRIBUTES',
  'ALL_PROJECTED_ATTRIBUTES',
] as const;

export interface Selection {
  /** Only `Count` is requested. */
  readonly countOnly: boolean;
  readonly show: (image: Item) => Item;
}

const checkIndex = (select: string | undefined, index: Index | undefined): void => {
  if (select === 'ALL_PROJECTED_ATTRIBUTES' && index === undefined) {
    throw invalidValue(
      'ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName',
    );
  }
  if (select !== 'ALL_ATTRIBUTES' || index?.shown === undefined) return;
  throw invalidValue(
    'Select type ALL_ATTRIBUTES is not supported for global secondary index ' +
      `${index.definition.name} because its projection type is not ALL`,
  );
};

const checkPaths = (
  paths: readonly DocumentPath[] | undefined,
  select: string | undefined,
  index: Index | undefined,
): void => {
  if (paths === undefined) {
    if (select !== 'SPECIFIC_ATTRIBUTES') return;
    throw makeValidationError(
      'Must specify the AttributesToGet or ProjectionExpression when choosing to get ' +
        'SPECIFIC_ATTRIBUTES',
    );
  }
  if (select !== undefined && select !== 'SPECIFIC_ATTRIBUTES') {
    throw makeValidationError(
      `Cannot specify the ProjectionExpression when choosing to get ${select}`,
    );
  }
  const shown = index?.shown;
  if (shown === undefined) return;
  const hidden = paths.map(([head]) => String(head)).filter((name) => !shown.has(name));
  if (hidden.length === 0) return;
  throw invalidValue(
    `Global secondary index ${index?.definition.name} does not project [${hidden.join(', ')}]`,
  );
};

export const selectionOf = (
  parameters: Parameters,
  paths: readonly DocumentPath[] | undefined,
  index: Index | undefined,
): Selection => {
  const select = parameters.choice('Select', SELECTS);
  checkIndex(select, index);
  checkPaths(paths, select, index);
  return {
    countOnly: select === 'COUNT',
    show: paths === undefined ? (image) => image : (image) => projectItem(image, paths),
  };
};
