/** The expressions of one request, checked against its names and values. */
import { Bindings } from '../../expression/bindings.ts';
import { checkConditionTypes } from '../../expression/condition/condition-types.ts';
import type { DocumentPath } from '../../expression/document-path.ts';
import { conditionOf, projectionOf, updateOf } from '../../expression/expression.ts';
import type { Parsed } from '../../expression/expression.ts';
import { findCollision } from '../../expression/path-collision.ts';
import { makeValidationError } from '../../expression/refusal.ts';
import type { Action, Condition } from '../../expression/syntax.ts';
import { checkUpdateTypes } from '../../expression/update/update-types.ts';
import type { Parameters } from '../definition/parameters.ts';

export type ExpressionLabel =
  | 'ConditionExpression'
  | 'UpdateExpression'
  | 'KeyConditionExpression'
  | 'FilterExpression'
  | 'ProjectionExpression';

export class RequestExpressions {
  readonly bindings: Bindings;
  readonly #parameters: Parameters;

  /** `labels`: the expressions that this kind of request may have. */
  constructor(parameters: Parameters, labels: readonly ExpressionLabel[]) {
    this.#parameters = parameters;
    this.#refuseLonely(labels);
    this.bindings = new Bindings({
      names: parameters.names('ExpressionAttributeNames'),
      values: parameters.values('ExpressionAttributeValues'),
    });
  }

  condition(label: ExpressionLabel): Condition | undefined {
    const parsed = this.#parsed(label, conditionOf);
    if (parsed !== undefined) checkConditionTypes(parsed.tree, this.bindings, parsed.refuse);
    return parsed?.tree;
  }

  update(): readonly Action[] | undefined {
    const parsed = this.#parsed('UpdateExpression', updateOf);
    if (parsed !== undefined) checkUpdateTypes(parsed.tree, this.bindings, parsed.refuse);
    return parsed?.tree;
  }

  projection(): readonly DocumentPath[] | undefined {
    const parsed = this.#parsed('ProjectionExpression', projectionOf);
    const paths = parsed?.tree.map((path) => this.bindings.path(path));
    const collision = paths === undefined ? undefined : findCollision(paths);
    if (collision !== undefined) throw parsed?.refuse(collision) ?? makeValidationError(collision);
    return paths;
  }

  #parsed<T>(
    label: ExpressionLabel,
    parse: (label: string, text: string) => Parsed<T>,
  ): Parsed<T> | undefined {
    const text = this.#parameters.text(label);
    if (text === undefined) return undefined;
    const parsed = parse(label, text);
    this.bindings.use(parsed.aliases, parsed.refuse);
    return parsed;
  }

  /** Refuses names and values without any expression that could use them. */
  #refuseLonely(labels: readonly ExpressionLabel[]): void {
    const isGiven = (label: ExpressionLabel) => this.#parameters.has(label);
    if (this.#parameters.has('ExpressionAttributeNames') && !labels.some(isGiven)) {
      throw makeValidationError(
        'ExpressionAttributeNames can only be specified when using expressions',
      );
    }
    const valued = labels.filter((label) => label !== 'ProjectionExpression');
    if (this.#parameters.has('ExpressionAttributeValues') && !valued.some(isGiven)) {
      const verb = valued.length > 1 ? 'are' : 'is';
      throw makeValidationError(
        'ExpressionAttributeValues can only be specified when using expressions: ' +
          `${valued.join(' and ')} ${verb} null`,
      );
    }
  }
}
