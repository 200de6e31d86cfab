/**
 * The syntax tree of expressions, before names and values are bound. In a path, a string that
 * starts with `#` is a placeholder; a plain name cannot start with it.
 */
export type RawPath = readonly (string | number)[];

interface PathOperand {
  readonly kind: 'path';
  readonly path: RawPath;
}

export interface ValueOperand {
  readonly kind: 'value';
  readonly alias: string;
}

export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly operands: readonly Operand[];
}

export type Operand = PathOperand | ValueOperand | Call;

export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>=';

export type Condition =
  | {
      readonly kind: 'compare';
      readonly operator: Comparator;
      readonly left: Operand;
      readonly right: Operand;
    }
  | {
      readonly kind: 'between';
      readonly operand: Operand;
      readonly low: Operand;
      readonly high: Operand;
    }
  | { readonly kind: 'in'; readonly operand: Operand; readonly choices: readonly Operand[] }
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Condition[] }
  | { readonly kind: 'not'; readonly term: Condition }
  | { readonly kind: 'test'; readonly call: Call };

/** The right-hand side of `SET path = …`: an operand, or the sum or difference of two. */
export type Assigned =
  | Operand
  | {
      readonly kind: 'sum';
      readonly operator: '+' | '-';
      readonly left: Operand;
      readonly right: Operand;
    };

export type Action =
  | { readonly kind: 'SET'; readonly path: RawPath; readonly value: Assigned }
  | { readonly kind: 'REMOVE'; readonly path: RawPath }
  | { readonly kind: 'ADD' | 'DELETE'; readonly path: RawPath; readonly value: ValueOperand };
