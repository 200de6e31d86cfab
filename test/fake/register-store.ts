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
  const history: RegisterHead[] = [];
  const kept = new Map<string, readonly RegisterEntry[]>();
  const versionsOf = (key: RegisterKey): readonly RegisterHead[] =>
    history.filter((head) => nameOf(head) === nameOf(key)).toReversed();
  return {
    async find(key, version) {
      await memory.turn();
      const head =
        version === undefined
          ? heads.get(nameOf(key))
          : versionsOf(key).find((one) => one.version === version);
      if (head === undefined) return undefined;
      const { digest, count: _count, ...facts } = head;
      return { ...copyOf(facts), entries: copyOf(kept.get(digest) ?? []) };
    },
    async versions(key) {
      await memory.turn();
      return copyOf(versionsOf(key));
    },
    async keep(_key, entries) {
      await memory.turn();
      const digest = sha256(canonicalJson(copyOf(entries)));
      kept.set(digest, copyOf(entries));
      return { digest, count: entries.length };
    },
    async kept(_key, { digest, count }) {
      await memory.turn();
      const entries = kept.get(digest) ?? [];
      if (entries.length !== count) throw new Error(`${digest} is missing entries`);
      return copyOf(entries);
    },
    async replace(next) {
      await memory.turn();
      const saved = heads.put(nameOf(next), next);
      if (saved === 'saved') {
        history.push(copyOf(next));
        memory.wrote('register');
      }
      return saved;
    },
  };
};
