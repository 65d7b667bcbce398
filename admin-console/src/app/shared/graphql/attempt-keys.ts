/** Idempotency keys: one per attempt, kept while its outcome is unknown so that a repeat cannot act twice. */
export class AttemptKeys {
  private readonly open = new Map<string, string>();

  keyFor(attempt: object): string {
    const identity = JSON.stringify(attempt);
    const key = this.open.get(identity) ?? crypto.randomUUID();
    this.open.set(identity, key);
    return key;
  }

  /** Says that an attempt was answered, so the next one is a new one. */
  settle(attempt: object): void {
    this.open.delete(JSON.stringify(attempt));
  }
}
