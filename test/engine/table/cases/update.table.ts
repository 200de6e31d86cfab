import { b, bool, bs, l, m, n, ns, s, ss } from '../values.ts';
import type { Values } from '../values.ts';

export interface UpdateCase {
  readonly does: string;
  /** The item before, without its key; absent: there is none. */
  readonly given?: Values;
  readonly values?: Values;
  readonly names?: Record<string, string>;
  /** The item after the update without its key, `nothing` when there is none, or the error. */
  readonly gives: Values | 'nothing' | { readonly refuses: string | RegExp };
}

type More = Omit<UpdateCase, 'does' | 'gives'>;

const row = (does: string, gives: UpdateCase['gives'], more: More = {}): UpdateCase => ({
  does,
  gives,
  ...more,
});

const refuses = (message: string | RegExp) => ({ refuses: message });
const bad = (message: string) => refuses(`Invalid UpdateExpression: ${message}`);

const BAD_PATH = refuses(
  'The document path provided in the update expression is invalid for update',
);
const NO_SUCH = refuses(
  'The provided expression refers to an attribute that does not exist in the item',
);
const BAD_TYPE = refuses('An operand in the update expression has an incorrect data type');

const overlap = (one: string, other: string) =>
  bad(
    'Two document paths overlap with each other; must remove or rewrite one of these paths; ' +
      `path one: ${one}, path two: ${other}`,
  );

