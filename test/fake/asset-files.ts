import type { AssetFiles } from '../../shared/port/page/asset-files.ts';

export const fakeAssetFiles = (files: Readonly<Record<string, string>>): AssetFiles => {
  const known = new Map(Object.entries(files));
  return {
    names: [...known.keys()],
    read: async (name) => {
      const content = known.get(name);
      return content === undefined ? undefined : Buffer.from(content);
    },
  };
};
