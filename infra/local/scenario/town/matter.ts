import { townDepartments } from './body.ts';
import type { TownDepartment } from './body.ts';
import { makeImplementingCode } from './code.ts';
import { matterKinds } from './table/matter.table.ts';
import type { MatterKind } from './table/matter.table.ts';

/** 事项 of one department: the same service has a different code in every area. */
export interface TownMatter extends Omit<MatterKind, 'department'> {
  /** 国家实施编码, 31 characters. */
  readonly code: string;
  readonly department: TownDepartment;
}

/** The services of all departments of the town. */
export const townMatters: readonly TownMatter[] = townDepartments.flatMap((department) =>
  matterKinds.flatMap((kind, index) => {
    if (kind.department !== department.kind) return [];
    const { type } = kind;
    const code = makeImplementingCode(department.creditCode, department.level, {
      type,
      serial: index + 1,
    });
    return [{ ...kind, code, department }];
  }),
);
