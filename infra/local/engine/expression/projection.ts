/** `ProjectionExpression`: the parts of an item at the given paths, in the item's structure. */
import type { DocumentPath } from './document-path.ts';
import { parsePath } from './operand-parser.ts';
import type { RawPath } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';
import { attributeOf } from './value/attribute-value.ts';
import type { AttributeValue, Item } from './value/attribute-value.ts';

export const parseProjection = (reader: TokenReader): readonly RawPath[] => {
  const paths: RawPath[] = [];
  do paths.push(parsePath(reader));
  while (reader.skipSymbol(','));
  if (reader.peek().kind !== 'end') throw reader.syntaxError();
  return paths;
};

/** The parts to keep; `all` is everything below. */
type Selection = Map<string | number, Selection | 'all'>;

const selectPath = (selection: Selection, [step, ...rest]: DocumentPath): void => {
  if (step === undefined) return;
  const known = selection.get(step);
  if (rest.length === 0) {
    selection.set(step, 'all');
    return;
  }
  const deeper: Selection = known instanceof Map ? known : new Map();
  selection.set(step, deeper);
  selectPath(deeper, rest);
};

const selectPart = (
  value: AttributeValue,
  selection: Selection | 'all',
): AttributeValue | undefined => {
  if (selection === 'all') return value;
  if ('M' in value) {
    const members = selectedMembers(value.M, selection);
    return Object.keys(members).length === 0 ? undefined : { M: members };
  }
  if (!('L' in value)) return undefined;
  const elements = value.L.flatMap((element, at) => {
    const wanted = selection.get(at);
    const kept = wanted === undefined ? undefined : selectPart(element, wanted);
    return kept === undefined ? [] : [kept];
  });
  return elements.length === 0 ? undefined : { L: elements };
};

const selectedMembers = (item: Item, selection: Selection): Item => {
  const members: [string, AttributeValue][] = [];
  for (const [step, wanted] of selection) {
    const value = typeof step === 'string' ? attributeOf(item, step) : undefined;
    const kept = value === undefined ? undefined : selectPart(value, wanted);
    if (kept !== undefined) members.push([String(step), kept]);
  }
  return Object.fromEntries(members);
};

/** The selected elements of a list are returned without gaps, in the order of the list. */
export const projectItem = (item: Item, paths: readonly DocumentPath[]): Item => {
  const selection: Selection = new Map();
  for (const path of paths) selectPath(selection, path);
  return selectedMembers(item, selection);
};
