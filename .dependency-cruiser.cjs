/**
 * Which way dependencies point (docs/architecture.md). Only what a linter cannot see from one file stands here: who may
 * import whom. Type-only imports count unless a rule says otherwise.
 */
/** Tests, and what only tests use. */
const test = '[.](test|contract|fixture)[.]ts$|/(test-support|fixtures)/'
const value = { dependencyTypesNot: ['type-only'] }

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const between = [
  rule(
    'no-cycles',
    'Two files that need each other are one file, or hide a third.',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
  rule(
    'no-unknown',
    'Every import leads somewhere.',
    {},
    { couldNotResolve: true, pathNot: '^virtual:' },
  ),
  rule(
    'shared-stands-alone',
    'shared runs on both sides and knows neither.',
    { path: '^packages/shared/' },
    { path: '^packages/(client|server)/' },
  ),
  rule(
    'server-knows-no-client',
    'The server serves the built client; it never imports it.',
    { path: '^packages/server/' },
    { path: '^packages/client/' },
  ),
  rule(
    'client-sees-a-type-of-server',
    'The client sees the type of the router, never the code.',
    { path: '^packages/client/' },
    { path: '^packages/server/', ...value },
  ),
  rule(
    'client-sees-one-file-of-server',
    'Only api/ needs the type of the router.',
    { path: '^packages/client/', pathNot: '^packages/client/src/api/' },
    { path: '^packages/server/' },
  ),
  rule(
    'e2e-uses-http',
    'Journeys speak to a running server over HTTP.',
    { path: '^e2e/' },
    { path: '^packages/(client|server)/' },
  ),
]

const inShared = [
  rule(
    'domain-is-alone',
    'The rules know no page and no browser.',
    { path: '^packages/shared/src/domain/', pathNot: test },
    { pathNot: '^packages/shared/src/domain/|/zod/' },
  ),
  rule(
    'zod-in-schemas-only',
    'Rules are plain functions; only schemas know the schema library.',
    { path: '^packages/shared/src/', pathNot: `schema[^/]*[.]ts$|${test}` },
    { path: '/zod/', ...value },
  ),
  rule(
    'schemas-stay-on-the-server',
    'A browser never loads the schema library.',
    { path: '^packages/(client/|shared/src/(ui|views)/)', pathNot: test },
    { path: 'schema[^/]*[.]ts$|domain/authoring/check-consultation[.]ts$', ...value },
  ),
  rule(
    'patterns-stay-on-the-server',
    'The page of patterns is for those who make Takepart: nobody else loads it.',
    {
      path: '^packages/(client/|shared/src/)',
      pathNot: `^packages/shared/src/views/patterns/|${test}`,
    },
    { path: '^packages/shared/src/views/patterns/' },
  ),
  rule(
    'ui-knows-no-noun',
    'A pattern serves any page: it takes words and values, not a question.',
    { path: '^packages/shared/src/ui/', pathNot: `ui/blocks[.]ts$|${test}` },
    {
      pathNot:
        '^packages/shared/src/ui/|^packages/shared/src/domain/core/(language|rich-text|text)[.]ts$|/lit(-html)?/|/@lit-labs/ssr-client/',
    },
  ),
  rule(
    'views-use-ui-and-domain',
    'A page is a function of a model.',
    { path: '^packages/shared/src/views/', pathNot: test },
    { pathNot: '^packages/shared/src/(views|ui|domain|words)/|/lit(-html)?/' },
  ),
]

const inClient = [
  rule(
    'features-know-no-shell',
    'The shell holds the features, not the other way round.',
    { path: '^packages/client/src/(features|app|state)/' },
    { path: '^packages/client/src/shell/' },
  ),
  rule(
    'api-and-offline-know-no-ui',
    'Sending and keeping know nothing of pages.',
    { path: '^packages/client/src/(api|offline|worker)/', pathNot: test },
    { path: '^packages/client/src/(features|shell)/|^packages/shared/src/(ui|views)/|/lit/' },
  ),
  rule(
    'offline-knows-no-api',
    'The outbox is handed a way to send.',
    { path: '^packages/client/src/offline/', pathNot: test },
    { path: '^packages/client/src/api/', pathNot: 'api/unavailable[.]ts$', ...value },
  ),
  rule(
    'features-are-handed-services',
    'A page uses the services it is given.',
    { path: '^packages/client/src/(features|shell)/', pathNot: test },
    { path: '^packages/client/src/(api|offline)/', ...value },
  ),
  rule(
    'idb-in-offline-only',
    'One folder knows the database on the device.',
    { path: '^packages/client/src/', pathNot: `^packages/client/src/offline/|${test}` },
    { path: '/idb/' },
  ),
  rule(
    'trpc-in-api-only',
    'One folder knows how the server is called.',
    { path: '^packages/client/src/', pathNot: `^packages/client/src/api/|${test}` },
    { path: '/@trpc/' },
  ),
  rule(
    'router-behind-two-files',
    'Its makers have given it up: two files to change when it goes.',
    {
      path: '^packages/client/src/',
      pathNot: `^packages/client/src/(shell/router|app/navigate)[.]ts$|${test}`,
    },
    { path: '/@vaadin/router/' },
  ),
]

const inServer = [
  rule(
    'only-main-knows-http',
    'A use case is called by a procedure, a page or a command; a procedure does not know over what it is called.',
    {
      path: '^packages/server/src/',
      pathNot: `^packages/server/src/((http|calls|pages)/|(main|start-server|log)[.]ts$)|${test}`,
    },
    { path: '^packages/server/src/(http|calls|pages)/|/(fastify|@fastify)/' },
  ),
  rule(
    'db-knows-no-feature',
    'The database opens; features ask it.',
    { path: '^packages/server/src/db/', pathNot: test },
    { path: '^packages/server/src/features/', pathNot: '[.]table[.]ts$' },
  ),
  rule(
    'media-knows-no-feature',
    'Pictures and recordings are read, made anew and stored the same way whoever brings them.',
    { path: '^packages/server/src/media/', pathNot: test },
    { path: '^packages/server/src/features/' },
  ),
  rule(
    'queries-of-another-feature-only',
    'Another feature lends its queries, rows and policies, not its use cases. Whoever has something to say by mail queues it. A report is made of results, and published as what is written is.',
    { path: '^packages/server/src/features/([^/]+)/', pathNot: test },
    {
      path: '^packages/server/src/features/',
      pathNot:
        '^packages/server/src/features/$1/|[.](queries|table|policies)[.]ts$|^packages/server/src/features/consultation/publish-consultation[.]ts$|^packages/server/src/features/(analysis/tally/read-results|authoring/save-edit|response/timely-version)[.]ts$|^packages/server/src/features/notification/(queue-mail|notification[.]tasks)[.]ts$',
    },
  ),
  rule(
    'sql-in-queries-only',
    'SQL is written in *.queries.ts and migrations.',
    { path: '^packages/server/src/', pathNot: `[.]queries[.]ts$|^packages/server/src/db/|${test}` },
    { path: '/(kysely|pg|pg-cursor)/', ...value },
  ),
  rule(
    'lit-in-pages-only',
    'Pages are rendered in one place.',
    { path: '^packages/server/src/', pathNot: `^packages/server/src/pages/|${test}` },
    { path: '/(lit|@lit-labs)/|^packages/shared/src/(ui|views)/' },
  ),
]

const everywhere = [
  rule(
    'tests-are-not-imported',
    'What a program needs does not live in a test.',
    { pathNot: `${test}|^e2e/` },
    { path: `${test}|^e2e/` },
  ),
  rule(
    'declared-packages-only',
    'A package that is used is in package.json.',
    { path: '^packages/', pathNot: test },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
]

module.exports = {
  forbidden: [...between, ...inShared, ...inClient, ...inServer, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^packages/[^/]+/dist/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
    },
  },
}
