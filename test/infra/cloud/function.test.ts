import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { logicalIdOf } from '../../../infra/construct/flow-function.ts';
import type { FlowName } from '../../../infra/construct/flow-function.ts';
import { FUNCTIONS } from '../../../infra/functions.table.ts';
import { ROUTES } from '../../../infra/routes.ts';
import { THROTTLES } from '../../../infra/throttle.table.ts';
import { signatureHeaders } from '../../../shared/http/signature.ts';
import { guardedRoutes } from './guarded-routes.table.ts';
import { ROOT, synthesize } from './synthesize.ts';
import { pointedAt } from './template-shape.ts';

const { loop, alarms } = synthesize({ context: { corsOrigins: 'https://desk.example' } });
const functions = loop.ofType('AWS::Lambda::Function');

test('the table of functions and the stack say the same', () => {
  const listed = Object.keys(FUNCTIONS).map((name) => logicalIdOf(name as FlowName));
  expect(functions.map(({ id }) => id).sort()).toEqual(listed.sort());
});

test('no entry file is left out of the stack', () => {
  const written = globSync('functions/*/*.main.ts', { cwd: ROOT }).map((path) =>
    path.replace(/^functions\/(.*)\.main\.ts$/u, '$1'),
  );
  expect(Object.keys(FUNCTIONS)).toEqual(expect.arrayContaining(written));
});

const readByLibraries = /^(?:POWERTOOLS_.*|AWS_MAX_ATTEMPTS)$/;

test.each(functions)('$id tries a call of a service three times', ({ Properties }) => {
  expect(Properties.Environment.Variables).toMatchObject({ AWS_MAX_ATTEMPTS: '3' });
});

test('the README of the functions lists each with its verbs', () => {
  const text = readFileSync(join(ROOT, 'functions', 'README.md'), 'utf8');
  const [, table = ''] = /\| function \|.*\n\|---.*\n((?:\|.*\n)+)/u.exec(text) ?? [];
  const rows = [...table.matchAll(/^\| (\S+) \| (.+) \|$/gmu)].map(([, name = '', verbs = '']) => [
    name,
    verbs.split(', '),
  ]);
  const wiring = /(?:^|\/)(?:[a-z]+-)?(?:deps|env|executors)$/u;
  const wired = Object.keys(FUNCTIONS).map((name) => {
    const entry = readFileSync(join(ROOT, 'functions', `${name}.main.ts`), 'utf8');
    const own = [...entry.matchAll(/from '\.\/(.+)\.ts'/gu)].map(([, verb = '']) => verb);
    return [name, own.filter((verb) => !wiring.test(verb))];
  });
  expect(new Map(rows as [string, string[]][])).toEqual(new Map(wired as [string, string[]][]));
});

interface StageEnv {
  readonly envs: Readonly<Record<string, { readonly shape: object }>>;
}

/** The variables that each function reads, by `<stage>/<function>`. */
const variablesRead: ReadonlyMap<string, readonly string[]> = new Map(
  (
    await Promise.all(
      globSync('functions/*/env.ts', { cwd: ROOT }).map(async (path) => {
        const [, stage] = path.split('/');
        const { envs } = (await import(join(ROOT, path))) as StageEnv;
        return Object.entries(envs).map(
          ([name, { shape }]) => [`${stage}/${name}`, Object.keys(shape)] as const,
        );
      }),
    )
  ).flat(),
);

test('every schema of variables is that of a function', () => {
  expect(variablesRead.size).toBeGreaterThan(30);
  expect([...variablesRead.keys()].filter((name) => !(name in FUNCTIONS))).toEqual([]);
});

test.each(Object.keys(FUNCTIONS))('%s finds the variables it reads, and no others', (name) => {
  const { Variables } = loop.resource(logicalIdOf(name as FlowName)).Properties.Environment;
  const given = Object.keys(Variables).filter((key) => !readByLibraries.test(key));
  expect(given.sort()).toEqual([...(variablesRead.get(name) ?? [])].sort());
});

describe.each(functions)('$id', ({ id, Properties }) => {
  test('runs on Node 24, on arm64, with room and time', () => {
    expect(Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
    });
    expect(Properties.MemorySize).toBeGreaterThanOrEqual(512);
    expect(Properties.Timeout).toBeGreaterThanOrEqual(10);
    expect(Properties.ReservedConcurrentExecutions).toBeUndefined();
  });

  test('writes to a log that is kept for six months at the least', () => {
    const log = loop
      .ofType('AWS::Logs::LogGroup')
      .find((one) => one.Properties.LogGroupName === `/aws/lambda/${Properties.FunctionName}`);
    expect(log?.Properties.RetentionInDays).toBeGreaterThanOrEqual(184);
  });

  test('rings when it fails or is throttled', () => {
    const ringing = alarms.ofType('AWS::CloudWatch::Alarm').filter((alarm) => {
      const metrics = (alarm.Properties.Metrics ?? []).map((one) => one.MetricStat?.Metric);
      const own = metrics.filter((metric) =>
        metric?.Dimensions.some((part) => part.Value === Properties.FunctionName),
      );
      const names = new Set(own.map((metric) => metric?.MetricName));
      return names.has('Errors') && names.has('Throttles');
    });
    expect(ringing).toHaveLength(1);
  });

  test('is reached by a route, a mapping or a beat', () => {
    const mapped = loop.ofType('AWS::Lambda::EventSourceMapping');
    const beats = loop.ofType('AWS::Events::Rule').flatMap((rule) => rule.Properties.Targets);
    const reached = new Set([
      ...ROUTES.map(({ to }) => logicalIdOf(to)),
      ...mapped.map((one) => pointedAt(one.Properties.FunctionName)),
      ...beats.map((target) => pointedAt(target.Arn)),
    ]);
    expect(reached).toContain(id);
  });

  test('answers before API Gateway gives up, if it answers a request', () => {
    const answers = ROUTES.some(({ to }) => logicalIdOf(to) === id);
    expect(answers ? Properties.Timeout : 0).toBeLessThan(30);
  });
});

