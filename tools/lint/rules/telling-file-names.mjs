import { basename } from 'node:path';

const vague = /(^|[-./])(utils?|helpers?|common|misc|managers?)([-./]|$)/;
const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** Files are kebab-case and named after what they are about, not after being useful. */
export const tellingFileNames = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      vague: 'Name the file for its subject: "{{word}}" will attract everything.',
      kebab: 'Files are named in kebab-case.',
    },
  },
  create(context) {
    return {
      Program(node) {
        const path = context.filename.replace(`${context.cwd}/`, '');
        const word = vague.exec(path)?.[2];
        if (word) context.report({ node, messageId: 'vague', data: { word } });
        // Blocks inside a file, such as inline templates, have names of their own.
        if (!path.includes('.ts/') && !kebab.test(basename(path))) {
          context.report({ node, messageId: 'kebab' });
        }
      },
    };
  },
};
