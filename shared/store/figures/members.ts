import { mapConcurrent } from '../../concurrency.ts';
import { mergedMember, tellsMore } from '../../domain/figures/member.ts';
import type { FigureMember } from '../../domain/figures/member.ts';
import type { ScopeKind } from '../../domain/figures/scope.ts';
import { retry } from '../../retry.ts';
import { readMany } from '../batch-read.ts';
import { getItem, putNext, wholePart } from '../items.ts';
import { readItem } from '../table.ts';
import type { Table } from '../table.ts';
import { memberKey, membersPk } from './keys.ts';
import { storedMember } from './schema.ts';
import type { MemberItem } from './schema.ts';

const tries = 10;
const width = 16;

const nameOf = (member: FigureMember): string => {
  const { pk, sk } = memberKey(member);
  return `${pk}\n${sk}`;
};

const write = async (
  table: Table,
  seen: FigureMember,
  before: MemberItem | undefined,
): Promise<void> => {
  const key = memberKey(seen);
  const exhausted = () => new Error(`${key.pk} has too many concurrent writers`);
  const mergeInto = async (known: MemberItem | undefined): Promise<'told' | undefined> => {
    const { kind } = seen;
    const { kind: _kind, ...next } = known ? mergedMember({ ...known, kind }, seen) : seen;
    if (known !== undefined && !tellsMore({ ...known, kind }, { ...next, kind })) return 'told';
    const version = (known?.version ?? 0) + 1;
    const saved = await putNext(table, { key, kind: storedMember }, { ...next, version });
    return saved === 'saved' ? 'told' : undefined;
  };
  await retry(
    async (attempt) => mergeInto(attempt === 0 ? before : await getItem(table, storedMember, key)),
    { tries, exhausted },
  );
};

/** Merging gives the same result in any order and with repeats, so no positions are tracked. */
export const meetMembers = async (table: Table, seen: readonly FigureMember[]): Promise<void> => {
  const distinct = [...Map.groupBy(seen, nameOf).values()].map((same) => same.reduce(mergedMember));
  const found = await readMany(table, distinct.map(memberKey), { consistent: true });
  await mapConcurrent(distinct, width, (member) =>
    write(table, member, readItem(storedMember, found(memberKey(member)))),
  );
};

export const membersOf = async (
  table: Table,
  kind: ScopeKind,
  areas: readonly string[],
): Promise<readonly FigureMember[]> => {
  const lists = await mapConcurrent(areas.toSorted(), width, (code) =>
    wholePart(table, storedMember, { pk: membersPk(kind, code) }),
  );
  return lists.flat().map(({ version: _version, ...member }) => ({ ...member, kind }));
};
