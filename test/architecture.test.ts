import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { fullFolders, stages, strangeFolders, strayRows } from './support/architecture/rooms.ts';
import { rules } from './support/architecture/rules.ts';
import { codeOf, importsOf } from './support/architecture/source.ts';
import type { Source } from './support/architecture/source.ts';

const root = join(import.meta.dirname, '..');

const sources: readonly Source[] = globSync(
  '{infra,functions,shared,events,test,web}/**/*.{ts,mts,cts,tsx,vue}',
  { cwd: root, exclude: (path) => path === 'node_modules' },
).map((path) => ({
  path: path.replaceAll('\\', '/'),
  text: readFileSync(join(root, path), 'utf8'),
}));

const breaches = (rule: (typeof rules)[number], among: readonly Source[]): readonly string[] =>
  among.flatMap((source) =>
    rule.breaches(source).map((found) => `${source.path}: ${found}. ${rule.instead}`),
  );

describe('the house keeps its layers', () => {
  it('and is found at all', () => {
    expect(sources.length).toBeGreaterThan(200);
  });

  it.each(rules.map((rule) => [rule.name, rule] as const))('%s', (_name, rule) => {
    expect(breaches(rule, sources)).toEqual([]);
  });
});

describe('the house is laid out as agreed', () => {
  const folders = ['infra', 'functions', 'shared', 'events', 'test', 'web'];
  const files = [
    'cdk.json',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'vitest.config.ts',
    'README.md',
  ];
  /** Generated directories that git ignores. */
  const made = ['node_modules', 'cdk.out', 'coverage'];

  it('has nothing else at the top: a new thing belongs into one of the folders', () => {
    const agreed = new Set([...folders, ...files, ...made]);
    const others = readdirSync(root).filter(
      (name) => !name.startsWith('.') && !agreed.has(name) && !name.endsWith('.log'),
    );
    expect(others).toEqual([]);
  });

  it('has no folder with more than 20 files', () => {
    expect(fullFolders(sources)).toEqual([]);
    const many = Array.from({ length: 21 }, (_, n) => ({ path: `shared/x/${n}.ts`, text: '' }));
    expect(fullFolders(many)).toEqual(['shared/x: 21 files']);
  });

  it('has the folders of the stages in every layer, and no others', () => {
    expect(strangeFolders(sources)).toEqual([]);
    const odd = [{ path: 'shared/store/things/x.ts', text: '' }];
    expect(strangeFolders(odd)).toEqual(['shared/store/things']);
  });

  it('has a file of the template for every stage', () => {
    const files = sources.flatMap(({ path }) => /^infra\/stage\/(\w+)\.ts$/.exec(path)?.[1] ?? []);
    expect(files.toSorted()).toEqual([...stages].toSorted());
  });

  it('has the rows of the contract in the folder of the stage that answers', () => {
    expect(strayRows(sources)).toEqual([]);
    const stray = [{ path: 'events/pad/x-contract.table.ts', text: "    to: 'case/staff'," }];
    expect(strayRows(stray)).toEqual(['events/pad/x-contract.table.ts: a row of case']);
  });

  it('has an entry for each kind of caller, and a verb beside every other entry', () => {
    const callers = ['staff', 'public', 'integrator', 'pad', 'page'];
    const paths = new Set(sources.map(({ path }) => path));
    const entries = [...paths].filter((path) => path.endsWith('.main.ts'));
    expect(entries.length).toBeGreaterThan(20);
    const lonely = entries
      .filter((path) => !callers.some((caller) => path.endsWith(`/${caller}.main.ts`)))
      .filter((path) => !paths.has(path.replace('.main.ts', '.ts')));
    expect(lonely).toEqual([]);
    expect(entries.filter((path) => !/^functions\/[a-z]+\/[a-z-]+\.main\.ts$/.test(path))).toEqual(
      [],
    );
  });
});

type Fixture = readonly [rule: string, path: string, text: string];

