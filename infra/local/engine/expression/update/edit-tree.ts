/**
 * Edits of an item at several paths, none within another. All are applied together, so list indexes
 * refer to the list before the update, as in the service.
 */
import type { DocumentPath } from '../document-path.ts';
import { makeValidationError } from '../refusal.ts';
import { attributeOf } from '../value/attribute-value.ts';
import type { AttributeValue, Item } from '../value/attribute-value.ts';

/** `undefined` removes the value. */
type Edit = { readonly put: AttributeValue | undefined } | { readonly within: EditTree };

export type EditTree = Map<string | number, Edit>;

export const putEdit = (
  tree: EditTree,
  [step, ...rest]: DocumentPath,
  put: AttributeValue | undefined,
): void => {
  if (step === undefined) return;
  if (rest.length === 0) {
    tree.set(step, { put });
    return;
  }
  const existing = tree.get(step);
  const within: EditTree = existing && 'within' in existing ? existing.within : new Map();
  tree.set(step, { within });
  putEdit(within, rest, put);
};

const applyEdit = (value: AttributeValue | undefined, edit: Edit): AttributeValue | undefined => {
  if ('put' in edit) return edit.put;
  const wantsList = [...edit.within.keys()].every((step) => typeof step === 'number');
  if (value !== undefined && wantsList && 'L' in value) return editedList(value.L, edit.within);
  if (value !== undefined && !wantsList && 'M' in value) {
    return { M: applyEdits(value.M, edit.within) };
  }
  throw makeValidationError(
    'The document path provided in the update expression is invalid for update',
  );
};

const editedList = (list: readonly AttributeValue[], edits: EditTree): AttributeValue => {
  const kept = list.map((element, at) => {
    const edit = edits.get(at);
    return edit === undefined ? element : applyEdit(element, edit);
  });
  const beyond = [...edits]
    .filter(([step]) => Number(step) >= list.length)
    .toSorted(([one], [other]) => Number(one) - Number(other))
    .map(([, edit]) => applyEdit(undefined, edit));
  return { L: [...kept, ...beyond].filter((element) => element !== undefined) };
};

/** Returns an edited copy of the item. Throws when a path leads through a missing value. */
export const applyEdits = (item: Item, edits: EditTree): Item => {
  const members = new Map(Object.entries(item));
  for (const [step, edit] of edits) {
    const name = String(step);
    const value = applyEdit(attributeOf(item, name), edit);
    if (value === undefined) members.delete(name);
    else members.set(name, value);
  }
  return Object.fromEntries(members);
};
