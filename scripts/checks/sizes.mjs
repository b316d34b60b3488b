/** Holds files, functions and elements to the sizes of docs/architecture.md. `node scripts/checks/sizes.mjs [folder]` */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'
import { root } from '../processes.mjs'

const budgets = {
  fileLines: { median: 100, p95: 250, most: 400 },
  functionLines: { p95: 40, most: 66, render: 80 },
  parameters: { p95: 3 },
  imports: { p95: 15 },
  reactiveProperties: { most: 8 },
  testLinesPerSourceLine: { all: 0.8, shared: 0.62 },
}

const isTest = (file) =>
  /\.(test|spec|contract|fixture)\.(ts|mjs)$|\/(test-support|fixtures|planted)\/|^e2e\//.test(file)
const isData = (file) => /\/migrations\/|\.css$/.test(file)

const filesBelow = (top, folder) =>
  existsSync(join(top, folder))
    ? readdirSync(join(top, folder), { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile() && /\.(ts|mjs)$/.test(entry.name))
        .map((entry) => relative(top, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
        .filter((file) => !/node_modules|\/dist\//.test(file))
    : []

const linesOf = (text) => text.split('\n').length

const reactive = /@(property|state)\(/

const bodies = new Set([
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.FunctionExpression,
  ts.SyntaxKind.ArrowFunction,
  ts.SyntaxKind.MethodDeclaration,
  ts.SyntaxKind.Constructor,
  ts.SyntaxKind.GetAccessor,
  ts.SyntaxKind.SetAccessor,
])

const nameOf = (node) =>
  node.name?.getText() ?? node.parent?.name?.getText?.() ?? 'a function without a name'

const measureFunction = (node, lineAt) => ({
  name: nameOf(node),
  at: lineAt(node.getStart()) + 1,
  lines: lineAt(node.end) - lineAt(node.getStart()) + 1,
  parameters: node.parameters.length,
})

/** Every function with its length, and every class with the number of its reactive properties. */
const measure = (file, text) => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
  const found = { file, lines: linesOf(text), imports: 0, functions: [], classes: [] }
  const lineAt = (position) => source.getLineAndCharacterOfPosition(position).line
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) found.imports += 1
    if (bodies.has(node.kind) && node.body) found.functions.push(measureFunction(node, lineAt))
    if (ts.isClassDeclaration(node))
      found.classes.push({
        name: nameOf(node),
        properties: node.members.filter((member) => reactive.test(member.getText())).length,
      })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const quantile = (values, part) =>
  values.length === 0
    ? 0
    : [...values].sort((a, b) => a - b)[
        Math.min(values.length - 1, Math.floor(part * values.length))
      ]
const sum = (values) => values.reduce((total, value) => total + value, 0)

const tooLong = ({ file, functions }) =>
  functions
    .filter(
      ({ name, lines }) =>
        lines > (name === 'render' ? budgets.functionLines.render : budgets.functionLines.most),
    )
    .map(
      ({ name, lines, at }) =>
        `${file}:${at} ${name} has ${lines} lines; ${budgets.functionLines.most} at most (render: ${budgets.functionLines.render})`,
    )

const inOneFile = (measured) => [
  ...(measured.lines > budgets.fileLines.most
    ? [`${measured.file} has ${measured.lines} lines; ${budgets.fileLines.most} at most`]
    : []),
  ...tooLong(measured),
  ...measured.classes
    .filter(({ properties }) => properties > budgets.reactiveProperties.most)
    .map(
      ({ name, properties }) =>
        `${measured.file} ${name} has ${properties} reactive properties; ${budgets.reactiveProperties.most} at most`,
    ),
]

const over = (what, value, budget) =>
  value > budget ? [`${what} is ${value}; ${budget} at most`] : []

const overAll = (measured) => {
  const lines = measured.map((one) => one.lines)
  const functions = measured.flatMap((one) => one.functions)
  const functionLines = functions.map((one) => one.lines)
  return [
    ...over('the median of lines a file', quantile(lines, 0.5), budgets.fileLines.median),
    ...over('the 95th percentile of lines a file', quantile(lines, 0.95), budgets.fileLines.p95),
    ...over(
      'the 95th percentile of lines a function',
      quantile(functionLines, 0.95),
      budgets.functionLines.p95,
    ),
    ...over(
      'the 95th percentile of parameters a function',
      quantile(
        functions.map((one) => one.parameters),
        0.95,
      ),
      budgets.parameters.p95,
    ),
    ...over(
      'the 95th percentile of imports a file',
      quantile(
        measured.map((one) => one.imports),
        0.95,
      ),
      budgets.imports.p95,
    ),
  ]
}

const testShare = (name, files, lines) => {
  const least = budgets.testLinesPerSourceLine[name]
  const source = sum(files.filter((file) => !isTest(file)).map(lines))
  const tests = sum(files.filter(isTest).map(lines))
  return source > 0 && tests / source < least
    ? [`${name}: ${(tests / source).toFixed(2)} lines of test a line of source; ${least} at least`]
    : []
}

/**
 * Everything over its budget, one line each, and a line on how things stand.
 *
 * @param top the folder that holds packages/, scripts/ and e2e/
 */
export const checkSizes = (top) => {
  const files = [
    'packages/shared/src',
    'packages/server/src',
    'packages/client/src',
    'scripts',
    'e2e',
  ].flatMap((folder) => filesBelow(top, folder))
  const text = new Map(files.map((file) => [file, readFileSync(join(top, file), 'utf8')]))
  const lines = (file) => linesOf(text.get(file))
  const measured = files
    .filter((file) => !isTest(file) && !isData(file))
    .map((file) => measure(file, text.get(file)))
  const all = measured.map((one) => one.lines)
  const problems = [
    ...measured.flatMap(inOneFile),
    ...overAll(measured),
    ...testShare('all', files, lines),
    ...testShare(
      'shared',
      files.filter((file) => file.startsWith('packages/shared/')),
      lines,
    ),
  ]
  return {
    problems,
    files: measured.length,
    summary: `${measured.length} files: median ${quantile(all, 0.5)} lines, 95th percentile ${quantile(all, 0.95)}, most ${Math.max(0, ...all)}`,
  }
}

if (process.argv[1] === import.meta.filename) {
  const { problems, files, summary } = checkSizes(process.argv[2] ?? root)
  console.log(summary)
  for (const problem of problems) console.log(`  ${problem}`)
  if (files === 0) console.log('  nothing was read')
  process.exit(problems.length > 0 || files === 0 ? 1 : 0)
}
