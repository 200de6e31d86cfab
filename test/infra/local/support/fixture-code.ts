/** Code of the functions that `boot.test.ts` boots. */

/** Writes one item with the real SDK; all names are from the environment. */
export const WRITER = `
  import { DynamoDBClient, PutItemCommand, DeleteItemCommand } from '@aws-sdk/client-dynamodb';
  const requestHandler = { requestTimeout: 500, throwOnRequestTimeout: true };
  const client = new DynamoDBClient({ maxAttempts: 1, requestHandler });
  const TableName = process.env.TABLE_NAME;
  export const handler = async (event) => {
    const pk = { S: event.pathParameters.id };
    if (event.requestContext.http.method === 'DELETE') {
      await client.send(new DeleteItemCommand({ TableName, Key: { pk, sk: { S: 'A' } } }));
      return { statusCode: 204 };
    }
    const at = { S: new Date().toISOString() };
    await client.send(new PutItemCommand({ TableName, Item: { pk, sk: { S: 'A' }, at } }));
    return { statusCode: 201, body: at.S };
  };`;

/** Reads the table's changes and sends each to the queue. */
export const FOLLOWER = `
  import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
  const client = new SQSClient({});
  export const handler = async ({ Records }) => {
    for (const { dynamodb } of Records) {
      const MessageBody = JSON.stringify({ id: dynamodb.Keys.pk.S });
      await client.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE_URL, MessageBody }));
    }
    return { batchItemFailures: [] };
  };`;

/** Receives messages and writes their contents; refuses the poisoned ones. */
export const CONSUMER = `
  import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
  const client = new DynamoDBClient({});
  export const handler = async ({ Records }) => {
    const batchItemFailures = [];
    for (const { body, messageId } of Records) {
      const { id } = JSON.parse(body);
      if (id === 'poison') batchItemFailures.push({ itemIdentifier: messageId });
      else await client.send(new PutItemCommand({
        TableName: process.env.TABLE_NAME,
        Item: { pk: { S: 'seen-' + id }, sk: { S: 'B' } },
      }));
    }
    return { batchItemFailures };
  };`;

export const WHO = 'exports.handler = async (event) => event.requestContext.authorizer.jwt;';
export const SLOW =
  'exports.handler = (event) => event.body ? process.exit(1) : new Promise(() => {});';
export const BEAT = "exports.handler = async (event) => { console.log('beat ' + event.time); };";

/** Accesses objects with the real SDK, with a client without settings for the local runtime. */
export const SIGNER = `
  import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
  import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
  const client = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
  const works = {
    put: async (at) => (await client.send(new PutObjectCommand({ ...at, Body: 'bytes' }))) && 'stored',
    head: async (at) => String((await client.send(new HeadObjectCommand(at))).ContentLength),
    upload: (at) => getSignedUrl(client, new PutObjectCommand(at), { expiresIn: 60 }),
    download: (at) => getSignedUrl(client, new GetObjectCommand(at), { expiresIn: 60 }),
  };
  export const handler = ({ work, key }) =>
    works[work]({ Bucket: process.env.EVIDENCE_BUCKET, Key: key }).catch((fault) =>
      fault.$metadata?.httpStatusCode === 403 && work === 'head' ? '403' : fault.name);
`;
