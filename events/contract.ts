/** The type of a row of the HTTP contract; the rows are in `contract.table.ts`. */
import type * as z from 'zod/mini';

import type { StaffRole } from '../shared/domain/access/staff-role.ts';
import type { SchemaName } from './contract-schemas.table.ts';
import { callOf } from './roles.table.ts';
import type { StaffRoute } from './roles.table.ts';

export const audiences = ['integrator', 'resident', 'pad', 'staff', 'public'] as const;
export type Audience = (typeof audiences)[number];

/** HMAC signature headers, an OIDC bearer token, or no credentials except in the path or body. */
type Security = 'signature' | 'bearer' | 'none';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly schema: z.ZodMiniType;
  readonly words: Words;
  readonly example: string | number;
}

type MediaType = `${string}/${string}`;

/** One accepted type of a file; the type determines how it is read. */
export interface FileForm {
  readonly mediaType: MediaType;
  readonly words: Words;
  /** An example file, for text formats. */
  readonly example?: string;
}

/** JSON of one schema, or a file of one of these types. */
export type RequestBody =
  | { readonly schema: SchemaName; readonly example: unknown }
  | { readonly files: readonly FileForm[] };

/** The caller has the answer already: one without a body. */
interface Unchanged {
  readonly status: 304;
  readonly words: Words;
  readonly content?: undefined;
}

export type Success = WithContent | Unchanged;

interface WithContent {
  readonly status: 200 | 201 | 202 | 303 | 308 | 422;
  readonly words: Words;
  readonly content:
    | { readonly schema: SchemaName; readonly example: unknown }
    /** A document or file, described by its media type alone. */
    | { readonly mediaType: MediaType };
}

interface OperationFacts {
  /** `operationId` of the OpenAPI document. */
  readonly id: string;
  /** `<stage>/<verb>` of the function that answers. */
  readonly to: string;
  readonly security: Security;
  readonly summary: Words;
  readonly description: Words;
  readonly parameters?: readonly Parameter[];
  readonly request?: RequestBody;
  readonly answers: readonly Success[];
  /** Codes of the problem catalogue with which the call may end. */
  readonly problems: readonly string[];
  /** Codes that may occur for single members of a batch that is answered with 200. */
  readonly memberProblems?: readonly string[];
}

/** A route of staff has its roles in `roles.table.ts`; without them its row does not compile. */
type Entrance =
  | { readonly audience: 'staff'; readonly on: StaffRoute }
  | {
      readonly audience: Exclude<Audience, 'staff'>;
      readonly on: `${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`;
    };

export type Operation = OperationFacts & Entrance;

/** The roles one of which the caller needs; undefined when any is enough, or none is asked for. */
export const rolesNeeded = (operation: Operation): readonly StaffRole[] | undefined => {
  const roles = operation.audience === 'staff' ? callOf(operation.on).roles : 'any';
  return roles === 'any' ? undefined : roles;
};

/** Any call may fail because of the service itself. */
const always = ['fault'] as const;

const bodyProblems = [
  'invalid_json',
  'not_utf8',
  'invalid_input',
  'body_too_large',
  'unsupported_media_type',
  'charset_not_taken',
  'content_encoding_not_taken',
] as const;

export const signatureProblems = [
  'signature_missing',
  'access_key_unknown',
  'signature_invalid',
  'clock_skew',
  'digest_mismatch',
] as const;

/** A signed read may be repeated with the same signature, a write may not. */
const problemsOf = {
  integratorRead: [...always, ...signatureProblems, 'not_permitted'],
  integratorWrite: [...always, ...signatureProblems, 'replayed', 'not_permitted', ...bodyProblems],
  padRead: [...always, ...signatureProblems, 'pad_revoked'],
  padWrite: [...always, ...signatureProblems, 'replayed', 'pad_revoked', ...bodyProblems],
  staffRead: [...always, 'role_missing'],
  staffWrite: [...always, 'role_missing', ...bodyProblems],
  openRead: [...always],
  openWrite: [...always, ...bodyProblems],
} as const;

/** Returns the problems common to calls of one kind, and those of this call. */
export const problemsFor = (
  kind: keyof typeof problemsOf,
  own: readonly string[] = [],
): readonly string[] => [...problemsOf[kind], ...own];
