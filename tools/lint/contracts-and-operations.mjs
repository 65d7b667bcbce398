import graphql from '@graphql-eslint/eslint-plugin';

import house from './index.mjs';

/** Which operations are written against which contract. The plugin reads one such map for the whole run. */
const graphQLConfig = {
  projects: {
    storefront: {
      schema: 'schema/public.graphql',
      documents: 'storefront/src/**/*.graphql',
      include: ['schema/public.graphql', 'storefront/src/**/*'],
    },
    console: {
      schema: 'schema/admin.graphql',
      documents: 'admin-console/src/**/*.graphql',
      include: ['schema/admin.graphql', 'admin-console/src/**/*'],
    },
  },
};

/** The rules for what the API promises, and for what the apps ask of it. */
export const contractsAndOperations = [
  {
    name: 'contracts',
    files: ['schema/*.graphql'],
    plugins: { '@graphql-eslint': graphql, house },
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig } },
    rules: {
      // The SDL is the manual that third parties read.
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          FieldDefinition: true,
          rootField: true,
          // The three roots are what their fields say.
          ignoredSelectors: [
            '[type=ObjectTypeDefinition][name.value=/^(Query|Mutation|Subscription)$/]',
          ],
        },
      ],
      '@graphql-eslint/naming-convention': [
        'error',
        {
          types: 'PascalCase',
          FieldDefinition: 'camelCase',
          InputValueDefinition: 'camelCase',
          Argument: 'camelCase',
          DirectiveDefinition: 'camelCase',
          EnumValueDefinition: 'UPPER_CASE',
          // Queries are nouns.
          'FieldDefinition[parent.name.value=Query]': {
            forbiddenPrefixes: ['get', 'list', 'find', 'fetch', 'query'],
          },
        },
      ],
      '@graphql-eslint/require-deprecation-reason': 'error',
      '@graphql-eslint/no-typename-prefix': 'error',
      'house/mutation-shape': 'error',
    },
  },
  {
    name: 'operations',
    files: ['{storefront,admin-console}/src/**/*.graphql'],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig } },
    rules: {
      ...graphql.configs['flat/operations-recommended'].rules,
      '@graphql-eslint/no-deprecated': 'error',
      '@graphql-eslint/naming-convention': [
        'error',
        {
          OperationDefinition: 'PascalCase',
          FragmentDefinition: 'PascalCase',
          VariableDefinition: 'camelCase',
        },
      ],
    },
  },
];
