/** 清单变更: what a proposed list changes, so that the person who confirms it sees it. */
import { isSameValue } from '../text/canonical-json.ts';
import type { RegisterEntry } from './register.ts';

interface ChangedEntry {
  readonly before: RegisterEntry;
  readonly after: RegisterEntry;
}

export interface RegisterChange {
  readonly removed: readonly RegisterEntry[];
  readonly changed: readonly ChangedEntry[];
  readonly added: readonly RegisterEntry[];
  /** How many changes there are beside those listed. */
  readonly more: number;
}

const byCode = (entries: readonly RegisterEntry[]) =>
  new Map(entries.map((entry) => [entry.code, entry]));

/** Returns at most `most` changes between two lists by code, those that take something away first. */
export const changeOf = (
  before: readonly RegisterEntry[],
  after: readonly RegisterEntry[],
  most: number,
): RegisterChange => {
  const known = byCode(before);
  const next = byCode(after);
  const removed = before.filter(({ code }) => !next.has(code));
  const added = after.filter(({ code }) => !known.has(code));
  const changed = after.flatMap((entry) => {
    const old = known.get(entry.code);
    return old === undefined || isSameValue(old, entry) ? [] : [{ before: old, after: entry }];
  });
  const shownRemoved = removed.slice(0, most);
  const shownChanged = changed.slice(0, most - shownRemoved.length);
  const shownAdded = added.slice(0, most - shownRemoved.length - shownChanged.length);
  const shown = shownRemoved.length + shownChanged.length + shownAdded.length;
  return {
    removed: shownRemoved,
    changed: shownChanged,
    added: shownAdded,
    more: removed.length + changed.length + added.length - shown,
  };
};
