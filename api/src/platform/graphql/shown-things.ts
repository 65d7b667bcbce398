/** Collects, while an answer is made, which things it shows and what else it depends on. */
export class ShownThings {
  private readonly ids = new Map<string, Set<string>>();
  private readonly tags = new Set<string>();
  private declarations = 0;

  /** An entity is in the answer. */
  show(kind: string, id: string): void {
    let ids = this.ids.get(kind);
    if (!ids) this.ids.set(kind, (ids = new Set()));
    ids.add(id);
  }

  /** A root field names the changes that would alter what it found. */
  dependsOn(...tags: readonly string[]): void {
    this.declarations += 1;
    for (const tag of tags) this.tags.add(tag);
  }

  /** How many root fields have said what they depend on. */
  get declared(): number {
    return this.declarations;
  }

  /** The tags named by root fields. */
  named(): Iterable<string> {
    return this.tags;
  }

  /** The entities of a kind. */
  of(kind: string): Iterable<string> {
    return this.ids.get(kind) ?? [];
  }
}
