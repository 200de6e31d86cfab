/** A stack with every name resolved: values of `Ref` and `Fn::GetAtt`, active resources. */
import { TemplateFault } from '../template-fault.ts';
import type { AssemblyStack, Resource } from './assembly-stack.ts';
import { evaluateCondition } from './conditions.ts';
import { NO_VALUE, resolveValue } from './intrinsics.ts';
import type { Scope } from './intrinsics.ts';
import { parameterValue } from './parameters.ts';
import type { LocalPlace } from './place.ts';
import { IDENTITIES } from './resource-identity.table.ts';
import type { Identity, NamedResource } from './resource-identity.table.ts';
import { expectText } from './shape.ts';
import type { Json } from './shape.ts';

export type ParameterValues = Readonly<Record<string, string>>;

/** One resource, resolved. */
export interface StackResource {
  /** The logical id. */
  readonly id: string;
  readonly type: string;
  /** The place in the template, for error messages. */
  readonly at: string;
  /** The physical name. */
  readonly name: string;
  readonly properties: Json;
  readonly metadata: Json;
  attribute(name: string): string;
}

export interface Stack {
  readonly directory: string;
  readonly place: LocalPlace;
  /** Returns the resources of these types whose condition holds, in template order. */
  ofType(...types: readonly string[]): readonly StackResource[];
}

const pseudoParameters = (stack: AssemblyStack, place: LocalPlace): Json => ({
  'AWS::AccountId': place.account,
  'AWS::NoValue': NO_VALUE,
  'AWS::NotificationARNs': [],
  'AWS::Partition': place.partition,
  'AWS::Region': place.region,
  'AWS::StackId': `arn:${place.partition}:cloudformation:${place.region}:${place.account}:stack/${stack.name}/local`,
  'AWS::StackName': stack.name,
  'AWS::URLSuffix': place.urlSuffix,
});

const identityOf = (type: string, at: string): Identity => {
  const identity = IDENTITIES[type];
  if (identity) return identity;
  throw new TemplateFault(at, `${type} is not known to the local runtime`);
};

class BoundStack implements Scope, Stack {
  readonly directory: string;
  readonly place: LocalPlace;
  readonly #stack: AssemblyStack;
  readonly #parameters: ParameterValues;
  readonly #pseudo: Json;
  readonly #resources: readonly StackResource[];

  constructor(stack: AssemblyStack, parameters: ParameterValues, place: LocalPlace) {
    this.directory = stack.directory;
    this.place = place;
    this.#stack = stack;
    this.#parameters = parameters;
    this.#pseudo = pseudoParameters(stack, place);
    this.#refuseUnknownParameters();
    this.#resources = Object.entries(stack.template.Resources)
      .filter(([, resource]) => this.#exists(resource))
      .map(([id, resource]) => this.#bind(id, resource));
  }

  ofType(...types: readonly string[]): readonly StackResource[] {
    return this.#resources.filter((resource) => types.includes(resource.type));
  }

  ref(name: string, at: string): unknown {
    if (name in this.#pseudo) return this.#pseudo[name];
    const parameter = this.#stack.template.Parameters[name];
    if (parameter) return parameterValue(name, parameter, this.#parameters[name]);
    const resource = this.#resource(name, at);
    return identityOf(resource.Type, `Resources.${name}.Type`).ref(this.#named(name, resource));
  }

  attribute(id: string, name: string, at: string): string {
    const resource = this.#resource(id, at);
    const identity = identityOf(resource.Type, `Resources.${id}.Type`);
    const identify = identity.attributes[name];
    if (identify) return identify(this.#named(id, resource));
    throw new TemplateFault(at, `${resource.Type} has no attribute ${name} in the local runtime`);
  }

  condition(name: string): boolean {
    return evaluateCondition(this.#stack.template.Conditions, name, this);
  }

  mapped([map = '', first = '', second = '']: readonly string[], at: string): unknown {
    const value = this.#stack.template.Mappings[map]?.[first]?.[second];
    if (value === undefined) throw new TemplateFault(at, `no mapping ${map}.${first}.${second}`);
    return value;
  }

  #exists({ Condition }: Resource): boolean {
    return Condition === undefined || this.condition(Condition);
  }

  #resource(id: string, at: string): Resource {
    const resource = this.#stack.template.Resources[id];
    if (resource && this.#exists(resource)) return resource;
    throw new TemplateFault(at, `refers to ${id}, which is not in the stack`);
  }

  #named(id: string, { Type, Properties }: Resource): NamedResource {
    const { nameProperty, nameWithout } = identityOf(Type, `Resources.${id}.Type`);
    const given = nameProperty === undefined ? undefined : Properties[nameProperty];
    const at = `Resources.${id}.Properties.${nameProperty}`;
    const isFifo = Type === 'AWS::SQS::Queue' && Properties['FifoQueue'] === true;
    const plain = isFifo ? `${id}.fifo` : id;
    const fallback = nameWithout?.({ name: plain, place: this.place }) ?? plain;
    const name = given === undefined ? fallback : expectText(resolveValue(given, at, this), at);
    return { name, place: this.place };
  }

  #bind(id: string, resource: Resource): StackResource {
    const at = `Resources.${id}`;
    const { passedOver } = identityOf(resource.Type, `${at}.Type`);
    const properties = passedOver === undefined ? resource.Properties : {};
    return {
      id,
      type: resource.Type,
      at,
      name: this.#named(id, resource).name,
      properties: resolveValue(properties, `${at}.Properties`, this) as Json,
      metadata: resource.Metadata,
      attribute: (name) => this.attribute(id, name, at),
    };
  }

  #refuseUnknownParameters(): void {
    for (const name of Object.keys(this.#parameters)) {
      if (name in this.#stack.template.Parameters) continue;
      throw new TemplateFault(
        `Parameters.${name}`,
        'has a value, but the template has no such parameter',
      );
    }
  }
}

/** Resolves the whole stack; throws `TemplateFault` at the first unsupported element. */
export const bindStack = (
  stack: AssemblyStack,
  parameters: ParameterValues,
  place: LocalPlace,
): Stack => new BoundStack(stack, parameters, place);
