import { inOrder, revisionOf, type Held, type RecordStore } from './record-store.ts'
import type { Tabs } from './tabs.ts'

/**
 * Holds records for as long as this page is open, where the browser keeps nothing (a private window, storage turned
 * off, no secure connection). Writing and sending work; nothing in it may ever be called saved.
 */
export function createMemoryStore(tabs: Tabs): RecordStore {
  const records = new Map<string, Held>()
  tabs.listen((message) => {
    if ('cleared' in message) records.clear()
  })
  return {
    list: async () => [...records.values()],
    find: async (id) => records.get(id),
    async waiting() {
      const entryOf = ([id, { record }]: [string, Held]) =>
        record.state === 'waiting' ? [{ id, queuedAt: record.queuedAt }] : []
      return inOrder([...records].flatMap(entryOf))
    },
    async replace({ id, expected, next }) {
      if (revisionOf(records.get(id)) !== expected) return false
      if (next) records.set(id, next)
      else records.delete(id)
      return true
    },
  }
}
