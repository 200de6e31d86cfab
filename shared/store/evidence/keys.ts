import type { ItemKey } from '../keys.ts';

export const evidenceKey = (id: string): ItemKey => ({ pk: `EVIDENCE#${id}`, sk: 'EVIDENCE' });
