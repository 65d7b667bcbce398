import type DataLoader from 'dataloader';

/** Makes a loader; the function's identity is the key under which a request keeps its loader. */
export type LoaderFactory<K, V> = () => DataLoader<K, V>;

/** The DataLoaders of one request, each made when first asked for. */
export class LoaderScope {
  private made = new Map<unknown, unknown>();

  /** This request's loader made by the factory. */
  get<K, V>(factory: LoaderFactory<K, V>): DataLoader<K, V> {
    let loader = this.made.get(factory) as DataLoader<K, V> | undefined;
    if (!loader) {
      loader = factory();
      this.made.set(factory, loader);
    }
    return loader;
  }

  /** Forgets everything loaded: after a mutation, the same request reads the new state. */
  clear(): void {
    this.made = new Map();
  }

  /**
   * Forgets everything loaded and from now on loads together with another scope: whoever is shown the same
   * thing at the same moment shares what it takes. Loaders know no viewer, so nobody learns more by it.
   */
  join(other: LoaderScope): void {
    this.made = other.made;
  }
}
