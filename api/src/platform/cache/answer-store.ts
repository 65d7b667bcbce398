import type { KeptAnswer } from './kept-answer';

/**
 * Where processes share what they have made. It decides nothing: whether an answer is current is for the change
 * feed to say, so a store may lose answers, give old ones or be gone.
 */
export interface AnswerStore {
  /** What it is, for those who look into the cache. */
  readonly kind: 'memory' | 'redis';
  /** Whether it answers at present. */
  readonly available: boolean;
  get(key: string): Promise<KeptAnswer | undefined>;
  put(key: string, answer: KeptAnswer): Promise<void>;
  /**
   * Takes the right to make the answer, for as long as given at most. `busy` when somebody else has it; undefined
   * when nobody can tell.
   */
  lock(key: string, milliseconds: number): Promise<(() => Promise<void>) | 'busy' | undefined>;
}