test('a region without arm64 takes x86_64', () => {
  const other = synthesize({ context: { architecture: 'x86_64' } }).loop;
  for (const one of other.ofType('AWS::Lambda::Function')) {
    expect(one.Properties.Architectures).toEqual(['x86_64']);
  }
});

describe('the HTTP API', () => {
  const routes = loop.ofType('AWS::ApiGatewayV2::Route');
  const open = new Set<string>(
    ROUTES.filter(({ access }) => access !== 'staff').map(({ on }) => on),
  );

  test('has the routes of the table, each leading to its function', () => {
    const found = routes.map(({ Properties }) => {
      const integration = loop.resource(pointedAt(Properties.Target['Fn::Join'][1][1]) ?? '');
      const to = pointedAt(integration.Properties.IntegrationUri);
      return `${Properties.RouteKey} → ${to}`;
    });
    const listed = ROUTES.map(({ on, to }) => `${on} → ${logicalIdOf(to)}`);
    expect(found.sort()).toEqual(listed.sort());
  });

  test.each(routes)('$Properties.RouteKey is guarded as the table says', ({ Properties }) => {
    const guard = open.has(Properties.RouteKey) ? 'NONE' : 'JWT';
    expect(Properties.AuthorizationType).toBe(guard);
    expect(Properties.AuthorizerId === undefined).toBe(guard === 'NONE');
  });

  test('guards these routes by token: a change of this list is a change of who may call', () => {
    const guarded = routes.filter(({ Properties }) => Properties.AuthorizationType === 'JWT');
    expect(guarded.map(({ Properties }) => Properties.RouteKey).sort()).toEqual(guardedRoutes);
  });

  test('tells exactly the functions behind a token how claims are named', () => {
    const staff = ROUTES.filter(({ access }) => access === 'staff').map(({ to }) =>
      logicalIdOf(to),
    );
    const told = functions.filter(
      ({ Properties }) => 'CLAIM_PREFIX' in Properties.Environment.Variables,
    );
    expect(told.map(({ id }) => id).sort()).toEqual([...new Set(staff)].sort());
  });

  test('limits each route by the kind of its callers, and the stage waits for them', () => {
    const [stage] = loop.ofType('AWS::ApiGatewayV2::Stage');
    const limits = ROUTES.map(({ on, access }) => {
      const { perSecond } = THROTTLES[access];
      return [on, { ThrottlingRateLimit: perSecond, ThrottlingBurstLimit: 2 * perSecond }];
    });
    expect(stage!.Properties.RouteSettings).toEqual(Object.fromEntries(limits));
    expect(
      new Set(Object.values(THROTTLES).map(({ perSecond }) => perSecond)).size,
    ).toBeGreaterThan(4);
    expect(stage!.DependsOn).toEqual(expect.arrayContaining(routes.map(({ id }) => id)));
  });

  test('has a name of its own where one is given, and its certificate', () => {
    const [domain] = loop.ofType('AWS::ApiGatewayV2::DomainName');
    const [mapping] = loop.ofType('AWS::ApiGatewayV2::ApiMapping');
    expect(domain).toMatchObject({ Condition: 'HasDomainName' });
    expect(mapping).toMatchObject({ Condition: 'HasDomainName' });
    const { PUBLIC_URL } = loop.resource('PageFile').Properties.Environment.Variables;
    const [, , otherwise] = (PUBLIC_URL as { 'Fn::If': readonly unknown[] })['Fn::If'];
    expect(otherwise).toMatchObject({
      'Fn::If': ['HasDomainName', expect.anything(), expect.anything()],
    });
  });

  test('lets pages of the chosen origins send what callers sign', () => {
    const { CorsConfiguration } = loop.resource('Api').Properties;
    const needed = [...Object.values(signatureHeaders), 'authorization', 'content-type'];
    const allowed = CorsConfiguration?.AllowHeaders ?? [];
    expect(allowed.toSorted()).toEqual(needed.map((name) => name.toLowerCase()).toSorted());
  });

  test('logs requests without paths and queries, which can hold credentials', () => {
    const [stage] = loop.ofType('AWS::ApiGatewayV2::Stage');
    const { Format, DestinationArn } = stage!.Properties.AccessLogSettings;
    expect(Format).toContain('$context.routeKey');
    expect(Format).not.toMatch(/\$context\.(?:path|identity\.user|authorizer\.claims|domain)/u);
    const log = loop.resource(pointedAt(DestinationArn) ?? '');
    expect(log.Properties.RetentionInDays).toBeGreaterThanOrEqual(184);
  });

  test('lets only the chosen origins call from a browser', () => {
    const { CorsConfiguration } = loop.resource('Api').Properties;
    expect(CorsConfiguration?.AllowOrigins).toEqual(['https://desk.example']);
    expect(synthesize().loop.resource('Api').Properties.CorsConfiguration).toBeUndefined();
  });
});
