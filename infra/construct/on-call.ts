import { CfnOutput, Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnTopic, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

import { nameInTemplate } from './name-in-template.ts';

export const ALARM_PERIOD = Duration.minutes(5);

/** What the person who is woken is told. */
export interface Warning {
  /** One plain sentence: who is hurt and how. */
  readonly impact: string;
  /** The heading of the entry in RUNBOOK.md, as an anchor. */
  readonly runbook: string;
}

export interface AlarmRule extends Warning {
  readonly metric: IMetric;
  /** Rings when a five-minute value reaches this. */
  readonly reaches: number;
  /** How many values in a row have to; default 1. */
  readonly times?: number;
}

/** The people on call: one topic, and every alarm that rings there. */
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

  /** `of`: what is watched, in whatever stack it stands. */
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
   * A topic without a policy of its own lets its account's alarms publish; the policy that refuses
   * plain HTTP replaces that default, and every alarm would be silent.
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
