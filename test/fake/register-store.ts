import type { RegisterEntry } from '../../shared/domain/oversight/register.ts';
import { canonicalJson } from '../../shared/domain/text/canonical-json.ts';
import type {
  RegisterHead,
  RegisterKey,
  RegisterStore,
} from '../../shared/port/oversight/register-store.ts';
import { sha256 } from '../../shared/rules.ts';
import { copyOf, Versioned } from './memory.ts';
import type { Memory } from './memory.ts';

const nameOf = ({ noun, area }: RegisterKey): string => `${noun}/${area}`;

export const fakeRegisterStore = (memory: Memory): RegisterStore => {
  const heads = new Versioned<RegisterHead>();
  const kept = new Map<string, readonly RegisterEntry[]>();
  return {
    async find(key) {
      await memory.turn();
      const head = heads.get(nameOf(key));
      if (head === undefined) return undefined;
      return { ...head, entries: copyOf(kept.get(head.digest) ?? []) };
    },
    async keep(_key, entries) {
      await memory.turn();
      const digest = sha256(canonicalJson(copyOf(entries)));
      kept.set(digest, copyOf(entries));
      return { digest, count: entries.length };
    },
    async replace(next) {
      await memory.turn();
      const saved = heads.put(nameOf(next), next);
      if (saved === 'saved') memory.wrote('register');
      return saved;
    },
  };
};
