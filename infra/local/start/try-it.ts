/**
 * Commands that can be copied: a token, the work list, figures of the days that the town covers.
 */
import { nextDate } from '../../../shared/domain/time/instant.ts';
import { historyDays, historyOf } from '../scenario/town/day.ts';
import { readLedger } from '../scenario/town/load/ledger.ts';
import type { Ledger } from '../scenario/town/load/ledger.ts';
import {
  planWaitingCase,
  waitingHandler,
  findWaitingTicket,
} from '../scenario/town/waiting-case.ts';
import { accountsPath, localAccountGrant } from '../system/identity/api-resource.ts';
import { identityPath } from '../system/identity/identity.ts';

/** Node is available, because it runs this process; other JSON tools may not be. */
const tokenOf = `node -pe 'JSON.parse(require("fs").readFileSync(0)).access_token'`;

const tokenLines = (url: string, account: string): readonly string[] => [
  `  TOKEN=$(curl -s ${url}${identityPath}/token -d client_id=haochaping-cli \\`,
  `    -d grant_type=${localAccountGrant} -d account=${account} | ${tokenOf})`,
];

const bearer = 'curl -H "authorization: Bearer $TOKEN"';

/** Towns created by an earlier version have no such ticket. */
const waitingIn = ({ today, receipts }: Ledger): string | undefined => {
  const ticket = findWaitingTicket(planWaitingCase(historyOf(today)));
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
          `  ${bearer} ${url}/v1/tickets/${ticket}    # assigned to ${waitingHandler}`,
        ]),
    'With a token of the account auditor:',
    `  ${bearer} '${url}/v1/figures?scope=city:330600&${span}&by=department'`,
    `  ${bearer} '${url}/v1/figures/recount?${span}'`,
    `  ${bearer} -OJ ${url}/v1/bulletins/${today.slice(0, 7)}/xlsx`,
  ];
};

/** Shows only the commands for which the town has data. */
export const tryIt = (url: string, dataDir: string): readonly string[] => {
  const ledger = readLedger(dataDir);
  return [
    'Examples (a token is valid for eight hours of this instance’s clock; get a new one after an advance):',
    ...tokenLines(url, waitingHandler),
    ...(ledger === undefined ? [] : townLines(url, ledger)),
  ];
};

/** The URL that lists all accounts. */
export const accountsUrl = (url: string): string => `${url}${identityPath}${accountsPath}`;

/** Returns whether the city and the simulated center have exchanged their keys. */
export const hasJoined = (dataDir: string): boolean => readLedger(dataDir)?.centerJoined === true;
