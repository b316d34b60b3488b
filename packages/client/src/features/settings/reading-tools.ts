import { settingsChanged } from '../../app/display-settings.ts'

/** What helps with reading, by the setting that asks for it. Each is told whenever a setting has changed, and looks what to do. */
const tools = {
  listen: () => import('./listen.ts'),
  guide: () => import('./guide.ts'),
  wordHelp: () => import('./word-help.ts'),
} as const

const used = new Set<string>()

/** Uses the tools that are chosen, each fetched once it is; and again after each change, in this tab or another. */
export function useTools(): void {
  document.addEventListener(settingsChanged, look)
  look()
}

function look(): void {
  const { dataset } = document.documentElement
  for (const [name, load] of Object.entries(tools)) {
    if (!dataset[name] && !used.has(name)) continue
    used.add(name)
    // What cannot be fetched now may be at the next page.
    void load().then(
      ({ follow }) => follow(),
      () => used.delete(name),
    )
  }
}
