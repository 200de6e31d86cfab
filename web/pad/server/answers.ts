/** What the server answers to the pad, as far as the pad uses it. */
import type { Both, Indicators, Language } from '../words.ts';

export interface NamedPlace {
  readonly code: string;
  readonly name: string | null;
}

/** 个人信息保护告知 */
export interface Notice {
  readonly title: string;
  readonly text: string;
}

/** `GET /v1/pads/me`. */
export interface PadFacts {
  readonly padId: string;
  readonly number: number;
  readonly hall: NamedPlace;
  readonly window: NamedPlace;
  readonly label?: string | undefined;
  readonly idleSeconds: number;
  readonly warnSeconds: number;
  readonly freeText: boolean;
  readonly languages: readonly Language[];
  /** Null where the hall has not registered its hours. */
  readonly openNow: boolean | null;
  readonly serverTime: string;
  readonly highest: number;
  readonly publicUrl: string;
  readonly hotline: string;
  readonly notice: Readonly<Record<Language, Notice>>;
}

/** Who is at the window now. */
export interface ServedContact {
  readonly projectNo: string;
  readonly serviceNumber: number;
  readonly token: string;
  readonly matter: Both;
  readonly department: string;
  /** Masked. */
  readonly applicant: string;
  readonly service: Both;
  readonly servedAt: string;
}

/** `GET /v1/pads/me/current`. */
export interface Current {
  readonly contact: ServedContact | null;
  readonly indicators: Indicators;
  readonly openNow: boolean | null;
}

/** `POST /v1/pads/me/heartbeat`. */
export interface HeartbeatAnswer {
  readonly at: string;
  readonly missing: readonly (readonly [number, number])[];
  readonly highest: number;
}

/** `POST /v1/pads/enrol`; the key is shown only here. */
export interface EnrolAnswer {
  readonly padId: string;
  readonly number: number;
  readonly key: string;
  readonly hall: string;
  readonly window: string;
  readonly highest: number;
}
