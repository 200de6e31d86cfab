/**
 * The allowed places of a file: one folder per stage in every layer, with a limited number of
 * files.
 */
import type { Source } from './source.ts';

/** Every stage, in the order of the flow; each layer has only the folders that it needs. */
export const stages: readonly string[] = [
  'case',
  'rating',
  'pad',
  'ticket',
  'evidence',
  'escalation',
  'notice',
  'message',
  'calendar',
  'policy',
  'figures',
  'exchange',
  'reconciliation',
  'period',
  'bulletin',
  'oversight',
  'access',
  'public',
  'docs',
  'page',
];

/** Folders that belong to no stage, by layer. */
const ground: Readonly<Record<string, readonly string[]>> = {
  functions: [],
  events: [],
  'shared/domain': ['time', 'number', 'area', 'text'],
  'shared/port': [],
  'shared/store': [],
  'shared/http': ['problem'],
};

const productFolders = ['functions/', 'events/', 'shared/', 'infra/', 'web/'];

const isProduct = (path: string): boolean =>
  productFolders.some((folder) => path.startsWith(folder));

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

const mostFiles = 20;

/** Folders of product code with too many files. */
export const fullFolders = (sources: readonly Source[]): readonly string[] => {
  const paths = sources.map(({ path }) => path).filter(isProduct);
  return [...Map.groupBy(paths, folderOf)]
    .filter(([, files]) => files.length > mostFiles)
    .map(([folder, files]) => `${folder}: ${files.length} files`);
};

/** Folders of a layer whose name is not a stage. */
export const strangeFolders = (sources: readonly Source[]): readonly string[] =>
  Object.entries(ground).flatMap(([layer, more]) => {
    const inside = sources.map(({ path }) => path).filter((path) => path.startsWith(`${layer}/`));
    const folders = inside
      .map((path) => path.slice(layer.length + 1).split('/'))
      .flatMap(([first = '', ...rest]) => (rest.length > 0 ? [first] : []));
    return [...new Set(folders)]
      .filter((folder) => !stages.includes(folder) && !more.includes(folder))
      .map((folder) => `${layer}/${folder}`);
  });

/** Rows of the contract that are outside the folder of the stage whose function they lead to. */
export const strayRows = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap(({ path, text }) => {
    const [, stage] = /^events\/(\w+)\/(?:[\w-]+-)?contract\.table\.ts$/.exec(path) ?? [];
    if (stage === undefined) return [];
    return [...text.matchAll(/^\s*to: '([^'/]+)\/[^']*'/gm)]
      .filter(([, to]) => to !== stage)
      .map(([, to]) => `${path}: a row of ${to}`);
  });

/** The layers of the local runtime, from the lowest: each imports only from earlier ones. */
const localFloors: readonly string[] = [
  'engine',
  'runtime',
  'system',
  'client',
  'scenario',
  'start',
];

const localFloorOf = (path: string): number => {
  const [, floor] = /^infra\/local\/([^/]+)\//.exec(path) ?? [];
  return floor === undefined ? -1 : localFloors.indexOf(floor);
};

/** Whether an import within the local runtime refers to a higher layer. */
export const leadsUp = (path: string, target: string): boolean => {
  const [from, to] = [localFloorOf(path), localFloorOf(target)];
  return from !== -1 && to > from;
};
