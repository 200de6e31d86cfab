import type { PlaceList } from '../../domain/area/place-list.ts';

/** For how long a reader may go by the list that it read last. */
export const placesLagMs = 10_000;

/** 区划清单: the register of areas in force and the codes that were seen. */
export interface Places {
  /** Returns the list, at most `placesLagMs` old. */
  now(): Promise<PlaceList>;
  /** Returns the list of this moment: for what people set up, just after the list changed. */
  fresh(): Promise<PlaceList>;
}
