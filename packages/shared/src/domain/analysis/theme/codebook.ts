import { accept, refuse, type Result } from '../../core/result.ts'

/**
 * The themes of one consultation with what each means. Every change makes the next version, and a coding keeps the number
 * of the version it was made with, so a report can say what a theme meant when an answer was given it.
 */
export interface Codebook {
  /** 0 before the first theme. */
  readonly version: number
  readonly themes: readonly Theme[]
}

export interface Theme {
  readonly id: string
  readonly name: string
  /** What belongs here, and what does not: enough for somebody else to code the same way. */
  readonly definition: string
  /** No longer given; what was given it keeps it, or was moved to `into`. */
  readonly retired?: { readonly into?: string }
}

export type CodebookChange =
  | {
      readonly kind: 'add'
      readonly id: string
      readonly name: string
      readonly definition: string
    }
  | {
      readonly kind: 'define'
      readonly id: string
      readonly name: string
      readonly definition: string
    }
  /** Everything that was given the first is given the second from now on. */
  | { readonly kind: 'merge'; readonly id: string; readonly into: string }
  | { readonly kind: 'retire'; readonly id: string }

export type CodebookProblem =
  | { readonly code: 'theme-name-missing' }
  | { readonly code: 'theme-name-too-long'; readonly most: number }
  | { readonly code: 'theme-name-taken'; readonly name: string }
  | { readonly code: 'theme-definition-missing' }
  | { readonly code: 'theme-definition-too-long'; readonly most: number }
  | { readonly code: 'theme-unknown' }
  | { readonly code: 'theme-merged-into-itself' }
  | { readonly code: 'codebook-changed-since' }
  | { readonly code: 'codebook-full'; readonly most: number }

export const mostThemes = 100
export const longestName = 80
export const longestDefinition = 600

export const themeWith = ({ themes }: Codebook, id: string): Theme | undefined =>
  themes.find((theme) => theme.id === id)

/** Themes that can be given, in the order in which they were made. */
export const currentThemes = ({ themes }: Codebook): readonly Theme[] =>
  themes.filter(({ retired }) => retired === undefined)

/**
 * The next version. `seen` is the version the change was made on: a change made on an older one is refused, so two people
 * never change a codebook over each other.
 */
export function changeCodebook(
  codebook: Codebook,
  change: CodebookChange,
  seen: number,
): Result<Codebook, CodebookProblem> {
  if (seen !== codebook.version) return refuse({ code: 'codebook-changed-since' })
  const problems = problemsWith(codebook, change)
  if (problems.length > 0) return refuse(...problems)
  return accept({ version: codebook.version + 1, themes: themesAfter(codebook, change) })
}

function problemsWith(codebook: Codebook, change: CodebookChange): readonly CodebookProblem[] {
  switch (change.kind) {
    case 'add':
      return [
        ...(currentThemes(codebook).length >= mostThemes
          ? [{ code: 'codebook-full', most: mostThemes } as const]
          : []),
        ...problemsWithWords(codebook, change),
      ]
    case 'define':
      return isCurrent(codebook, change.id)
        ? problemsWithWords(codebook, change)
        : [{ code: 'theme-unknown' }]
    case 'merge':
      if (change.id === change.into) return [{ code: 'theme-merged-into-itself' }]
      return isCurrent(codebook, change.id) && isCurrent(codebook, change.into)
        ? []
        : [{ code: 'theme-unknown' }]
    case 'retire':
      return isCurrent(codebook, change.id) ? [] : [{ code: 'theme-unknown' }]
  }
}

const isCurrent = (codebook: Codebook, id: string): boolean =>
  currentThemes(codebook).some((theme) => theme.id === id)

function problemsWithWords(
  codebook: Codebook,
  { id, name, definition }: Pick<Theme, 'id' | 'name' | 'definition'>,
): readonly CodebookProblem[] {
  const plain = (text: string): string => text.trim().toLocaleLowerCase('en-GB')
  const problems: CodebookProblem[] = []
  if (name.trim() === '') problems.push({ code: 'theme-name-missing' })
  if (name.length > longestName) problems.push({ code: 'theme-name-too-long', most: longestName })
  if (definition.trim() === '') problems.push({ code: 'theme-definition-missing' })
  if (definition.length > longestDefinition)
    problems.push({ code: 'theme-definition-too-long', most: longestDefinition })
  const taken = currentThemes(codebook).some(
    (theme) => theme.id !== id && plain(theme.name) === plain(name),
  )
  if (taken) problems.push({ code: 'theme-name-taken', name: name.trim() })
  return problems
}

function themesAfter({ themes }: Codebook, change: CodebookChange): readonly Theme[] {
  switch (change.kind) {
    case 'add': {
      const { id, name, definition } = change
      return [...themes, { id, name: name.trim(), definition: definition.trim() }]
    }
    case 'define': {
      const { id, name, definition } = change
      const words = { name: name.trim(), definition: definition.trim() }
      return themes.map((theme) => (theme.id === id ? { ...theme, ...words } : theme))
    }
    case 'merge':
      return themes.map((theme) =>
        theme.id === change.id ? { ...theme, retired: { into: change.into } } : theme,
      )
    case 'retire':
      return themes.map((theme) => (theme.id === change.id ? { ...theme, retired: {} } : theme))
  }
}

/** Where what was given a theme counts today: itself, or what it was merged into, however many times. */
export function standingTheme(codebook: Codebook, id: string): Theme | undefined {
  let theme = themeWith(codebook, id)
  for (let steps = 0; theme?.retired?.into !== undefined && steps < mostThemes * 10; steps += 1)
    theme = themeWith(codebook, theme.retired.into)
  return theme
}
