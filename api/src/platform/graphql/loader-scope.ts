import type DataLoader from 'dataloader';

/** Makes a loader; the function's identity is the key under which a request keeps its loader. */
export type LoaderFactory<K, V> = () => DataLoader<K, V>;

/** A loader, and what was preloaded with it. */
interface Made<K, V> {
  readonly loader: DataLoader<K, V>;
  /** By key; what failed is there as well, for it is not to be tried again and again. */
  readonly known: Map<K, V | Error>;
}

/** The DataLoaders of one request, each made when first asked for. */
export class LoaderScope {
  private made = new Map<unknown, unknown>();
  /** What a command told of the state it left behind, to be known after the forgetting. */
  private told: (() => void)[] = [];

  /** This request's loader made by the factory. */
  get<K, V>(factory: LoaderFactory<K, V>): DataLoader<K, V> {
    return this.of(factory).loader;
  }

  /** Loads these so that `peek` knows them; undefined when it knows them already. */
  preload<K, V>(factory: LoaderFactory<K, V>, keys: readonly K[]): Promise<void> | undefined {
    const { loader, known } = this.of(factory);
    // Lists of what other lists have loaded come by the dozen.
    if (keys.every((key) => known.has(key))) return undefined;
    const missing = [...new Set(keys)].filter((key) => !known.has(key));
    return loader.loadMany(missing).then((values) => {
      for (const [index, key] of missing.entries()) known.set(key, values[index] as V | Error);
    });
  }

  /** What was preloaded; undefined where nothing was, or where it failed. */
  peek<K, V>(factory: LoaderFactory<K, V>, key: K): V | undefined {
    const value = this.of(factory).known.get(key);
    return value instanceof Error ? undefined : value;
  }

  /**
   * Makes known what need not be loaded any more, in place of what was loaded before. What a mutation makes known is
   * its own new state, so it outlives the forgetting that follows the mutation.
   */
  seed<K, V>(factory: LoaderFactory<K, V>, key: K, value: V): void {
    const prime = (): void => {
      const { loader, known } = this.of(factory);
      loader.clear(key).prime(key, value);
      known.delete(key);
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

  private of<K, V>(factory: LoaderFactory<K, V>): Made<K, V> {
    const made = this.made.get(factory) as Made<K, V> | undefined;
    if (made) return made;
    const fresh: Made<K, V> = { loader: factory(), known: new Map() };
    this.made.set(factory, fresh);
    return fresh;
  }
}
