/**
 * Texts that a test could only repeat are not mutated: the words of a name or a code in both
 * languages, and the message of an error that only a fault of the program raises; nor is a case
 * that the types exclude, or a value that nobody reads.
 */
interface Node {
  readonly type: string;
  readonly name?: string;
  readonly key?: Node;
  readonly value?: unknown;
  readonly test?: Node | null;
  readonly consequent?: readonly Node[];
  readonly argument?: Node | null;
  readonly callee?: Node;
  readonly expressions?: readonly Node[];
  readonly properties?: readonly Node[];
  readonly elements?: readonly (Node | null)[];
}

interface Path {
  readonly node: Node;
  readonly parent?: Node | null;
  readonly parentPath?: Path | null;
}

const isText = ({ type }: Node): boolean => type === 'StringLiteral' || type === 'TemplateLiteral';

const isError = ({ type, callee }: Node): boolean =>
  type === 'NewExpression' && /^(?:[A-Z]\w*)?Error$/u.test(callee?.name ?? '');

/** Words that nothing is inserted into. */
const isFixed = (node: Node): boolean => isText(node) && (node.expressions ?? []).length === 0;

const isLanguage = ({ type, key, value }: Node): boolean =>
  type === 'ObjectProperty' && (key?.name === 'zh' || key?.name === 'en') && isFixed(value as Node);

const isPairOfWords = ({ type, properties = [] }: Node): boolean =>
  type === 'ObjectExpression' && properties.length === 2 && properties.every(isLanguage);

/** `[code, zh, en]`: a row of a code table. */
const isWordOfRow = (node: Node, { type, elements = [] }: Node): boolean => {
  const [, zh] = elements;
  const isRow = type === 'ArrayExpression' && elements.length === 3;
  return isRow && node !== elements[0] && /\p{Script=Han}/u.test(String(zh?.value));
};

/** `default: return name satisfies never;`, without its type. */
const isExcluded = ({ type, test, consequent = [] }: Node): boolean => {
  const [only] = Array.isArray(consequent) ? (consequent as readonly Node[]) : [];
  return (
    type === 'SwitchCase' &&
    test === null &&
    consequent.length === 1 &&
    only?.type === 'ReturnStatement' &&
    ['Identifier', 'MemberExpression'].includes(only.argument?.type ?? '')
  );
};

/** `namesOf({ name: true })` reads the names only. */
const isValueOfName = ({ node, parentPath }: Path): boolean =>
  node.type === 'ObjectProperty' && parentPath?.parent?.callee?.name === 'namesOf';

export const whyIgnored = (path: Path): string | undefined => {
  const { node, parent } = path;
  if (isValueOfName(path)) return 'the value of a name in a list of names';
  if (isExcluded(node)) return 'a case that the types exclude';
  if (isPairOfWords(node)) return 'the words of a name';
  if (parent === undefined || parent === null || !isText(node)) return undefined;
  if (isWordOfRow(node, parent)) return 'the words of a code';
  if (isError(parent)) return 'the message of a fault of the program';
  return isLanguage(parent) ? 'a word in one language' : undefined;
};

/** Stryker finds its plugins under this name. */
export const strykerPlugins = [
  { kind: 'Ignore', name: 'texts', value: { shouldIgnore: whyIgnored } },
] as const;
