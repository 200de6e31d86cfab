import type {
  RegisterKey,
  RegisterStore,
  StoredRegister,
} from '../../shared/port/oversight/register-store.ts';
import { Versioned } from './memory.ts';
import type { Memory } from './memory.ts';

const nameOf = ({ noun, area }: RegisterKey): string => `${noun}/${area}`;

export const fakeRegisterStore = (memory: Memory): RegisterStore => {
  const registers = new Versioned<StoredRegister>();
  return {
    async find(key) {
      await memory.turn();
      return registers.get(nameOf(key));
    },
    async save(next) {
      await memory.turn();
      const saved = registers.put(nameOf(next), next);
      if (saved === 'saved') memory.wrote('register');
      return saved;
    },
  };
};
