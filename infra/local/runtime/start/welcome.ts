/** What a person sees once the instance is ready: where to go and as whom. */
import { localAccountGrant } from '../../identity/api-resource.ts';
import { identityPath } from '../../identity/identity.ts';
import type { LocalSystem } from '../../local-system.ts';
import { townAccounts } from '../../seed/accounts.ts';
import type { Settings } from './settings.ts';

const SHOWN_ROLES = ['handler', 'supervisor', 'reviewer', 'hall_admin', 'system_admin', 'auditor'];

const accountLines = (): readonly string[] =>
  SHOWN_ROLES.flatMap((role) => {
    const account = townAccounts.find(({ roles }) => roles.some((one) => one === role));
    if (!account) return [];
    return [`  ${role.padEnd(13)} ${account.id.padEnd(24)} ${account.departmentName}`];
  });

const clockLine = ({ clock }: LocalSystem): readonly string[] => {
  const isSteered = Math.abs(clock.now() - Date.now()) > 60_000;
  return isSteered ? [`The clock was steered: it is ${new Date(clock.now()).toISOString()}.`] : [];
};

/** The first line is exactly `ready <address>`; others wait for it. */
export const welcome = (system: LocalSystem, settings: Settings): readonly string[] => {
  const { url, engineUrl } = system;
  return [
    `ready ${url}`,
    '',
    `API      ${url}/docs`,
    `Province ${url}/_local/center (simulated; ?records, ?problems, ?projectNo=)`,
    `Engine   ${engineUrl} (DynamoDB, SQS, KMS, S3; access key id "operator")`,
    `Data     ${settings.dataDir} (logs of the functions in ${settings.dataDir}/logs)`,
    ...clockLine(system),
    '',
    'Accounts (no passwords), the first of each role:',
    ...accountLines(),
    `  token: curl -s ${url}${identityPath}/token -d client_id=haochaping-cli \\`,
    `           -d grant_type=${localAccountGrant} -d account=<id>`,
    '',
    `Steer    curl -X POST ${url}/_local/clock -d '{"advance":"P3D"}'`,
    'Stop     Ctrl-C',
  ];
};
