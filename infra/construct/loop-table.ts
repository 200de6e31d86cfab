import { RemovalPolicy } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import {
  AttributeType,
  BillingMode,
  CfnTable,
  ProjectionType,
  StreamViewType,
  Table,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';

import { ALARM_PERIOD } from './alarm/on-call.ts';
import type { OnCall, Warning } from './alarm/on-call.ts';
import type { Grant } from './grant.ts';
import { nameInTemplate } from './name-in-template.ts';

/** Permissions for a transaction are those for its parts. */
export type TableAction =
  | 'BatchGetItem'
  | 'BatchWriteItem'
  | 'ConditionCheckItem'
  | 'DeleteItem'
  | 'GetItem'
  | 'PutItem'
  | 'Query'
  | 'UpdateItem';

/**
 * `due` answers which items are due in a time bucket; `list` answers every work list (tickets of a
 * department, entries awaiting, pads of a hall, integrators). Both are sparse: an item is in an
 * index only while it has the index keys.
 */
const INDEXES = ['due', 'list'] as const;
export type TableIndex = (typeof INDEXES)[number];

const stringAttribute = (name: string) => ({ name, type: AttributeType.STRING });

export interface LoopTableProps {
  readonly onCall: OnCall;
  readonly throttled: Warning;
}

/** The single table; `shared/store/keys.ts` describes its keys and items. */
export class LoopTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, props: LoopTableProps) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: stringAttribute('pk'),
      sortKey: stringAttribute('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: 'ttl',
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    nameInTemplate(this.table, CfnTable, id);
    this.addIndexes();
    this.alarmWhenThrottled(props);
  }

  /** Grants actions on items of the table itself; `query` grants access to an index. */
  may(...actions: readonly TableAction[]): Grant {
    return this.grant(
      actions.map((action) => `dynamodb:${action}`),
      this.table.tableArn,
    );
  }

  query(index: TableIndex): Grant {
    return this.grant(['dynamodb:Query'], `${this.table.tableArn}/index/${index}`);
  }

  /**
   * Grants what Lambda's poller does with the function's role. The poller needs no table name, so
   * there is no variable.
   */
  changes(): Grant {
    return {
      actions: [
        'dynamodb:DescribeStream',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:ListStreams',
      ],
      resources: [this.streamArn],
      environment: {},
    };
  }

  get streamArn(): string {
    const arn = this.table.tableStreamArn;
    if (arn === undefined) throw new Error('the table has no stream');
    return arn;
  }

  private grant(actions: readonly string[], resource: string): Grant {
    return { actions, resources: [resource], environment: { TABLE_NAME: this.table.tableName } };
  }

  private addIndexes(): void {
    this.table.addGlobalSecondaryIndex({
      indexName: 'due',
      partitionKey: stringAttribute('duePk'),
      sortKey: stringAttribute('dueSk'),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: ['kind'],
    });
    this.table.addGlobalSecondaryIndex({
      indexName: 'list',
      partitionKey: stringAttribute('listPk'),
      sortKey: stringAttribute('listSk'),
      projectionType: ProjectionType.ALL,
    });
  }

  /** A throttled index throttles writes to the table, so the indexes count too. */
  private alarmWhenThrottled({ onCall, throttled }: LoopTableProps): void {
    const places = [undefined, ...INDEXES];
    const counts = places.flatMap((index) => [
      [`read${index ?? ''}`, this.throttles('ReadThrottleEvents', index)] as const,
      [`write${index ?? ''}`, this.throttles('WriteThrottleEvents', index)] as const,
    ]);
    onCall.alarm(this, 'Throttled', {
      metric: new MathExpression({
        label: 'throttled reads and writes',
        expression: counts.map(([name]) => `FILL(${name}, 0)`).join(' + '),
        usingMetrics: Object.fromEntries(counts),
        period: ALARM_PERIOD,
      }),
      reaches: 10,
      ...throttled,
    });
  }

  private throttles(metricName: string, index: TableIndex | undefined): Metric {
    return new Metric({
      namespace: 'AWS/DynamoDB',
      metricName,
      dimensionsMap: {
        TableName: this.table.tableName,
        ...(index === undefined ? {} : { GlobalSecondaryIndexName: index }),
      },
      statistic: 'Sum',
      period: ALARM_PERIOD,
    });
  }
}
