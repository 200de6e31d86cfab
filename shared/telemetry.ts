import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

const logger = new Logger();
const metrics = new Metrics();

/**
 * Every message that the service logs, so that a reader of the logs can search for a known
 * sentence.
 */
const messages = {
  answered: 'request answered',
  faulted: 'request failed with an error',
  padsWatched: 'pads checked',
  webhookGivenUp: 'webhook gave up a notice, can be redelivered',
  caseNotErased: 'case could not be erased, the next run tries again',
  messageFailed: 'message to a resident failed for good',
  recordRefused: 'record refused for good',
  actWithoutEnd: 'administrative act ended, but the log could not be written',
  pressNotTried: 'press without token could not be bound, the next event of its window tries again',
  recordFailed: 'record failed, will be retried',
} as const;

type Message = keyof typeof messages;

/** Facts of a log line: codes, counts, times and route keys. Never a value that a person sent. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

export const logFacts = (message: Message, facts: Facts = {}): void => {
  logger.info(messages[message], { facts });
};

/** Logs a fault with its stack; the stack names code, not data. */
export const raiseAlarm = (message: Message, fault: unknown, facts: Facts = {}): void => {
  const error = fault instanceof Error ? fault : new Error(String(fault));
  logger.error(messages[message], { error, facts });
};

/** Publishes counts as one line in the embedded metric format. */
export const publish = (counts: Readonly<Record<string, number>>): void => {
  for (const [name, value] of Object.entries(counts)) {
    metrics.addMetric(name, MetricUnit.Count, value);
  }
  metrics.publishStoredMetrics();
};
