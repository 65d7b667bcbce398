import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { singular, spell } from './names.ts';

const templates = join(import.meta.dirname, 'templates');

/** Which template to fill, and with what. */
export interface Filling {
  readonly template: 'module' | 'storefront-page' | 'admin-console-page';
  /** Placeholders without their underscores. */
  readonly values: Readonly<Record<string, string>>;
}

/** What there is to say about a command that cannot be carried out. */
export class GeneratorRefusal extends Error {}

/** A module of the API: a table, a query and a mutation for staff. */
export function moduleFilling(name: string, now: Date): Filling {
  const many = spell(name);
  const one = spell(singular(name));
  if (!many || !one) throw new GeneratorRefusal(`"${name}" is no kebab-case name.`);
  return {
    template: 'module',
    values: {
      timestamp: String(now.getTime()),
      names_camel: many.camel === one.camel ? `${many.camel}Rows` : many.camel,
      names: many.kebab,
      Names: many.pascal,
      name: one.kebab,
      Name: one.pascal,
      camel: one.camel,
      table: one.snake,
      words: many.words,
    },
  };
}

/** A page of an app: its component, its template and its operation. */
export function pageFilling(app: string, domain: string, name: string): Filling {
  if (app !== 'storefront' && app !== 'admin-console') {
    throw new GeneratorRefusal(`There is no app "${app}"; it is storefront or admin-console.`);
  }
  const page = spell(name);
  if (!page || !spell(domain)) {
    throw new GeneratorRefusal(`"${domain}" and "${name}" must be kebab-case names.`);
  }
  return {
    template: `${app}-page`,
    values: { domain, name: page.kebab, Name: page.pascal, words: page.words },
  };
}

/** Writes the filled template below a root; refuses to write over anything. */
export function write({ template, values }: Filling, root: string): readonly string[] {
  const source = join(templates, template);
  const files = globSync('**/*.template', { cwd: source }).map((path) => ({
    path: fill(path.replace(/\.template$/, ''), values),
    text: fill(readFileSync(join(source, path), 'utf8'), values),
  }));
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    try {
      writeFileSync(join(root, path), text, { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw new GeneratorRefusal(`${path} is there already; nothing is written over.`);
    }
  }
  return files.map(({ path }) => path).toSorted();
}

/** Formats generated files and sorts their imports, which depends on the names that were filled in. */
export function tidy(files: readonly string[], root: string): void {
  for (const [tool, ...args] of [
    ['eslint/bin/eslint.js', '--fix', '--quiet'],
    ['prettier/bin/prettier.cjs', '--write', '--log-level', 'warn'],
  ] as const) {
    const program = join(root, 'node_modules', tool);
    execFileSync(process.execPath, [program, ...args, ...files], { cwd: root, stdio: 'inherit' });
  }
}

function fill(text: string, values: Filling['values']): string {
  return Object.entries(values).reduce(
    (filled, [name, value]) => filled.replaceAll(`__${name}__`, value),
    text,
  );
}
