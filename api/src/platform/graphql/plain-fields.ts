/**
 * Lets fields that are properties be read as properties. By default the library gives each of them a resolver, which
 * costs more than everything else about a field of a long list. Call it before the graph is built.
 */
export function readPropertiesDirectly(): void {
  for (const field of globalThis.TypeGraphQLMetadataStorage.fields) {
    // A field that is called something else in the graph still needs to be told its property.
    field.simple ??= field.schemaName === field.name;
  }
}
