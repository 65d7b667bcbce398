import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '..', '..');
const documents = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })];
const topLevel = readdirSync(root, { withFileTypes: true });
const folders = topLevel.filter((entry) => entry.isDirectory()).map(({ name }) => `${name}/`);

/** Where links of a document lead inside the repository. */
function links(document: string, text: string): string[] {
  return [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) =>
    join(dirname(document), match[1] ?? ''),
  );
}

/** Paths that are named in code spans, such as `api/src/app/config.ts`; patterns are left out. */
function paths(text: string): string[] {
  return [...text.matchAll(/`([\w.@-]+\/[\w./@-]*)`/g)]
    .map((match) => match[1] ?? '')
    .filter(
      (path) => folders.some((folder) => path.startsWith(folder)) && !path.includes('/dist/'),
    );
}

describe('documents', () => {
  for (const document of documents) {
    it(`${document} names only files that exist`, () => {
      const text = readFileSync(join(root, document), 'utf8');
      const named = [...links(document, text), ...paths(text)];

      assert.deepEqual(
        named.filter((path) => !existsSync(join(root, path))),
        [],
      );
    });
  }

  it('list every decision, with its title', () => {
    const index = readFileSync(join(root, 'docs/adr/README.md'), 'utf8').replace(/ +\|/g, ' |');

    for (const file of globSync('docs/adr/[0-9]*.md', { cwd: root })) {
      const text = readFileSync(join(root, file), 'utf8');
      const title = /^# \d+\. (.+)$/m.exec(text)?.[1] ?? 'no title';
      assert.ok(index.includes(`| ${title} |`), `${file}: "${title}" is not in docs/adr/README.md`);
      assert.match(text, /^Status: (accepted|superseded by \d{4})/m, `${file} has no status`);
    }
  });

  it('explain every npm script that people call', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const text = documents.map((document) => readFileSync(join(root, document), 'utf8')).join('\n');
    const unexplained = Object.keys(scripts).filter(
      (script) => !/^(start|test|check:.+)$/.test(script) && !text.includes(`npm run ${script}`),
    );

    assert.deepEqual(unexplained, []);
  });
});
