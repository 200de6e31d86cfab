/** The text that a person sees once the instance is ready: the addresses and the accounts. */
import { staffRoles } from '../../../shared/domain/access/staff-role.ts';
import { townAccounts } from '../scenario/town/accounts.ts';
import type { LocalSystem } from '../system/local-system.ts';
import type { Settings } from './settings.ts';
import { accountsUrl, hasJoined, tryIt } from './try-it.ts';

const accountLines = (): readonly string[] =>
  staffRoles.flatMap((role) => {
    const account = townAccounts.find(({ roles }) => roles.includes(role));
    if (!account) return [];
    return [`  ${role.padEnd(16)} ${account.id.padEnd(20)} ${account.departmentName}`];
  });

const clockLine = ({ clock }: LocalSystem): readonly string[] => {
  const isSteered = Math.abs(clock.now() - Date.now()) > 60_000;
  return isSteered
    ? [`The clock was changed; its time is ${new Date(clock.now()).toISOString()}.`]
    : [];
};

const provinceWords = (dataDir: string): string =>
  hasJoined(dataDir)
    ? 'simulated; ?records, ?problems, ?projectNo='
    : 'simulated; it and the city have no keys yet: see infra/local/client/join-center.ts';

/** The first line is exactly `ready <address>`; scripts wait for it. */
export const formatWelcome = (
  system: LocalSystem,
  settings: Settings,
  links: readonly string[],
): readonly string[] => {
  const { url, engineUrl } = system;
  const { dataDir } = settings;
  return [
    `ready ${url}`,
    '',
    `API      ${url}/docs`,
    ...links,
    `Province ${url}/_local/center (${provinceWords(dataDir)})`,
    `Phone    ${url}/_local/phone (simulated; an invitation to rate, by night from 8:00 on)`,
    `Pad      ${url}/pad/ (a hall pad; how to get its code: functions/README.md, Powers by example)`,
    `Engine   ${engineUrl} (DynamoDB, SQS, KMS, S3; access key id "operator")`,
    `Data     ${dataDir} (logs of the functions in ${dataDir}/logs)`,
    ...clockLine(system),
    '',
    `Accounts (without passwords), the first of each role; all accounts: ${accountsUrl(url)}`,
    ...accountLines(),
    '',
    ...tryIt(url, dataDir),
    '',
    `Advance  curl -X POST ${url}/_local/clock -d '{"advance":"P3D"}'`,
    'Stop     Ctrl-C',
  ];
};
