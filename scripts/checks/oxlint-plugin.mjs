/**
 * Rules of our own: what a rule, a view or an element may not reach for by itself. Clock, randomness, environment,
 * network and storage are handed in, so that a test can hand in others. .oxlintrc.json says where each may be touched.
 */

const nameOf = (node) =>
  node?.type === 'Identifier' || node?.type === 'PrivateIdentifier' ? node.name : node?.value

const globals = new Set(['globalThis', 'window', 'self'])

/** `crypto.randomUUID` for a member of a name, also through globalThis; the bare name otherwise. */
const pathOf = (node) => {
  if (node?.type === 'Identifier') return node.name
  if (node?.type !== 'MemberExpression') return ''
  const owner = pathOf(node.object)
  const own = nameOf(node.property)
  return globals.has(owner) ? own : `${owner}.${own}`
}

const refuse = (message, visitors) => ({
  meta: { type: 'problem', docs: { description: message } },
  create: (context) => visitors((node) => context.report({ node, message })),
})

/** Refuses calls of, and any reach into, the named globals. */
const members = (message, paths) =>
  refuse(message, (report) => ({
    MemberExpression: (node) => paths.has(pathOf(node)) && report(node),
  }))

const importsFrom = (report, modules, names) => ({
  ImportDeclaration: (node) => {
    if (!modules.has(node.source.value)) return
    for (const item of node.specifiers) if (names.has(nameOf(item.imported))) report(item)
  },
})

const clock = refuse(
  'The clock is handed in: take `now` as an argument, or from the services or the context.',
  (report) => ({
    MemberExpression: (node) =>
      ['Date.now', 'performance.timeOrigin'].includes(pathOf(node)) && report(node),
    NewExpression: (node) =>
      pathOf(node.callee) === 'Date' && node.arguments.length === 0 && report(node),
    CallExpression: (node) => pathOf(node.callee) === 'Date' && report(node),
  }),
)

const randomNames = new Set([
  'randomUUID',
  'randomBytes',
  'randomInt',
  'getRandomValues',
  'webcrypto',
])
const randomPaths = new Set([
  'Math.random',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'crypto.randomBytes',
  'crypto.randomInt',
])
const randomness = refuse(
  'Randomness is handed in: take it as an argument, or from the services or the context.',
  (report) => ({
    MemberExpression: (node) => randomPaths.has(pathOf(node)) && report(node),
    ...importsFrom(report, new Set(['node:crypto', 'crypto']), randomNames),
  }),
)

const environment = members(
  'The environment is read once, in config.ts.',
  new Set(['process.env', 'import.meta.env']),
)

const networkNames = new Set([
  'fetch',
  'XMLHttpRequest',
  'EventSource',
  'WebSocket',
  'navigator.sendBeacon',
])
const network = refuse('Only api/ and the service worker speak to the network.', (report) => ({
  CallExpression: (node) => networkNames.has(pathOf(node.callee)) && report(node),
  NewExpression: (node) => networkNames.has(pathOf(node.callee)) && report(node),
}))

const storage = refuse('Only offline/ touches the database on the device.', (report) => ({
  Identifier: (node) => node.name === 'indexedDB' && report(node),
  ImportDeclaration: (node) => node.source.value === 'idb' && report(node),
}))

const rawProperties = new Set(['innerHTML', 'outerHTML', 'srcdoc'])
const rawCalls =
  /\.(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseHTMLUnsafe)$|^document\.write(ln)?$/
const markup = refuse(
  'Markup comes from templates only, so that everything is escaped.',
  (report) => ({
    AssignmentExpression: ({ left }) =>
      left.type === 'MemberExpression' && rawProperties.has(nameOf(left.property)) && report(left),
    CallExpression: (node) => rawCalls.test(pathOf(node.callee)) && report(node),
  }),
)

const shadow = refuse(
  'Light DOM everywhere: no shadow root, no slot, no styles in an element.',
  (report) => ({
    CallExpression: (node) =>
      node.callee.type === 'MemberExpression' &&
      nameOf(node.callee.property) === 'attachShadow' &&
      report(node),
    PropertyDefinition: (node) => node.static && nameOf(node.key) === 'styles' && report(node),
    TemplateElement: (node) => /<slot[\s>/]/.test(node.value.raw) && report(node),
  }),
)

const enumeration = refuse(
  'A union of words says the same and leaves nothing behind in the output.',
  (report) => ({
    TSEnumDeclaration: report,
  }),
)

const bareCatch = refuse(
  'Catch what you can name: a bug is not a connection that fails. Look at the error, and throw on what it is not.',
  (report) => ({
    CatchClause: (node) => node.param === null && report(node),
  }),
)

export default {
  meta: { name: 'takepart' },
  rules: {
    'no-ambient-clock': clock,
    'no-ambient-randomness': randomness,
    'no-ambient-environment': environment,
    'no-network': network,
    'no-device-storage': storage,
    'no-raw-markup': markup,
    'no-shadow-root': shadow,
    'no-enum': enumeration,
    'no-bare-catch': bareCatch,
  },
}
