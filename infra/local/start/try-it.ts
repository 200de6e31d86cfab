/** Commands that can be copied as they stand: a token, the work list, the town's own span of days. */
import { nextDate } from '../../../shared/domain/time/instant.ts';
import { historyDays, historyOf } from '../scenario/town/day.ts';
import { readLedger } from '../scenario/town/load/ledger.ts';
import type { Ledger } from '../scenario/town/load/ledger.ts';
import { waitingCase, waitingHandler, waitingTicket } from '../scenario/town/waiting-case.ts';
import { accountsPath, localAccountGrant } from '../system/identity/api-resource.ts';
import { identityPath } from '../system/identity/identity.ts';

/** Node is there, because this was started by it; other readers of JSON may not be. */
const tokenOf = `node -pe 'JSON.parse(require("fs").readFileSync(0)).access_token'`;

const tokenLines = (url: string, account: string): readonly string[] => [
  `  TOKEN=$(curl -s ${url}${identityPath}/token -d client_id=haochaping-cli \\`,
  `    -d grant_type=${localAccountGrant} -d account=${account} | ${tokenOf})`,
];

const bearer = 'curl -H "authorization: Bearer $TOKEN"';

/** Towns that were begun by an earlier version have no such ticket. */
const waitingIn = ({ today, receipts }: Ledger): string | undefined => {
  const ticket = waitingTicket(waitingCase(historyOf(today)));
  return receipts[ticket] === undefined ? undefined : ticket;
};

const townLines = (url: string, ledger: Ledger): readonly string[] => {
  const { today } = ledger;
  const span = `from=${nextDate(today, -historyDays)}&to=${today}`;
  const ticket = waitingIn(ledger);
  return [
    ...(ticket === undefined
      ? []
      : [
          `  ${bearer} '${url}/v1/tickets?view=department'`,
          `  ${bearer} ${url}/v1/tickets/${ticket}    # waits for ${waitingHandler}`,
        ]),
    'With a token of the account auditor:',
    `  ${bearer} '${url}/v1/figures?scope=city:330600&${span}&by=department'`,
    `  ${bearer} '${url}/v1/figures/recount?${span}'`,
    `  ${bearer} -OJ ${url}/v1/bulletins/${today.slice(0, 7)}/xlsx`,
  ];
};

/** What is there of a town decides what is shown of it. */
export const tryIt = (url: string, dataDir: string): readonly string[] => {
  const ledger = readLedger(dataDir);
  return [
    'To try (a token lasts eight hours of the clock of this instance: take a new one after moving it):',
    ...tokenLines(url, waitingHandler),
    ...(ledger === undefined ? [] : townLines(url, ledger)),
  ];
};

/** Where every account is listed. */
export const accountsUrl = (url: string): string => `${url}${identityPath}${accountsPath}`;

/** Whether the city and the simulated center have each other's keys. */
export const hasJoined = (dataDir: string): boolean => readLedger(dataDir)?.centerJoined === true;
