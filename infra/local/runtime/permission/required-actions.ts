/** Which IAM actions, on which resources, a wire call needs; as the service authorization reference says. */
import type { WireCall } from '../../engine/endpoint.ts';
import { ownMember } from '../../engine/own-member.ts';
import { arnOf } from '../template/place.ts';
import type { LocalPlace } from '../template/place.ts';
import { isRecord } from '../template/shape.ts';
import type { Json } from '../template/shape.ts';

export interface RequiredAction {
  readonly action: string;
  readonly resource: string;
}

/** What is needed besides the call to name its resources. */
interface Surroundings {
  readonly place: LocalPlace;
  /** Key ARNs by every name a request may use: id, ARN, alias name, alias ARN. */
  readonly keyArns: ReadonlyMap<string, string>;
}

type Requirement = (call: WireCall, around: Surroundings) => readonly RequiredAction[];

/** Null stands for what is not there, as in all requests. */
const isThere = (value: unknown): boolean => value !== undefined && value !== null;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const membersOf = (value: unknown): Json => (isRecord(value) ? value : {});

const tableArn = (table: unknown, { place }: Surroundings): string => {
  const name = textOf(table);
  return name.startsWith('arn:') ? name : arnOf(place, 'dynamodb', `table/${name}`);
};

const TRANSACTION_PARTS: Readonly<Record<string, string>> = {
  Put: 'dynamodb:PutItem',
  Update: 'dynamodb:UpdateItem',
  Delete: 'dynamodb:DeleteItem',
  ConditionCheck: 'dynamodb:ConditionCheckItem',
  Get: 'dynamodb:GetItem',
};

const actionsOfTransaction: Requirement = ({ input }, around) => {
  const items = Array.isArray(input['TransactItems']) ? input['TransactItems'] : [];
  return items.flatMap((item) =>
    Object.entries(membersOf(item))
      .filter(([, request]) => isThere(request))
      .map(([part, request]) => ({
        action: ownMember(TRANSACTION_PARTS, part) ?? `dynamodb:${part}`,
        resource: tableArn(membersOf(request)['TableName'], around),
      })),
  );
};

const actionsOfBatch: Requirement = ({ operation, input }, around) =>
  Object.keys(membersOf(input['RequestItems'])).map((table) => ({
    action: `dynamodb:${operation}`,
    resource: tableArn(table, around),
  }));

const onTable: Requirement = ({ operation, input }, around) => {
  const table = isThere(input['TableName']) ? tableArn(input['TableName'], around) : '*';
  const index = textOf(input['IndexName']);
  const resource = index === '' ? table : `${table}/index/${index}`;
  return [{ action: `dynamodb:${operation}`, resource }];
};

const DYNAMODB: Readonly<Record<string, Requirement>> = {
  TransactWriteItems: actionsOfTransaction,
  TransactGetItems: actionsOfTransaction,
  BatchGetItem: actionsOfBatch,
  BatchWriteItem: actionsOfBatch,
};

/** Empty when the request names none. */
const nameIn = ({ operation, input }: WireCall): string => {
  if (operation === 'GetQueueUrl') return textOf(input['QueueName']);
  const url = textOf(input['QueueUrl']);
  return url.slice(url.lastIndexOf('/') + 1);
};

const BY_SOURCE = new Set(['StartMessageMoveTask', 'ListMessageMoveTasks']);

/**
 * A batch is granted by the action of its parts. Only what the operation itself reads counts: whatever
 * else a request carries must not lead to another queue.
 */
const onQueue: Requirement = (call, { place }) => {
  const { operation, input } = call;
  const action = `sqs:${operation.replace(/Batch$/u, '')}`;
  if (BY_SOURCE.has(operation)) return [{ action, resource: textOf(input['SourceArn']) || '*' }];
  const name = nameIn(call);
  return [{ action, resource: name === '' ? '*' : arnOf(place, 'sqs', name) }];
};

/**
 * A ciphertext names its key where this check cannot read it, so a call that names none needs the
 * right on every key of the stack.
 */
const onKey: Requirement = ({ operation, input }, { keyArns }) => {
  const action = `kms:${operation}`;
  const name = textOf(input['KeyId']);
  if (name !== '') return [{ action, resource: keyArns.get(name) ?? name }];
  return [...new Set(keyArns.values())].map((resource) => ({ action, resource }));
};

const SERVICES: Readonly<Record<string, Requirement>> = {
  DynamoDB_20120810: (call, around) =>
    (ownMember(DYNAMODB, call.operation) ?? onTable)(call, around),
  AmazonSQS: onQueue,
  TrentService: onKey,
};

/** Empty for a service that is not known here: nothing can grant it. */
export const requiredActions: Requirement = (call, around) =>
  ownMember(SERVICES, call.service)?.(call, around) ?? [];
