import { entries, routeRoles } from './entry-rules.ts';
import { leadsUp } from './rooms.ts';
import type { Rule } from './rule.ts';
import { codeOf, handsOn, importsOf, targetOf } from './source.ts';
import { bannedWordsIn } from './words.ts';

const inside = (...folders: readonly string[]) => {
  const starts = folders.map((folder) => `${folder}/`);
  return (path: string): boolean => starts.some((start) => path.startsWith(start));
};

/** Packages and files that a file under `folder` may import; all others are violations. */
const importsOnly = (
  folder: string,
  allowed: (target: string) => boolean,
  instead: string,
): Rule => ({
  name: `${folder} imports only what it may`,
  instead,
  breaches: (source) =>
    inside(folder)(source.path)
      ? importsOf(source)
          .map((one) => targetOf(source.path, one))
          .filter((target) => !allowed(target))
      : [],
});

const isZod = (target: string): boolean => target === 'zod' || target.startsWith('zod/');
const isNode = (target: string): boolean => target.startsWith('node:');

/** A package by its name: neither a file of the project nor a module of Node. */
const isPackage = (target: string): boolean =>
  !isNode(target) &&
  !/^(?:infra|functions|shared|events|test|web)\//.test(target) &&
  target !== 'package.json';

const adapters = inside('shared/store', 'shared/http', 'shared/queue');

const layers: readonly Rule[] = [
  importsOnly(
    'shared/domain',
    (target) => inside('shared/domain')(target) || isZod(target),
    'The core decides and knows nothing else: pass in what it needs as an argument, or define the type in shared/domain.',
  ),
  importsOnly(
    'shared/port',
    inside('shared/domain', 'shared/port'),
    'A port is types, errors and promises in domain terms: move what it needs into shared/domain, or the implementation into shared/store.',
  ),
  importsOnly(
    'events',
    (target) => inside('shared/domain', 'events')(target) || isZod(target),
    'A schema is read by every caller: define words and checks in shared/domain; whatever needs a store or HTTP belongs into functions.',
  ),
  importsOnly(
    'shared',
    (target) => !inside('functions', 'infra', 'test', 'web')(target),
    'Imports go functions → shared: move the shared part down, or pass it in.',
  ),
  importsOnly(
    'shared/store',
    (target) => !inside('shared/http', 'shared/queue', 'events')(target),
    'Stores, HTTP and queues are neighbours that do not know each other: meet in shared/port or shared/domain.',
  ),
  importsOnly(
    'shared/http',
    (target) => !inside('shared/store', 'shared/queue')(target),
    'Stores, HTTP and queues are neighbours that do not know each other: take a port.',
  ),
  importsOnly(
    'shared/queue',
    (target) => !inside('shared/store', 'shared/http')(target),
    'Stores, HTTP and queues are neighbours that do not know each other: take a port.',
  ),
  importsOnly(
    'functions',
    (target) => !inside('infra', 'test', 'web')(target),
    'A function runs without its template: pass configuration through functions/<stage>/env.ts.',
  ),
  importsOnly(
    'web',
    (target) => inside('web', 'events', 'shared/page')(target) || isPackage(target),
    'Pages know the API by its events only, and share pure templates with functions in shared/page.',
  ),
  importsOnly(
    'shared/page',
    inside('shared/page', 'shared/domain', 'events'),
    'A template is a pure function that a function and a browser can call: pass in what it needs.',
  ),
];

const cloudPackage = /^(?:@aws-sdk\/|@smithy\/|@aws-lambda-powertools\/|@middy\/)/;

const mayMeetTheCloud = (path: string): boolean =>
  adapters(path) || path === 'shared/telemetry.ts' || path.endsWith('.main.ts');

const cloud: Rule = {
  name: 'AWS, Powertools and middy stay in the adapters',
  instead:
    'Import the AWS SDK, Powertools and middy in shared/store, shared/http, shared/queue, shared/telemetry.ts or a *.main.ts, and take a port where you are.',
  breaches: (source) =>
    inside('functions', 'shared', 'events')(source.path) && !mayMeetTheCloud(source.path)
      ? importsOf(source)
          .map(({ from }) => from)
          .filter((from) => cloudPackage.test(from))
      : [],
};

const spreadsheets: Rule = {
  name: 'one file knows the library of spreadsheets',
  instead: 'Import from shared/spreadsheet.ts, and let it do what you miss.',
  breaches: (source) =>
    inside('functions', 'shared', 'events', 'infra')(source.path) &&
    source.path !== 'shared/spreadsheet.ts'
      ? importsOf(source)
          .map(({ from }) => from)
          .filter((from) => /^hucre(?:\/|$)/.test(from))
      : [],
};

/** A type of an event that Lambda passes is not a dependency; a value would be one. */
const lambdaTypes: Rule = {
  name: 'aws-lambda is a package of types',
  instead: 'Write `import type … from "aws-lambda"`.',
  breaches: (source) =>
    importsOf(source)
      .filter(({ from, typeOnly }) => from === 'aws-lambda' && !typeOnly)
      .map(({ from }) => from),
};

const wiring = /\/(?:[\w-]+-)?deps\.ts$/;

