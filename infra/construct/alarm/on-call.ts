import { CfnOutput, Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnTopic, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

import { nameInTemplate } from '../name-in-template.ts';

export const ALARM_PERIOD = Duration.minutes(5);

/** The message to the person on call. */
export interface Warning {
  /** One plain sentence: who is affected and how. */
  readonly impact: string;
  /** The heading of the entry in RUNBOOK.md, as an anchor. */
  readonly runbook: string;
}

export interface AlarmRule extends Warning {
  readonly metric: IMetric;
  /** Threshold of a five-minute value, inclusive. */
  readonly reaches: number;
  /** Number of consecutive values that must reach it; default 1. */
  readonly times?: number;
}

/** The on-call topic and all alarms that notify it. */
export class OnCall extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    nameInTemplate(this.topic, CfnTopic, 'OnCall');
    this.letAlarmsPublish();
    const arn = new CfnOutput(this, 'Arn', { value: this.topic.topicArn });
    arn.overrideLogicalId('OnCallTopic');
  }

  /** Adds an alarm on `of`, which may be in another stack. */
  alarm(of: Construct, id: string, rule: AlarmRule): void {
    const [, ...path] = of.node.path.split('/');
    new Alarm(this, [...path, id].join(''), {
      metric: rule.metric,
      threshold: rule.reaches,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: rule.times ?? 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${rule.impact} Runbook: infra/RUNBOOK.md#${rule.runbook}`,
    }).addAlarmAction(new SnsAction(this.topic));
  }

  /**
   * Allows alarms to publish. A topic without its own policy allows this account's alarms by
   * default; the policy that refuses plain HTTP replaces that default, and no alarm would arrive.
   */
  private letAlarmsPublish(): void {
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.topic.stack.account } },
      }),
    );
  }
}