const wrong: readonly Fixture[] = [
  ['shared/domain', 'shared/domain/x.ts', "import { now } from '../clock.ts';"],
  ['shared/domain', 'shared/domain/x.ts', "import { createHash } from 'node:crypto';"],
  ['shared/domain', 'shared/domain/x.ts', "import type { Entry } from '../port/entry-store.ts';"],
  ['shared/domain', 'shared/domain/x.ts', "import {\n  a,\n  b,\n} from '../../events/rating.ts';"],
  ['shared/domain', 'shared/domain/x.ts', "const late = await import('../store/keys.ts');"],
  ['shared/port', 'shared/port/x.ts', "import * as z from 'zod/mini';"],
  ['shared/port', 'shared/port/x.ts', "export type { Table } from '../store/table.ts';"],
  ['events', 'events/x.ts', "import { problems } from '../shared/http/problem/problem.table.ts';"],
  ['events', 'events/x.ts', "import 'node:fs';"],
  ['shared imports', 'shared/queue/x.ts', "import { a } from '../../functions/case/receive.ts';"],
  ['shared/store', 'shared/store/x.ts', "import { Problem } from '../http/problem.ts';"],
  ['shared/http', 'shared/http/x.ts', "import { caseStore } from '../store/case-store.ts';"],
  ['shared/queue', 'shared/queue/x.ts', "import { Problem } from '../http/problem.ts';"],
  ['functions', 'functions/case/x.ts', "import { ROUTES } from '../../infra/routes.ts';"],
  ['web', 'web/desk/x.ts', "import { keys } from '../../shared/store/keys.ts';"],
  ['web', 'web/desk/x.ts', "import { sign } from '../../shared/http/signature.ts';"],
  ['shared/page', 'shared/page/x.ts', "import { keys } from '../store/keys.ts';"],
  ['shared/page', 'shared/page/x.ts', "import { createHash } from 'node:crypto';"],
  ['AWS', 'functions/case/x.ts', "import { SQSClient } from '@aws-sdk/client-sqs';"],
  ['AWS', 'functions/case/x.ts', "import type { SQSClient } from '@aws-sdk/client-sqs';"],
  ['AWS', 'shared/rules.ts', "import middy from '@middy/core';"],
  ['AWS', 'shared/domain/x.ts', "import { Logger } from '@aws-lambda-powertools/logger';"],
  ['spreadsheets', 'functions/case/x.ts', "import type { Sheet } from 'hucre/xlsx';"],
  ['aws-lambda', 'shared/http/x.ts', "import { SQSEvent } from 'aws-lambda';"],
  [
    'take ports',
    'functions/case/x.ts',
    "import { caseStore } from '../../shared/store/case-store.ts';",
  ],
  ['environment', 'functions/case/x.ts', "const name = process.env['TABLE_NAME'];"],
  ['environment', 'shared/clock.ts', 'const place = process.cwd();'],
  ['environment', 'functions/case/file/env.ts', "const name = process.env['TABLE_NAME'];"],
  ['infra names', 'infra/app.ts', "import { handler } from '../functions/case/receive.main.ts';"],
  ['infra names', 'infra/settings.ts', "import { envs } from '../functions/case/env.ts';"],
  ['infra/local', 'infra/app.ts', "import { boot } from './local/boot.ts';"],
  ['infra/local', 'functions/case/x.ts', "import { boot } from '../../infra/local/boot.ts';"],
  ['lead down', 'infra/local/engine/x.ts', "import { boot } from '../system/boot.ts';"],
  ['lead down', 'infra/local/client/x.ts', "import { play } from '../scenario/demo/main.ts';"],
  ['stands alone', 'infra/local/engine/x.ts', "import { areas } from '../../../shared/rules.ts';"],
  ['own words', 'functions/case/x.ts', 'export const openDoor = 1;'],
  ['own words', 'functions/case/x.ts', 'const deed = 1;'],
  ['own words', 'shared/http/x.ts', '/** As design.md says. */'],
  ['own words', 'shared/http/x.ts', '// Whoever calls it.'],
  ['between imports', 'shared/http/x.ts', "import 'node:fs';\n/** A file. */\nimport 'node:path';"],
  ['no clock', 'shared/domain/x.ts', 'const now = new Date();'],
  ['no clock', 'shared/domain/x.ts', 'const text = `at ${Date.now()}`;'],
  ['no clock', 'shared/domain/time/instant.ts', 'const now = Date.now();'],
  ['no clock', 'shared/domain/x.ts', 'const id = Math.random();'],
  ['barrels', 'shared/domain/index.ts', "export * from './case.ts';"],
  ['barrels', 'shared/http/x.ts', "export type { Pad } from '../domain/pad.ts';"],
  ['one idea', 'shared/http/string-utils.ts', ''],
  ['one idea', 'functions/common/x.ts', ''],
  ['one idea', 'shared/store/case-service.ts', ''],
  ['an entry', 'functions/case/x.main.ts', `export const handler = 1;\n${'f();\n'.repeat(14)}`],
  ['an entry', 'functions/case/x.main.ts', 'export const run = 1;\n'],
  ['roles of a route', 'functions/pad/x.ts', "requireRole(staff, ['clerk']);"],
  [
    'roles of a route',
    'functions/pad/staff.main.ts',
    "export const handler = httpRoutes<'pad/staff'>({});",
  ],
];