const realStores: Rule = {
  name: 'handlers take ports',
  instead:
    'Take the port as a member of `deps`; only *.main.ts and deps.ts choose the store behind it (shared/store/change.ts reads stream images and is no store).',
  breaches: (source) =>
    inside('functions')(source.path) &&
    !source.path.endsWith('.main.ts') &&
    !wiring.test(source.path)
      ? importsOf(source)
          .filter(({ typeOnly }) => !typeOnly)
          .map((one) => targetOf(source.path, one))
          .filter(inside('shared/store'))
          .filter((target) => target !== 'shared/store/change.ts')
      : [],
};

const stageEnv = /^functions\/[a-z]+\/env\.ts$/;

const environment: Rule = {
  name: 'one place of a stage reads the environment',
  instead:
    'Add the variable to the schema of the function in functions/<stage>/env.ts and pass it in.',
  breaches: (source) =>
    inside('functions', 'shared', 'events')(source.path) && !stageEnv.test(source.path)
      ? [...codeOf(source).matchAll(/\bprocess\s*(?:\.|\[)|\bimport\.meta\.env\b/g)].map(
          ([found]) => found.trim(),
        )
      : [],
};

const infraApart: Rule = {
  name: 'infra names functions by path and imports nothing of the flow',
  instead:
    'Name the entry by its path. What both must agree on (a name, a route) stands in a table of infra, and a test holds it against the function.',
  breaches: (source) =>
    inside('infra')(source.path) && !inside('infra/local')(source.path)
      ? importsOf(source)
          .map((one) => targetOf(source.path, one))
          .filter(inside('functions', 'shared', 'events'))
      : [],
};

const localApart: Rule = {
  name: 'nobody imports infra/local',
  instead:
    'The local runtime is a guest: it imports you, never the other way round. Move what you need out of infra/local.',
  breaches: (source) =>
    inside('infra/local', 'test')(source.path)
      ? []
      : importsOf(source)
          .map((one) => targetOf(source.path, one))
          .filter(inside('infra/local')),
};

const floors: Rule = {
  name: 'imports of the local house lead down',
  instead:
    'The floors are engine, runtime, system, client, scenario, start; each imports only those before it: move the part down, or pass it in.',
  breaches: (source) =>
    importsOf(source)
      .map((one) => targetOf(source.path, one))
      .filter((target) => leadsUp(source.path, target)),
};

const engineAlone: Rule = {
  name: 'the engine stands alone',
  instead: 'The engine is importable alone: pass in what it needs of the project.',
  breaches: (source) =>
    inside('infra/local/engine')(source.path)
      ? importsOf(source)
          .map((one) => targetOf(source.path, one))
          .filter((target) => /^(?:infra|functions|shared|events|test)\//.test(target))
          .filter((target) => !inside('infra/local/engine')(target))
      : [],
};

const plainWords: Rule = {
  name: 'the field has its own words',
  instead: 'Write plain technical English, with the terms that the field uses.',
  breaches: (source) => (inside('test')(source.path) ? [] : bannedWordsIn(source)),
};

/** The comment of a file is easily moved when its imports are sorted. */
const headComment: Rule = {
  name: 'no comment stands between imports',
  instead: 'Put the comment about the file before its first import.',
  breaches: ({ path, text }) => {
    const imports = [...text.matchAll(/^import\s[\s\S]*?;$/gm)];
    const [first, last] = [imports.at(0), imports.at(-1)];
    if (first === undefined || last === undefined) return [];
    const between = text.slice(first.index, last.index);
    return /^\/\*\*/m.test(between) && !path.endsWith('.test.ts') ? ['a comment'] : [];
  },
};

const clockApart: Rule = {
  name: 'the core reads no clock and throws no dice',
  instead:
    'Take the moment as an `Instant` argument and convert in shared/domain/time/instant.ts; take ids and chance from outside.',
  breaches: (source) =>
    inside('shared/domain')(source.path)
      ? [
          ...(source.path === 'shared/domain/time/instant.ts'
            ? codeOf(source).matchAll(/\bDate\.now\b|\bnew Date\(\s*\)/g)
            : codeOf(source).matchAll(/\bDate\b|\bperformance\b|\bset(?:Timeout|Interval)\b/g)),
          ...codeOf(source).matchAll(/\bMath\.random\b|\bcrypto\b/g),
        ].map(([found]) => found)
      : [],
};

const barrels: Rule = {
  name: 'no barrels',
  instead: 'Import from the file that defines it; only events/index.ts may hand on.',
  breaches: (source) =>
    source.path !== 'events/index.ts' && handsOn(source) ? ['re-exports of other files'] : [],
};

const emptyName = /(?:^|[-/])(?:utils?|helpers?|common|managers?|services?|misc|lib)(?:[-./]|$)/;

const names: Rule = {
  name: 'a file is named for its one idea',
  instead: 'Say what it is about in one word of the domain; split it when there is no such word.',
  breaches: ({ path }) => (emptyName.test(path) ? [path] : []),
};

export const rules: readonly Rule[] = [
  ...layers,
  cloud,
  spreadsheets,
  lambdaTypes,
  realStores,
  environment,
  infraApart,
  localApart,
  floors,
  engineAlone,
  plainWords,
  headComment,
  clockApart,
  barrels,
  names,
  entries,
  routeRoles,
];
