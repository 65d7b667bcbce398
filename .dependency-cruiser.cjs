// The boundaries of the house (docs/architecture.md). Each rule says why it is there; tools/checks/boundaries.spec.ts
// proves for each that a violating import fails. Type imports count like any other.

/** Which modules each module of the API may know, through their index.ts. Must stay free of cycles. */
const modules = {
  shop: [],
  identity: ['customers'],
  customers: [],
  gateway: [],
  media: [],
  catalog: ['media', 'shop'],
  inventory: ['catalog'],
  pricing: ['catalog', 'customers', 'shop'],
  promotions: ['catalog', 'checkout', 'customers', 'pricing', 'shop'],
  shipping: ['shop'],
  payments: ['shop'],
  cart: ['catalog', 'inventory', 'pricing', 'shop'],
  orders: ['catalog', 'customers', 'inventory', 'media', 'payments', 'pricing', 'shipping', 'shop'],
  checkout: ['cart', 'catalog', 'inventory', 'orders', 'payments', 'pricing', 'shipping', 'shop'],
  documents: ['orders', 'payments', 'pricing', 'shop'],
  drafts: ['catalog', 'checkout', 'customers', 'orders', 'pricing', 'shipping', 'shop'],
  'gift-cards': ['catalog', 'checkout', 'inventory', 'payments'],
  notifications: ['cart', 'catalog', 'customers', 'inventory', 'orders', 'shop'],
  demo: ['catalog', 'identity', 'inventory', 'media', 'pricing', 'promotions', 'shop'],
  imports: ['catalog', 'inventory', 'shop', 'tasks'],
  tasks: [],
};

/** Folders of api/src that are no modules. */
const ground = 'app|kernel|platform|testing';
const tests = '(\\.(spec|test)\\.ts$)|(/testing/)';
/** What may be imported of a module from outside. Its builders are for other modules' tests. */
const face = ['^api/src/[^/]+/index\\.ts$', '^api/src/[^/]+/testing/'];
const apps = 'storefront|admin-console';

const moduleDirections = Object.entries(modules).map(([name, known]) => ({
  name: `api-module-${name}`,
  comment: `The module ${name} may know ${known.join(', ') || 'no other module'}. One direction keeps modules replaceable: what flows back goes through an event or a port that app/ fills.`,
  severity: 'error',
  from: { path: `^api/src/${name}/`, pathNot: tests },
  to: {
    path: `^api/src/(?!(${ground})/)[^/]+/`,
    pathNot: `^api/src/(${[name, ...known].join('|')})/`,
  },
}));

