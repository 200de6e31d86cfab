import { headLength, mediaTypes } from '../../shared/domain/evidence/evidence.ts';
import type { Arrived, Evidence } from '../../shared/domain/evidence/evidence.ts';
import { fromEpoch, toEpoch } from '../../shared/domain/time/instant.ts';
import type { EvidenceStore } from '../../shared/port/evidence/store.ts';
import { Versioned } from './memory.ts';
import type { Memory } from './memory.ts';

export interface FakeEvidenceStore extends EvidenceStore {
  /** Stores bytes under the upload URL of that file, as the object store does after its checks. */
  put(id: string, file: { mediaType: string; bytes: Uint8Array; sha256: string }): void;
}

const minutes = (count: number): number => count * 60_000;

export const fakeEvidenceStore = (memory: Memory): FakeEvidenceStore => {
  const offers = new Versioned<Evidence>();
  const files = new Map<string, Arrived>();
  return {
    put(id, { mediaType, bytes, sha256 }) {
      const head = bytes.subarray(0, headLength);
      files.set(id, { mediaType, size: bytes.length, sha256, head });
    },
    async offer(evidence) {
      await memory.turn();
      if (offers.put(evidence.id, evidence) === 'saved') memory.wrote('evidence');
      return offers.get(evidence.id) ?? evidence;
    },
    async ofTicket(ticketId) {
      await memory.turn();
      return offers.values().filter((one) => one.ticketId === ticketId);
    },
    async find(id) {
      await memory.turn();
      return offers.get(id);
    },
    async save(next) {
      await memory.turn();
      const outcome = offers.put(next.id, next);
      if (outcome === 'saved') memory.wrote('evidence');
      return outcome;
    },
    async upload({ id, type, size, sha256 }, at) {
      return {
        url: `https://files.example.cn/evidence/${id}?put`,
        headers: {
          'content-type': mediaTypes[type],
          'content-length': String(size),
          'x-amz-checksum-sha256': sha256,
        },
        expiresAt: fromEpoch(toEpoch(at) + minutes(15)),
      };
    },
    async arrived({ id }) {
      await memory.turn();
      return files.get(id);
    },
    async download({ id }, { name, at }) {
      return {
        url: `https://files.example.cn/evidence/${id}?get=${encodeURIComponent(name)}`,
        expiresAt: fromEpoch(toEpoch(at) + minutes(5)),
      };
    },
  };
};
