/**
 * CloudFormation parameters: the value given at boot, otherwise the default, otherwise an error.
 */
import { TemplateFault } from '../template-fault.ts';
import type { Parameter } from './assembly-stack.ts';

const chosenText = (parameter: Parameter, given: string | undefined, at: string): string => {
  const text = given ?? parameter.Default;
  if (text === undefined) throw new TemplateFault(at, 'has no default and no value');
  return String(text);
};

const checkAllowed = (parameter: Parameter, text: string, at: string): void => {
  const { AllowedValues, AllowedPattern } = parameter;
  if (AllowedValues && !AllowedValues.includes(text)) {
    throw new TemplateFault(at, `must be one of ${AllowedValues.join(', ')}`);
  }
  if (AllowedPattern !== undefined && !new RegExp(`^(?:${AllowedPattern})$`, 'u').test(text)) {
    throw new TemplateFault(at, `must match ${AllowedPattern}`);
  }
};

/** Returns the parameter's value: a string, or a list of strings for the list types. */
export const parameterValue = (
  name: string,
  parameter: Parameter,
  given: string | undefined,
): string | readonly string[] => {
  const at = `Parameters.${name}`;
  if (parameter.Type.startsWith('AWS::SSM::') && given === undefined) {
    throw new TemplateFault(at, 'is read from SSM, which has no local counterpart: give a value');
  }
  const text = chosenText(parameter, given, at);
  checkAllowed(parameter, text, at);
  const isList = parameter.Type === 'CommaDelimitedList' || parameter.Type.startsWith('List<');
  return isList ? text.split(',').map((entry) => entry.trim()) : text;
};
