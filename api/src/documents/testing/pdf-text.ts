import { execFile } from 'node:child_process';

const SCRIPT = `
  import { extractText } from 'unpdf';
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const { text } = await extractText(new Uint8Array(Buffer.concat(chunks)), { mergePages: false });
  process.stdout.write(JSON.stringify(text));`;

/** What a PDF says, a text per page. A process of its own reads it: the reader is an ES module. */
export function textOfPdf(pdf: Buffer): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const options = { maxBuffer: 10_000_000, cwd: __dirname };
    const args = ['--input-type=module', '-e', SCRIPT];
    const child = execFile(process.execPath, args, options, (error, stdout) => {
      if (error) reject(new Error('The PDF could not be read.', { cause: error }));
      else resolve(JSON.parse(stdout) as string[]);
    });
    child.stdin?.end(pdf);
  });
}
