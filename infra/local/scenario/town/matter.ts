import { townDepartments } from './body.ts';
import type { TownDepartment } from './body.ts';
import { implementingCode } from './code.ts';
import { matterKinds } from './table/matter.table.ts';
import type { MatterKind } from './table/matter.table.ts';

/** 事项 as one department offers it: the same service has its own code in every area. */
export interface TownMatter extends Omit<MatterKind, 'department'> {
  /** 国家实施编码, 31 characters. */
  readonly code: string;
  readonly department: TownDepartment;
}

/** Everything the departments of the town offer. */
export const townMatters: readonly TownMatter[] = townDepartments.flatMap((department) =>
  matterKinds.flatMap((kind, index) => {
    if (kind.department !== department.kind) return [];
    const { type } = kind;
    const code = implementingCode(department.creditCode, department.level, {
      type,
      serial: index + 1,
    });
    return [{ ...kind, code, department }];
  }),
);
