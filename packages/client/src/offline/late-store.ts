import { isOfKind, withName, withRevision } from '@takepart/shared/domain/device/record'
import { rulesFor } from '@takepart/shared/domain/device/record-rules'
import { revisionOf, type Held, type RecordStore } from './record-store.ts'
import { StorageFailed } from './storage-failed.ts'

/** First pause before the device's store is asked again, in milliseconds; each one is twice as long, up to the longest. */
const firstPause = 500
const longestPause = 15_000

/** What stands in for a store that does not answer, for as long as it does not. */
export interface LateStore {
  readonly store: RecordStore
  /** True while the device's store is still asked. */
  readonly looking: boolean
  /** True once the device's store holds the records. */
  readonly found: boolean
}

interface LateParts {
  readonly memory: RecordStore
  readonly device: RecordStore
  /** Throws `StorageFailed` while the device's store does not answer. */
  readonly open: () => Promise<void>
  /** Called when the store has answered, or never will. */
  readonly onChange: () => void
}

/**
 * A device may take long to open its store, or another page may hold it. Records are held in this page's memory meanwhile,
 * and the store is asked again and again; once it answers, what was written goes into it, and is merged with what is
 * there (P5). Only a store that cannot be used at all is given up for this visit.
 */
export function createLateStore({ memory, device, open, onChange }: LateParts): LateStore {
  let current = memory
  let looking = true

  const moveAll = async (moved: Map<string, string>): Promise<void> => {
    for (const held of await memory.list()) {
      const { id } = held.record.draft
      if (moved.get(id) !== held.mark) await move(device, held)
      moved.set(id, held.mark)
    }
  }
  const lookFor = async (): Promise<void> => {
    for (let pause = firstPause; looking; pause = Math.min(pause * 2, longestPause)) {
      await new Promise((resolve) => setTimeout(resolve, pause))
      try {
        await open()
        const moved = new Map<string, string>()
        await moveAll(moved)
        current = device
        looking = false
        // What was on its way into memory as the store changed has arrived a moment later.
        await new Promise((resolve) => setTimeout(resolve))
        await moveAll(moved)
      } catch (error) {
        if (!(error instanceof StorageFailed)) throw error
        looking &&= error.reason === 'timeout'
      }
    }
    onChange()
  }
  void lookFor()

  return {
    get looking() {
      return looking
    },
    get found() {
      return current === device
    },
    store: {
      list: () => current.list(),
      find: (id) => current.find(id),
      waiting: () => current.waiting(),
      replace: (replacement) => current.replace(replacement),
    },
  }
}

/** Puts a record into the device's store, beside or together with what it has. */
async function move(device: RecordStore, held: Held): Promise<void> {
  const there = await device.find(held.record.draft.id)
  const next = there ? together(there, held) : held
  if (!next) return
  const { id } = held.record.draft
  if (!(await device.replace({ id, expected: revisionOf(there), next }))) await move(device, held)
}

function together(there: Held, here: Held): Held | undefined {
  const { record } = here
  if (!isOfKind(there.record, record.kind)) return undefined
  const both = rulesFor(record.kind).adopted(there.record, record)
  if (both === 'not-a-draft') return undefined
  const revision = Math.max(there.record.draft.revision, record.draft.revision) + 1
  const name = there.record.draft.name ?? there.mark
  return { ...here, record: withName(withRevision(both, revision), name) }
}
