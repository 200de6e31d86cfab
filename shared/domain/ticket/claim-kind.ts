/** 申诉不予采纳 · 无法整改 · 延期 */
export const claimKinds = ['invalid', 'hardship', 'extension'] as const;
export type ClaimKind = (typeof claimKinds)[number];