const forbidden = [
  ...moduleDirections,
  {
    name: 'api-unknown-module',
    comment:
      'A new module is entered in the table of .dependency-cruiser.cjs with what it may know; until then it may know nobody.',
    severity: 'error',
    from: { path: `^api/src/(?!(?:${ground}|${Object.keys(modules).join('|')})/)([^/]+)/` },
    to: { path: `^api/src/(?!(${ground})/)[^/]+/`, pathNot: '^api/src/$1/' },
  },
  {
    name: 'api-no-deep-imports',
    comment:
      'index.ts is the public face of a module; whatever else it contains may change without asking.',
    severity: 'error',
    from: { path: '^api/src/([^/]+)/' },
    to: { path: `^api/src/(?!(${ground})/)[^/]+/`, pathNot: ['^api/src/$1/', ...face] },
  },
  {
    name: 'api-entries-import-faces',
    comment:
      'The entries and the migrations stand outside every module, like any other module does.',
    severity: 'error',
    from: { path: ['^api/src/[^/]+\\.ts$', '^api/migrations/'] },
    to: { path: `^api/src/(?!(${ground})/)[^/]+/`, pathNot: face },
  },
  {
    name: 'api-domain-is-pure',
    comment:
      'Domain functions decide, synchronously and without I/O, so that every rule can be tested in microseconds: they see the kernel and their own domain, no package and no Node module.',
    severity: 'error',
    from: { path: '^api/src/(.+)/domain/', pathNot: tests },
    to: { pathNot: ['^api/src/kernel/', '^api/src/$1/domain/'] },
  },
  {
    name: 'api-persistence-below-commands',
    comment:
      'graphql → commands → persistence → domain: storing knows no use case and no contract.',
    severity: 'error',
    from: { path: '^api/src/([^/]+)/persistence/', pathNot: tests },
    to: { path: '^api/src/$1/(commands|graphql|jobs)/' },
  },
  {
    name: 'api-commands-below-graphql',
    comment:
      'graphql → commands → persistence → domain: a use case is the same whoever asks, so it knows no GraphQL type.',
    severity: 'error',
    from: { path: '^api/src/([^/]+)/commands/', pathNot: tests },
    to: {
      path: [
        '^api/src/$1/(graphql|jobs)/',
        '^api/src/platform/graphql/.+\\.type\\.ts$',
        'node_modules/type-graphql/',
      ],
    },
  },
  {
    name: 'api-wiring-stays-outside',
    comment:
      'x.module.ts wires the parts of a module; a part that knows it would know all the others.',
    severity: 'error',
    from: { path: '^api/src/([^/]+)/', pathNot: ['^api/src/[^/]+/index\\.ts$', tests] },
    to: { path: '^api/src/$1/[^/]+\\.module\\.ts$' },
  },
  {
    name: 'api-platform-knows-no-module',
    comment:
      'platform/ is technical code without a shop word: it sees itself, the kernel and packages.',
    severity: 'error',
    from: { path: '^api/src/platform/', pathNot: tests },
    to: { path: '^api/src/(?!(kernel|platform)/)' },
  },
  {
    name: 'api-kernel-knows-nobody',
    comment: 'kernel/ is shared by every domain, so whatever it knew, all of them would know.',
    severity: 'error',
    from: { path: '^api/src/kernel/', pathNot: tests },
    to: { path: '^api/(?!src/kernel/)' },
  },
  {
    name: 'api-app-is-the-top',
    comment:
      'app/ knows every module, so nobody but the entries beside it and the test app may know app/.',
    severity: 'error',
    from: { path: '^api/(src/[^/]+/|migrations/)', pathNot: ['^api/src/app/', tests] },
    to: { path: '^api/src/app/' },
  },
  {
    name: 'api-testing-is-for-tests',
    comment: 'Builders and fakes must not reach production.',
    severity: 'error',
    from: { path: '^api/', pathNot: [tests, '^api/jest'] },
    to: { path: ['/testing/', '\\.spec\\.ts$'] },
  },
  {
    name: 'app-testing-is-for-tests',
    comment: 'Builders and fakes must not reach the browser.',
    severity: 'error',
    from: { path: `^(${apps})/src/`, pathNot: [tests, 'test-setup\\.ts$'] },
    to: { path: ['/testing/', '\\.spec\\.ts$'] },
  },
  {
    name: 'projects-are-strangers',
    comment:
      'The api and the apps are built and deployed apart; what they share is the contract in schema/.',
    severity: 'error',
    from: { path: `^(api|${apps})/` },
    to: { path: `^(api|${apps}|tools|e2e|bench)/`, pathNot: '^$1/' },
  },
  {
    name: 'app-domains-are-strangers',
    comment:
      'A domain folder of an app sees itself and shared/, so that a domain can be understood, and deleted, alone.',
    severity: 'error',
    from: {
      path: `^(${apps})/src/app/([^/]+)/`,
      pathNot: [tests, `^(${apps})/src/app/(shell|shared)/`],
    },
    to: { path: '^$1/src/app/', pathNot: '^$1/src/app/($2|shared)/' },
  },
  {
    name: 'app-shared-knows-no-domain',
    comment: 'shared/ is below every domain.',
    severity: 'error',
    from: { path: `^(${apps})/src/app/shared/`, pathNot: tests },
    to: { path: '^$1/src/app/', pathNot: '^$1/src/app/shared/' },
  },
  {
    name: 'app-data-knows-no-view',
    comment: 'data/ holds operations, stores and view logic; it must be testable without a page.',
    severity: 'error',
    from: { path: `^(${apps})/src/app/([^/]+)/data/`, pathNot: tests },
    to: { path: '^$1/src/app/$2/(?!data/)' },
  },
  {
    name: 'app-ui-is-presentational',
    comment:
      'ui/ gets everything by input. Of data/ it may know types and pure view logic, but no store and no operation: those would tie it to where the data comes from.',
    severity: 'error',
    from: { path: `^(${apps})/src/app/((?!shared/)[^/]+)/ui/`, pathNot: tests },
    to: {
      path: ['^$1/src/app/$2/(?!(data|ui)/)', '^$1/src/app/$2/data/.*(-store|\\.generated)\\.ts$'],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'app-pages-are-strangers',
    comment:
      'What two pages share belongs in ui/ or data/; a page is deleted by deleting its folder.',
    severity: 'error',
    from: {
      path: `^(${apps})/src/app/((?!shared/|shell/)[^/]+)/((?!data/|parts/|ui/)[^/]+)/`,
      pathNot: tests,
    },
    to: { path: '^$1/src/app/$2/[^/]+/', pathNot: '^$1/src/app/$2/($3|data|parts|ui)/' },
  },
  {
    name: 'app-parts-know-no-page',
    comment:
      'parts/ fetch for themselves and stand in several pages of their domain: page → parts → ui → data.',
    severity: 'error',
    from: { path: `^(${apps})/src/app/([^/]+)/parts/`, pathNot: tests },
    to: { path: '^$1/src/app/$2/[^/]+/', pathNot: '^$1/src/app/$2/(data|parts|ui)/' },
  },
  {
    name: 'no-dev-dependency-in-production',
    comment: 'Production installs leave devDependencies out.',
    severity: 'error',
    from: { path: `^(api|${apps})/src/`, pathNot: [tests, 'test-setup\\.ts$'] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-circular',
    comment:
      'In a cycle of imports one side meets the other half made: a decorator would read a class that is not there yet. Types may refer to each other.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-unresolvable',
    comment: 'An import that leads nowhere could not be judged by any other rule.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];

/** @type {import('dependency-cruiser').IConfiguration & { modules: Record<string, string[]> }} */
module.exports = {
  forbidden,
  options: {
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|out-tsc|\\.angular)/' },
    tsConfig: { fileName: 'storefront/tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      mainFields: ['types', 'typings', 'main', 'module'],
    },
  },
};