export const UPDATES: readonly UpdateCase[] = [
  row('SET a = :v', { a: n(1) }, { given: {}, values: { ':v': n(1) } }),
  row('SET a = :v', { a: n(1) }, { values: { ':v': n(1) } }),
  row('set a=:v,b1 = :v', { a: n(1), b1: n(1) }, { given: {}, values: { ':v': n('1.0') } }),
  row(
    'SET #a = :v',
    { 'odd name.': n(1) },
    {
      given: {},
      values: { ':v': n(1) },
      names: { '#a': 'odd name.' },
    },
  ),
  row('SET b1 = a', { a: s('x'), b1: s('x') }, { given: { a: s('x') } }),
  row('SET a = b1, b1 = a', { a: s('y'), b1: s('x') }, { given: { a: s('x'), b1: s('y') } }),
  row('REMOVE a SET b1 = a', { b1: s('x') }, { given: { a: s('x') } }),
  row('SET a = gone', NO_SUCH, { given: { a: s('x') } }),
  row('SET a = gone', NO_SUCH),
  row('SET a = :v, b1 = a', NO_SUCH, { given: {}, values: { ':v': n(1) } }),
  row('SET copy1 = pk', { copy1: s('update') }, { given: {} }),
  row('SET a = a + :v', { a: n('1.3') }, { given: { a: n('0.1') }, values: { ':v': n('1.2') } }),
  row('SET a = a - :v', { a: n('-1.1') }, { given: { a: n('0.1') }, values: { ':v': n('1.2') } }),
  row(
    'SET a = :w - :v',
    { a: n('9999999999999999999999') },
    {
      given: {},
      values: { ':w': n('10000000000000000000000'), ':v': n(1) },
    },
  ),
  row('SET a = (a + :v)', { a: n(3) }, { given: { a: n(1) }, values: { ':v': n(2) } }),
  row('SET a = a + :v', NO_SUCH, { given: {}, values: { ':v': n(2) } }),
  row('SET a = a + :v', BAD_TYPE, { given: { a: s('1') }, values: { ':v': n(2) } }),
  row(
    'SET a = a + :v',
    bad(
      'Incorrect operand type for operator or function; operator or function: +, operand type: S',
    ),
    { given: { a: n(1) }, values: { ':v': s('2') } },
  ),
  row('SET a = :v + :v + :v', bad('Syntax error; token: "+", near: ":v + :v"'), {
    given: {},
    values: { ':v': n(2) },
  }),
  row('SET a = :v + :v', refuses(/^Number overflow/), { values: { ':v': n('9e125') } }),
  row('SET a = :v - :w', refuses(/^Number overflow/), {
    values: { ':v': n('1e50'), ':w': n(1) },
  }),
  row('SET a = if_not_exists(a, :v)', { a: n(1) }, { given: {}, values: { ':v': n(1) } }),
  row(
    'SET a = if_not_exists(a, :v)',
    { a: n(9) },
    {
      given: { a: n(9) },
      values: { ':v': n(1) },
    },
  ),
  row(
    'SET a = if_not_exists(a, :z) + :v',
    { a: n(5) },
    {
      values: { ':z': n(0), ':v': n(5) },
    },
  ),
  row(
    'SET a = if_not_exists(x, if_not_exists(y, :v))',
    { a: n(1), y: n(1) },
    {
      given: { y: n(1) },
      values: { ':v': n(2) },
    },
  ),
  row(
    'SET a = if_not_exists(:v, :v)',
    bad('Operator or function requires a document path; operator or function: if_not_exists'),
    { values: { ':v': n(2) } },
  ),
  row(
    'SET a = list_append(a, :v)',
    { a: l(n(1), n(2)) },
    {
      given: { a: l(n(1)) },
      values: { ':v': l(n(2)) },
    },
  ),
  row(
    'SET a = list_append(:v, a)',
    { a: l(n(2), n(1)) },
    {
      given: { a: l(n(1)) },
      values: { ':v': l(n(2)) },
    },
  ),
  row(
    'SET a = list_append(if_not_exists(a, :e), :v)',
    { a: l(n(2)) },
    {
      values: { ':v': l(n(2)), ':e': l() },
    },
  ),
  row('SET a = list_append(a, :v)', BAD_TYPE, { given: { a: n(1) }, values: { ':v': l(n(2)) } }),
  row('SET a = list_append(a, :v)', NO_SUCH, { given: {}, values: { ':v': l(n(2)) } }),
  row(
    'SET a = list_append(a, :v)',
    bad(
      'Incorrect operand type for operator or function; operator or function: list_append, operand type: S',
    ),
    { given: {}, values: { ':v': s('x') } },
  ),
  row(
    'SET a = list_append(list_append(:v, :v), :v)',
    bad('The function is not allowed to be used this way in an expression; function: list_append'),
    { values: { ':v': l() } },
  ),
  row(
    'SET a = list_append(:v)',
    bad(
      'Incorrect number of operands for operator or function; operator or function: list_append, number of operands: 1',
    ),
    { values: { ':v': l() } },
  ),
  row('SET a = f(:v)', bad('Invalid function name; function: f'), { values: { ':v': l() } }),
  row(
    'SET a = size(x)',
    bad('The function is not allowed in an update expression; function: size'),
  ),
  row(
    'SET a.x = :v',
    { a: m({ x: n(2), y: n(3) }) },
    {
      given: { a: m({ x: n(1), y: n(3) }) },
      values: { ':v': n(2) },
    },
  ),
  row(
    'SET a.z = :v',
    { a: m({ x: n(1), z: n(2) }) },
    {
      given: { a: m({ x: n(1) }) },
      values: { ':v': n(2) },
    },
  ),
  row(
    'SET a[1] = :v',
    { a: l(n(1), n(9), n(3)) },
    {
      given: { a: l(n(1), n(2), n(3)) },
      values: { ':v': n(9) },
    },
  ),
  row(
    'SET a[84] = :a1, a[37] = :a2, a[17] = :a3',
    { a: l(n(0), s('3'), s('2'), s('1')) },
    {
      given: { a: l(n(0)) },
      values: { ':a1': s('1'), ':a2': s('2'), ':a3': s('3') },
    },
  ),
  row(
    'SET a.b1[1].#n = :v',
    { a: m({ b1: l(s('x'), m({ y: n(7) })) }) },
    {
      given: { a: m({ b1: l(s('x'), m({ y: n(1) })) }) },
      values: { ':v': n(7) },
      names: { '#n': 'y' },
    },
  ),
  row('SET a.x = :v', BAD_PATH, { given: {}, values: { ':v': n(7) } }),
  row('SET a.x = :v', BAD_PATH, { values: { ':v': n(7) } }),
  row('SET a.x = :v', BAD_PATH, { given: { a: s('x') }, values: { ':v': n(7) } }),
  row('SET a.x = :v', BAD_PATH, { given: { a: l() }, values: { ':v': n(7) } }),
  row('SET a[0] = :v', BAD_PATH, { given: { a: m({}) }, values: { ':v': n(7) } }),
  row('REMOVE a.x', BAD_PATH, { given: { a: s('x') } }),
  row('REMOVE a', {}, { given: { a: s('x') } }),
  row('REMOVE a, b1', { c: s('z') }, { given: { a: s('x'), b1: s('y'), c: s('z') } }),
  row('REMOVE gone', {}, { given: {} }),
  row('REMOVE gone', 'nothing'),
  row('REMOVE x.y', 'nothing'),
  row('REMOVE a.x', { a: m({}) }, { given: { a: m({ x: n(1) }) } }),
  row('REMOVE a.nope', { a: m({ x: n(1) }) }, { given: { a: m({ x: n(1) }) } }),
  row('REMOVE a[0], a[2]', { a: l(n(2)) }, { given: { a: l(n(1), n(2), n(3)) } }),
  row('REMOVE a[17]', { a: l(n(1)) }, { given: { a: l(n(1)) } }),
  row(
    'REMOVE a[1] SET a[3] = :v',
    { a: l(n(2), n(4), n(17), n(6)) },
    {
      given: { a: l(n(2), n(3), n(4), n(5), n(6)) },
      values: { ':v': n(17) },
    },
  ),
  row('ADD a :v', { a: n(7) }, { given: { a: n(3) }, values: { ':v': n(4) } }),
  row('ADD a :v', { a: n(4) }, { given: {}, values: { ':v': n(4) } }),
  row('ADD a :v', { a: n(4) }, { values: { ':v': n(4) } }),
  row(
    'ADD a.x :v',
    { a: m({ x: n(5) }) },
    { given: { a: m({ x: n(1) }) }, values: { ':v': n(4) } },
  ),
  row(
    'ADD a :v',
    { a: ss('a', 'b', 'c') },
    {
      given: { a: ss('b', 'a') },
      values: { ':v': ss('c', 'b') },
    },
  ),
  row('ADD a :v', { a: ns(1, 2) }, { given: {}, values: { ':v': ns(2, 1) } }),
  row('ADD a :v', BAD_TYPE, { given: { a: s('x') }, values: { ':v': n(4) } }),
  row('ADD a :v', BAD_TYPE, { given: { a: ns(1) }, values: { ':v': ss('x') } }),
  row('ADD a :v', BAD_TYPE, { given: { a: n(1) }, values: { ':v': ns(1) } }),
  row(
    'ADD a :v',
    bad('Incorrect operand type for operator or function; operator: ADD, operand type: STRING'),
    { given: {}, values: { ':v': s('x') } },
  ),
  row(
    'ADD a :v',
    bad('Incorrect operand type for operator or function; operator: ADD, operand type: LIST'),
    { given: {}, values: { ':v': l() } },
  ),
  row('ADD a = :v', bad('Syntax error; token: "=", near: "a = :v"'), { values: { ':v': n(1) } }),
  row(
    'DELETE a :v',
    { a: ss('a') },
    {
      given: { a: ss('a', 'b') },
      values: { ':v': ss('b', 'zebra') },
    },
  ),
  row('DELETE a :v', {}, { given: { a: bs([1]) }, values: { ':v': bs([1]) } }),
  row('DELETE a :v', {}, { given: {}, values: { ':v': ss('b') } }),
  row('DELETE a :v', 'nothing', { values: { ':v': ss('b') } }),
  row('DELETE a :v', BAD_TYPE, { given: { a: ns(1) }, values: { ':v': ss('b') } }),
  row(
    'DELETE a :v',
    bad('Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER'),
    { given: {}, values: { ':v': n(1) } },
  ),
  row(
    'SET a = :v REMOVE b1 ADD c :v DELETE d :s',
    { a: n(1), c: n(3), d: ss('y') },
    {
      given: { b1: bool(true), c: n(2), d: ss('x', 'y') },
      values: { ':v': n(1), ':s': ss('x') },
    },
  ),
  row(
    'SET a = :v SET b1 = :v',
    bad('The "SET" section can only be used once in an update expression;'),
    { values: { ':v': n(1) } },
  ),
  row('SET a = :v REMOVE a', overlap('[a]', '[a]'), { values: { ':v': n(1) } }),
  row('SET a = :v, a.x = :v', overlap('[a]', '[a, x]'), { values: { ':v': n(1) } }),
  row('SET a[1].x = :v, a[1] = :v', overlap('[a, [1], x]', '[a, [1]]'), {
    values: { ':v': n(1) },
  }),
  row('SET #x = :v, #y = :v', overlap('[a]', '[a]'), {
    values: { ':v': n(1) },
    names: { '#x': 'a', '#y': 'a' },
  }),
  row(
    'SET a.x = :v, a[1] = :v',
    bad(
      'Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, x], path two: [a, [1]]',
    ),
    { values: { ':v': n(1) } },
  ),
  row('SET pk = :v', refuses(/Cannot update attribute pk\. This attribute is part of the key/), {
    values: { ':v': s('x') },
  }),
  row('REMOVE sk', refuses(/Cannot update attribute sk\. This attribute is part of the key/)),
  row('SET owner.x = :v', bad('Attribute name is a reserved keyword; reserved keyword: owner'), {
    values: { ':v': s('x') },
  }),
  row('SET due = :v', refuses(/Type mismatch for Index Key due Expected: N Actual: S IndexName/), {
    given: {},
    values: { ':v': s('x') },
  }),
  row('SET topic = :v', refuses(/cannot contain an empty string value.*IndexKey: topic/), {
    given: {},
    values: { ':v': s('') },
  }),
  row('SET topic.x = :v', refuses(/Key attributes must be scalars.*IndexKey: topic/), {
    given: { topic: s('x') },
    values: { ':v': s('y') },
  }),
  row('', bad('The expression can not be empty;')),
  row('HELLO a = :v', bad('Syntax error; token: "HELLO", near: "HELLO a"'), {
    values: { ':v': s('x') },
  }),
  row('SET', bad('Syntax error; token: "<EOF>", near: "SET"')),
  row('SET _123 = :v', bad('Syntax error; token: "_", near: "SET _123"'), {
    values: { ':v': s('x') },
  }),
  row('SET :v = :v', bad('Syntax error; token: ":v", near: "SET :v ="'), {
    values: { ':v': s('x') },
  }),
  row('SET a = :v,', bad('Syntax error; token: "<EOF>", near: ","'), { values: { ':v': s('x') } }),
  row(
    'SET toString = :v, isPrototypeOf = if_not_exists(valueOf, :v) REMOVE hasOwnProperty',
    { a: b(1), toString: s('x'), isPrototypeOf: s('x') },
    { given: { a: b(1) }, values: { ':v': s('x') } },
  ),
  row(
    'SET #c = :v, #p = :v',
    { a: b(1), constructor: s('x'), toString: s('x') },
    {
      given: { a: b(1) },
      values: { ':v': s('x') },
      names: { '#c': 'constructor', '#p': 'toString' },
    },
  ),
];