const right: readonly Fixture[] = [
  [
    'shared/domain',
    'shared/domain/x.ts',
    "import * as z from 'zod/mini';\nimport { a } from './y.ts';",
  ],
  ['shared/domain', 'shared/domain/x.ts', "// import { now } from '../clock.ts';"],
  ['web', 'web/resident/x.ts', "import { renderFace } from '../../shared/page/face.ts';"],
  ['AWS', 'shared/telemetry.ts', "import { Logger } from '@aws-lambda-powertools/logger';"],
  ['AWS', 'functions/case/x.main.ts', "import { SQSClient } from '@aws-sdk/client-sqs';"],
  ['spreadsheets', 'shared/spreadsheet.ts', "import { readXlsx } from 'hucre/xlsx';"],
  ['aws-lambda', 'functions/case/x.ts', "import type { SQSEvent } from 'aws-lambda';"],
  ['take ports', 'functions/case/deps.ts', "import { a } from '../../shared/store/case-store.ts';"],
  ['environment', 'functions/case/x.ts', '/* process.env is read in env.ts */'],
  ['infra/local', 'test/support/loop.ts', "import { boot } from '../../infra/local/boot.ts';"],
  [
    'no clock',
    'shared/domain/x.ts',
    "import type { CivilDate } from './time.ts';\nconst a = 'new Date()';",
  ],
  ['no clock', 'shared/domain/time/instant.ts', 'const day = new Date(Date.UTC(2026, 0, 1));'],
  ['lead down', 'infra/local/start/x.ts', "import { boot } from '../system/boot.ts';"],
  ['own words', 'functions/case/x.ts', "const text = 'whoever at the door';"],
  [
    'between imports',
    'shared/http/x.ts',
    "/** A file. */\nimport 'node:fs';\n\n/** A value. */\nconst a = 1;",
  ],
  ['barrels', 'events/index.ts', "export * from './rating.ts';"],
  ['one idea', 'events/notice/message.ts', "const services = ['consult'];"],
];

const found = ([name, path, text]: Fixture): readonly string[] => {
  const asked = rules.filter((rule) => rule.name.includes(name));
  if (asked.length === 0) throw new Error(`no rule is called ${name}`);
  return asked.flatMap((rule) => breaches(rule, [{ path, text }]));
};

describe('every rule bites, and says what to do instead', () => {
  it.each(wrong)('%s: %s: %s', (...fixture) => {
    const [first = ''] = found(fixture);
    expect(rules.some(({ instead }) => first.endsWith(instead))).toBe(true);
  });

  it.each(right)('but not on %s: %s: %s', (...fixture) => {
    expect(found(fixture)).toEqual([]);
  });

  it('each of them', () => {
    const bitten = rules.filter((rule) => wrong.some(([name]) => rule.name.includes(name)));
    expect(bitten.map(({ name }) => name)).toEqual(rules.map(({ name }) => name));
  });
});

describe('the scanner', () => {
  it('reads every form of import and none that is a comment or a text', () => {
    const text = [
      "import a from 'a';",
      "import type { B } from 'b';",
      "import {\n  c,\n} from 'c';",
      "import 'd';",
      "export * as e from 'e';",
      "const f = () => import('f');",
      "/* import g from 'g'; */",
      "const h = `\nimport h from 'h';\n`;",
      "import i from './i.json' with { type: 'json' };",
    ].join('\n');
    const names = importsOf({ path: 'x.ts', text }).map(({ from }) => from);
    expect(names).toEqual(['a', 'b', 'c', 'd', 'e', './i.json', 'f']);
  });

  it('keeps code and drops comments and texts', () => {
    const text = "a('x'); // b\n/* c */ d(`e ${f} g`);";
    expect(codeOf({ path: 'x.ts', text }).match(/\w+/g)).toEqual(['a', 'd', 'f']);
  });
});
