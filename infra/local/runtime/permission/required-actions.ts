/** The IAM actions and resources that a call needs, by the service authorization reference. */
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

/** What is needed in addition to the call to name its resources. */
interface Surroundings {
  readonly place: LocalPlace;
  /** Key ARNs by every name that a request may use: id, ARN, alias name, alias ARN. */
  readonly keyArns: ReadonlyMap<string, string>;
}

type Requirement = (call: WireCall, around: Surroundings) => readonly RequiredAction[];

/** A null member counts as missing, as in all requests. */
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

/** Empty when the request contains no name. */
const nameIn = ({ operation, input }: WireCall): string => {
  if (operation === 'GetQueueUrl') return textOf(input['QueueName']);
  const url = textOf(input['QueueUrl']);
  return url.slice(url.lastIndexOf('/') + 1);
};

const BY_SOURCE = new Set(['StartMessageMoveTask', 'ListMessageMoveTasks']);

/**
 * A batch needs the permission for its single action. Only the member that the operation itself
 * reads counts, so that no other member of a request can refer to another queue.
 */
const onQueue: Requirement = (call, { place }) => {
  const { operation, input } = call;
  const action = `sqs:${operation.replace(/Batch$/u, '')}`;
  if (BY_SOURCE.has(operation)) return [{ action, resource: textOf(input['SourceArn']) || '*' }];
  const name = nameIn(call);
  return [{ action, resource: name === '' ? '*' : arnOf(place, 'sqs', name) }];
};

/**
 * A ciphertext contains its key id in a form that this check cannot read, so a call that names no
 * key needs the permission for every key of the stack.
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

/** Empty for an unknown service: no policy can allow it. */
export const requiredActions: Requirement = (call, around) =>
  ownMember(SERVICES, call.service)?.(call, around) ?? [];
