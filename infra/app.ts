/**
 * The CDK app: bundles the functions, then assembles the stacks. README.md lists its context keys.
 */
import { App, Validations } from 'aws-cdk-lib';
import { Architecture } from 'aws-cdk-lib/aws-lambda';

import cdk from '../cdk.json' with { type: 'json' };
import { BUNDLES, bundleFunctions } from './bundle.ts';
import { IdentityStack } from './identity-stack.ts';
import { LoopStack } from './loop-stack.ts';
import { readSettings } from './settings.ts';

/**
 * Settings that are fixed here, because a run without the command line does not read cdk.json and
 * the template must not depend on how the app is run.
 */
const app = new App({
  analyticsReporting: false,
  context: {
    ...cdk.context,
    'aws:cdk:enable-asset-metadata': true,
    'aws:cdk:enable-path-metadata': true,
    // Strong references keep the user pool from being deleted before the API that trusts it.
    '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  },
});

const settings = readSettings((key) => app.node.tryGetContext(key), {
  version: process.env['CDK_CLI_VERSION'],
  region: process.env['CDK_DEFAULT_REGION'],
});

/** Assembles the system and, if Cognito is used, the stack of staff accounts. */
const assembleStack = (bundles: string): LoopStack => {
  const { identity, stackName, region, architecture, corsOrigins } = settings;
  const place = region === undefined ? {} : { env: { region } };
  return new LoopStack(app, stackName, {
    ...place,
    bundles,
    corsOrigins,
    architecture: architecture === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64,
    issuer:
      identity === 'cognito'
        ? new IdentityStack(app, `${stackName}Identity`, place).issuer
        : undefined,
  });
};

if (settings.bundles === undefined) await bundleFunctions(BUNDLES);
assembleStack(settings.bundles ?? BUNDLES.outDir);

// The same switch turns off CDK's own template validation: both cost a second per run.
if (process.env['CDK_VALIDATION'] !== 'false') {
  const { AwsSolutionsChecks } = await import('cdk-nag');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
}

app.synth();
