import * as z from 'zod/mini';

import { described, text } from '../primitive.ts';
import { CaseHeaderFacts } from './event.ts';

/** 更正办件: the whole header as it should be, and why. */
export const CaseCorrectionRequest = z.strictObject({
  header: CaseHeaderFacts,
  reason: described(text(300), '更正原因: why the header is corrected', {
    example: '导入文件编码有误，名称成为乱码',
  }),
});
