import type DataLoader from 'dataloader';

/** Makes a loader; the function's identity is the key under which a request keeps its loader. */
export type LoaderFactory<K, V> = () => DataLoader<K, V>;

/** The DataLoaders of one request, each made when first asked for. */
export class LoaderScope {
  private made = new Map<unknown, unknown>();
  /** What a command told of the state it left behind, to be known after the forgetting. */
  private told: (() => void)[] = [];

  /** This request's loader made by the factory. */
  get<K, V>(factory: LoaderFactory<K, V>): DataLoader<K, V> {
    let loader = this.made.get(factory) as DataLoader<K, V> | undefined;
    if (!loader) {
      loader = factory();
      this.made.set(factory, loader);
    }
    return loader;
  }

  /**
   * Makes known what need not be loaded any more, in place of what was loaded before. What a mutation makes known is
   * its own new state, so it outlives the forgetting that follows the mutation.
   */
  seed<K, V>(factory: LoaderFactory<K, V>, key: K, value: V): void {
    const prime = (): void => {
      this.get(factory).clear(key).prime(key, value);
    };
    prime();
    this.told.push(prime);
  }

  /** Forgets everything loaded: after a mutation, the same request reads the new state. */
  clear(): void {
    this.made = new Map();
    const { told } = this;
    this.told = [];
    for (const prime of told) prime();
  }

  /**
   * Forgets everything loaded and from now on loads together with another scope: whoever is shown the same
   * thing at the same moment shares what it takes. Loaders know no viewer, so nobody learns more by it.
   */
  join(other: LoaderScope): void {
    this.made = other.made;
  }
}
