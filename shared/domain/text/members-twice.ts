/**
 * JSON may give one member twice, and readers differ in which one counts: `JSON.parse` takes the
 * last without a word. Here nothing is chosen: each of them gets a name of its own.
 */
export type MemberPath = readonly (string | number)[];

export interface MarkedJson {
  /** The text, in which every member that came more than once has its place in its name. */
  readonly text: string;
  /** Where they stand, each once. */
  readonly twice: readonly MemberPath[];
}

/** More than a person corrects before the next attempt. */
const mostPaths = 200;

/** The text of a name in its quotes. */
interface Place {
  readonly from: number;
  readonly to: number;
}

/** A list or an object that is being read. */
interface Open {
  /** Undefined: a list. */
  readonly members: Map<string, Place[]> | undefined;
  at: string | number;
}

interface OpenObject extends Open {
  readonly members: Map<string, Place[]>;
}

const isObject = (inner: Open | undefined): inner is OpenObject => inner?.members !== undefined;

/** Returns the end of the text whose first quote is at `from`. */
const endOfText = (text: string, from: number): number => {
  for (let end = text.indexOf('"', from + 1); ; end = text.indexOf('"', end + 1)) {
    let first = end;
    while (text[first - 1] === '\\') first -= 1;
    if ((end - first) % 2 === 0) return end + 1;
  }
};

const beforeValue = /[ \t\r\n]*:/y;

const isName = (text: string, to: number): boolean => {
  beforeValue.lastIndex = to;
  return beforeValue.test(text);
};

const nameIn = (quoted: string): string =>
  quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);

interface Renamed extends Place {
  readonly name: string;
}

const rename = (text: string, renamed: readonly Renamed[]): string => {
  const parts: string[] = [];
  let done = 0;
  for (const { from, to, name } of renamed.toSorted((a, b) => a.from - b.from)) {
    parts.push(text.slice(done, from), JSON.stringify(name));
    done = to;
  }
  return parts.join('') + text.slice(done);
};

/** What a member is called that came more than once. */
const nameOf = (name: string, place: number): string => `${name} (#${place})`;

/** Returns the name that a member has where it stands once. */
export const plainName = (name: string): string => name.replace(/ \(#\d+\)$/, '');

/** Whether a text of JSON has a member so called; within a text its quotes would be escaped. */
export const isMarked = (json: string): boolean => / \(#\d+\)":/.test(json);

/** Returns what came under one name; undefined unless it came more than once. */
export const valuesOf = (
  from: Readonly<Record<string, unknown>>,
  name: string,
): readonly unknown[] | undefined => {
  const values: unknown[] = [];
  while (Object.hasOwn(from, nameOf(name, values.length + 1))) {
    values.push(from[nameOf(name, values.length + 1)]);
  }
  return values.length > 1 ? values : undefined;
};

interface Scan {
  readonly text: string;
  readonly except: ReadonlySet<string>;
  readonly open: Open[];
  readonly twice: MemberPath[];
  readonly renamed: Renamed[];
}

const enterMember = (
  { text, except, open, twice }: Scan,
  place: Place,
  inner: OpenObject,
): void => {
  const name = nameIn(text.slice(place.from, place.to));
  inner.at = name;
  if (except.has(name)) return;
  const places = inner.members.get(name) ?? [];
  inner.members.set(name, places);
  places.push(place);
  if (places.length === 2 && twice.length < mostPaths) twice.push(open.map(({ at }) => at));
};

/** Returns the end of a text, which may be the name of a member. */
const readText = (scan: Scan, from: number): number => {
  const to = endOfText(scan.text, from);
  const inner = scan.open.at(-1);
  if (isObject(inner) && isName(scan.text, to)) enterMember(scan, { from, to }, inner);
  return to;
};

const leave = ({ open, renamed }: Scan): void => {
  for (const [name, places] of open.pop()?.members ?? []) {
    if (places.length === 1) continue;
    for (const [index, place] of places.entries()) {
      renamed.push({ ...place, name: nameOf(name, index + 1) });
    }
  }
};

const nextItem = ({ open }: Scan): void => {
  const inner = open.at(-1);
  if (typeof inner?.at === 'number') inner.at += 1;
};

/**
 * Marks the members that came more than once; those named in `except` are nobody's concern.
 *
 * @param text valid JSON
 */
export const markTwice = (text: string, except: ReadonlySet<string> = new Set()): MarkedJson => {
  const scan: Scan = { text, except, open: [], twice: [], renamed: [] };
  let index = 0;
  while (index < text.length) {
    const sign = text[index];
    index = sign === '"' ? readText(scan, index) : index + 1;
    if (sign === '{') scan.open.push({ members: new Map(), at: '' });
    else if (sign === '[') scan.open.push({ members: undefined, at: 0 });
    else if (sign === '}' || sign === ']') leave(scan);
    else if (sign === ',') nextItem(scan);
  }
  const { twice, renamed } = scan;
  return { text: rename(text, renamed), twice };
};
