import type { Plugin, Rolldown } from 'vite'

/** A set of modules, by what brings them into the browser. */
interface Reach {
  readonly from: readonly string[]
  readonly onDemandToo: boolean
}

/** What the browser fetches at once when it asks for these modules: they and everything that they import statically. */
export const loadedBy = (...from: string[]): Reach => ({ from, onDemandToo: false })

/** What these modules can ever bring: what they load, and what that imports on demand. */
export const reachedBy = (...from: string[]): Reach => ({ from, onDemandToo: true })

/** A script file that holds each module which all of `of` bring. Two of one name are one file. */
export interface Bundle {
  readonly name: string
  readonly of: readonly Reach[]
}

/** The files that `of` brings may hold no other module than those that one of `only` brings. */
export interface Promised {
  readonly of: Reach
  readonly only: readonly Reach[]
}

type Imports = Pick<Rolldown.ModuleInfo, 'importedIds' | 'dynamicallyImportedIds'>

function bring({ from, onDemandToo }: Reach, find: (id: string) => Imports | null): Set<string> {
  const found = new Set<string>()
  const visit = (id: string): void => {
    const module = found.has(id) ? null : find(id)
    if (!module) return
    found.add(id)
    module.importedIds.forEach(visit)
    if (onDemandToo) module.dynamicallyImportedIds.forEach(visit)
  }
  from.forEach(visit)
  return found
}

/** The bundler's own helpers belong to no module of ours. */
const isOurs = (id: string): boolean => !id.startsWith('\0')

/**
 * Sorts modules into bundles by what imports them and never by what they are called: a new file lands where it is used,
 * and one that only a page on demand imports stays out of the first load without a list to keep. What no bundle takes is
 * left to the bundler, which makes a file for every set of importers.
 *
 * @param bundles first come, first served
 * @param promises are checked on the finished files; the build ends with the names of those that break one
 */
export function bundlesByImports(bundles: readonly Bundle[], promises: readonly Promised[]) {
  const bundleOf = new Map<string, string>()
  const names = [...new Set(bundles.map(({ name }) => name))]
  const groups = names.map((name, place): Rolldown.CodeSplittingGroup => ({
    name,
    test: (id) => bundleOf.get(id) === name,
    // What one load alone uses goes into the file of that load.
    minShareCount: 2,
    // Whoever loads a module loads what it imports: there is nothing to bring along from other bundles.
    includeDependenciesRecursively: false,
    priority: names.length - place,
  }))
  const plugin: Plugin = {
    name: 'takepart-bundles',
    apply: 'build',
    buildEnd(error) {
      if (error) return
      const starts = [...bundles.flatMap(({ of }) => of), ...promises.map(({ of }) => of)]
      for (const id of starts.flatMap(({ from }) => from))
        if (!this.getModuleInfo(id)) this.error(`${id} sorts bundles and is no part of the build`)
      bundleOf.clear()
      for (const { name, of } of bundles) {
        const [first = new Set<string>(), ...others] = of.map((reach) =>
          bring(reach, (id) => this.getModuleInfo(id)),
        )
        for (const id of first)
          if (!bundleOf.has(id) && others.every((other) => other.has(id))) bundleOf.set(id, name)
      }
    },
    generateBundle(_, files) {
      for (const { of, only } of promises) {
        const allowed = new Set(
          only.flatMap((reach) => [...bring(reach, (id) => this.getModuleInfo(id))]),
        )
        const strangers = modulesIn(of, files).filter((id) => isOurs(id) && !allowed.has(id))
        if (strangers.length > 0)
          this.error(
            `${of.from.join(', ')} would fetch what it does not use:\n${strangers.join('\n')}`,
          )
      }
    },
  }
  return { groups, plugin }
}

/** The modules in the finished files that `reach` brings. */
function modulesIn(reach: Reach, files: Rolldown.OutputBundle): string[] {
  const chunks = Object.values(files).filter((file) => file.type === 'chunk')
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const entries = chunks.filter(({ facadeModuleId: id }) => id !== null && reach.from.includes(id))
  const names = bring({ ...reach, from: entries.map(({ fileName }) => fileName) }, (name) => {
    const chunk = byName.get(name)
    return chunk
      ? { importedIds: chunk.imports, dynamicallyImportedIds: chunk.dynamicImports }
      : null
  })
  return [...names].flatMap((name) => byName.get(name)?.moduleIds ?? [])
}
