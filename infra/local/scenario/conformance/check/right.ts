import type { Check } from './check.ts';
import { reportCase } from './events.ts';

export const rightChecks: readonly Check[] = [
  {
    id: 'right.center',
    zh: '省中心回调须有 center 权限，其他密钥一律拒绝',
    en: 'callbacks of the center need their own right, and another key is refused',
    run: async (scene) => {
      const { projectNo } = await reportCase(scene);
      const body = { targetId: projectNo };
      const callback = { at: { operation: 'evaluation.sync' }, body };
      await scene.expectRefusal('callBack', callback, '403 not_permitted');
    },
  },
];
