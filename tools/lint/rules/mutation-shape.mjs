const pascal = (name) => name[0].toUpperCase() + name.slice(1);

/** The name of a type without list and non-null marks. */
function namedType(type) {
  return type.kind === 'NamedType' ? type.name.value : namedType(type.gqlType ?? type.type);
}

/** Words that may begin a mutation: the first words of the contract's types, read from the same file. */
function nouns(document) {
  const names = document.definitions
    .filter((definition) => /^(ObjectType|InterfaceType)Definition$/.test(definition.kind))
    .map((definition) => definition.name.value)
    .filter((name) => !/(Payload|Connection|Edge)$|^(Query|Mutation|Subscription)$/.test(name));
  return new Set(names.map((name) => words(name)[0]));
}

function words(name) {
  return pascal(name).match(/[A-Z][a-z0-9]*/g) ?? [name];
}

/** `StaffSessionEnd` may share what `SessionEnd` takes and returns: the ends of the name that begin at a word. */
function shareable(name) {
  const all = words(name);
  return all.slice(0, -1).map((_, index) => all.slice(index).join(''));
}

/**
 * Mutations are noun first (`cartLinesAdd`), take one `input: XInput!` or nothing, and return `XPayload!` with
 * `userErrors` and `warnings`.
 */
export const mutationShape = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      noun: 'Mutation "{{name}}" begins with no type of the contract; write the noun first, as in cartLinesAdd.',
      verb: 'Mutation "{{name}}" has no verb after its noun.',
      input: 'Mutation "{{name}}" takes one argument, `input: {{expected}}!`, or none.',
      payload: 'Mutation "{{name}}" returns `{{expected}}!`.',
      payloadField: 'Payload "{{name}}" has `{{field}}: {{expected}}`.',
    },
  },
  create(context) {
    let known = new Set();
    return {
      Document(node) {
        known = nouns(node.rawNode());
      },
      'ObjectTypeDefinition[name.value=Mutation] > FieldDefinition'(node) {
        const field = node.rawNode();
        const name = field.name.value;
        const report = (messageId, expected) =>
          context.report({ node: node.name, messageId, data: { name, expected } });

        if (!known.has(words(name)[0])) report('noun');
        if (words(name).length < 2) report('verb');

        const isNamed = (type, suffix) =>
          type.kind === 'NonNullType' &&
          shareable(name).some((part) => namedType(type) === `${part}${suffix}`);
        const [input, ...more] = field.arguments;
        const isInput = input?.name.value === 'input' && isNamed(input.type, 'Input');
        if (more.length > 0 || (input && !isInput)) report('input', `${pascal(name)}Input`);
        if (!isNamed(field.type, 'Payload')) report('payload', `${pascal(name)}Payload`);
      },
      'ObjectTypeDefinition[name.value=/Payload$/]'(node) {
        const payload = node.rawNode();
        for (const [field, type] of [
          ['userErrors', 'UserError'],
          ['warnings', 'Warning'],
        ]) {
          const found = payload.fields?.find((candidate) => candidate.name.value === field);
          if (!found || namedType(found.type) !== type) {
            context.report({
              node: node.name,
              messageId: 'payloadField',
              data: { name: payload.name.value, field, expected: `[${type}!]!` },
            });
          }
        }
      },
    };
  },
};
