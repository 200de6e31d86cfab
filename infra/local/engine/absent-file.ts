/** Whether reading a file failed because there is none; every other fault is one. */
export const isAbsent = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
