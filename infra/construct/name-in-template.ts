import type { CfnElement } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

type ElementClass = abstract new (...parts: never[]) => CfnElement;

/**
 * Fixes the logical id of the resource under a construct. CloudFormation identifies a resource by
 * this id: with a fixed id, moving a construct in the source never replaces a table or a queue.
 */
export const nameInTemplate = (construct: IConstruct, kind: ElementClass, name: string): void => {
  const element = construct.node.defaultChild;
  if (!(element instanceof kind)) {
    throw new Error(`${construct.node.path} has no resource for the logical id ${name}`);
  }
  element.overrideLogicalId(name);
};
