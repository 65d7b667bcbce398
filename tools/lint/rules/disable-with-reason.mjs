/** A comment that switches a check off says why, after ` -- ` or, for TypeScript, after the directive. */
export const disableWithReason = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { missing: 'Say why: `{{directive}} … -- because …`.' },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const directive = /^\s*(eslint-disable(?:-next-line|-line)?)\b/.exec(comment.value)?.[1];
          if (directive && !/\s--\s+\S{2}/.test(comment.value)) {
            context.report({ loc: comment.loc, messageId: 'missing', data: { directive } });
          }
        }
      },
    };
  },
};
