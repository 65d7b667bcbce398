/** One directive of an Nginx configuration: `name args;` or `name args { block }`. */
export interface NginxDirective {
  readonly name: string;
  readonly args: readonly string[];
  readonly block: readonly NginxDirective[];
}

/** Reads an Nginx configuration into its directives. */
export function parseNginx(text: string): NginxDirective[] {
  const tokens = [...text.matchAll(/#[^\n]*|"([^"]*)"|'([^']*)'|[{};]|[^\s{};]+/g)].filter(
    ([token]) => !token.startsWith('#'),
  );
  let position = 0;
  const readBlock = (): NginxDirective[] => {
    const directives: NginxDirective[] = [];
    let words: string[] = [];
    while (position < tokens.length) {
      const match = tokens[position++];
      const token = match?.[0] ?? '';
      if (token === '}') return directives;
      if (token !== ';' && token !== '{') {
        words.push(match?.[1] ?? match?.[2] ?? token);
        continue;
      }
      const [name = '', ...args] = words;
      directives.push({ name, args, block: token === '{' ? readBlock() : [] });
      words = [];
    }
    return directives;
  };
  return readBlock();
}

/** Every directive of that name directly inside the given ones. */
export function directivesOf(inside: readonly NginxDirective[], name: string): NginxDirective[] {
  return inside.filter((directive) => directive.name === name);
}
