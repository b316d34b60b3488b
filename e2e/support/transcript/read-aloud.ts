import type { Heard } from './ax-tree.ts'

/** Nodes that are in a line with the words around them. */
const inLine = new Set([
  'StaticText',
  'link',
  'strong',
  'emphasis',
  'code',
  'time',
  'abbr',
  'Abbr',
  'mark',
  'subscript',
  'superscript',
  'image',
])

/** What says nothing of its own: the words of a label are the name of its control. */
const silent = new Set([
  'InlineTextBox',
  'LineBreak',
  'ListMarker',
  'LabelText',
  'status',
  'alert',
  'SvgRoot',
  'MenuListPopup',
])

const landmarks: Readonly<Record<string, string>> = {
  banner: 'top of the site',
  main: 'main',
  contentinfo: 'foot of the site',
  navigation: 'navigation',
  search: 'search',
  region: 'region',
  form: 'form',
  complementary: 'beside',
}

const controls: Readonly<Record<string, (node: Heard) => string>> = {
  radio: ({ states }) =>
    `radio button, ${states.get('checked') === 'true' ? 'chosen' : 'not chosen'}`,
  checkbox: ({ states }) => `box, ${states.get('checked') === 'true' ? 'ticked' : 'not ticked'}`,
  textbox: ({ value }) => `text field, ${value ? `holds “${value}”` : 'empty'}`,
  searchbox: ({ value }) => `search field, ${value ? `holds “${value}”` : 'empty'}`,
  spinbutton: ({ value }) => `number field, ${value ? `holds “${value}”` : 'empty'}`,
  combobox: ({ value }) => `list to choose from, ${value}`,
  slider: ({ value }) => `slider at ${value}`,
  button: ({ states }) =>
    states.get('disabled') === 'true' ? 'button, can do nothing now' : 'button',
  DisclosureTriangle: ({ states }) =>
    `${states.get('expanded') === 'true' ? 'open' : 'closed'}, press to show or hide`,
}

const described = ({ states, description }: Heard): string =>
  [
    states.get('invalid') === 'true' ? '; has a problem' : '',
    description ? `; described as “${description.replaceAll(/\s+/g, ' ').trim()}”` : '',
  ].join('')

/** One control in one line: name first, as it is said; then what it is, how it stands, and what describes it. */
const controlWords = (node: Heard): string => {
  const says = controls[node.role]
  return `${node.name || '(no name)'}: ${says ? says(node) : node.role}${described(node)}`
}

const lineWords = (node: Heard): string => {
  if (node.role === 'StaticText') return node.name
  if (node.role === 'link')
    return `[link: ${node.name}${node.states.get('current') ? ', this page' : ''}${described(node)}]`
  if (node.role === 'image') return node.name ? `[picture: ${node.name}]` : ''
  return inRun(node.children)
}

/** Words of neighbours are words apart, whether or not there is a space between them in the markup. */
const inRun = (nodes: readonly Heard[]): string =>
  nodes
    .map(lineWords)
    .filter(Boolean)
    .reduce(
      (run, words) =>
        run && /\S$/.test(run) && /^[^\s.,;:?!)]/.test(words) ? `${run} ${words}` : run + words,
      '',
    )

const isInLine = (node: Heard): boolean => inLine.has(node.role)

interface Line {
  readonly depth: number
  readonly text: string
}

/** The lines of one node, and of everything in it. */
function linesOf(node: Heard, depth: number): readonly Line[] {
  if (silent.has(node.role)) return []
  const line = (text: string): Line => ({ depth, text })
  if (node.role === 'heading')
    return [line(`heading ${node.states.get('level')}: ${inRun(node.children) || node.name}`)]
  if (node.role in controls) return [line(controlWords(node))]
  // Its words are the name of the group; a heading in it is one more place to go to.
  if (node.role === 'Legend')
    return node.children
      .filter(({ role }) => role === 'heading')
      .flatMap((one) => linesOf(one, depth))
  if (node.role === 'row')
    return [
      line(
        `row: ${node.children.map(({ name, children }) => name || inRun(children)).join(' | ')}`,
      ),
    ]
  const within = childLines(node, depth + 1)
  if (node.role in landmarks)
    return [
      line(`— ${[landmarks[node.role], node.name && `“${node.name}”`].filter(Boolean).join(' ')}`),
      ...within,
    ]
  if ((node.role === 'group' || node.role === 'radiogroup') && node.name)
    return [line(`group “${node.name}”${described(node)}`), ...within]
  if (node.role === 'table') return [line(`table “${node.name}”`), ...within]
  if (node.role === 'list')
    return [
      line(`list of ${node.children.filter(({ role }) => role === 'listitem').length}`),
      ...within,
    ]
  if (node.role === 'listitem') return bullet(childLines(node, depth), depth)
  if (node.role === 'dialog') return [line(`dialog “${node.name}”`), ...within]
  return childLines(node, depth)
}

const bullet = (lines: readonly Line[], depth: number): readonly Line[] =>
  lines.map(({ text }, at) =>
    at === 0 ? { depth, text: `• ${text}` } : { depth: depth + 1, text },
  )

/** Words and links that stand in a line are read as one. */
function childLines(node: Heard, depth: number): readonly Line[] {
  const lines: Line[] = []
  let run: Heard[] = []
  const end = (): void => {
    const text = inRun(run).trim()
    if (text) lines.push({ depth, text })
    run = []
  }
  for (const child of node.children) {
    if (isInLine(child)) run.push(child)
    else {
      end()
      lines.push(...linesOf(child, depth))
    }
  }
  end()
  return lines
}

/** A part of the page as somebody hears it who goes through it line by line from its beginning. */
export const readAloud = (node: Heard): readonly string[] =>
  linesOf(node, 0).map(({ depth, text }) => '  '.repeat(depth) + text.replaceAll(/\s+/g, ' '))
