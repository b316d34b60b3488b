import { expect, it } from 'vitest'
import { createDatabase } from './database.ts'
import { openTabs } from './tabs.ts'
import { draft, emptyDevice, openTab, responseId, rowsIn } from './test-support/device.ts'

/** A file of its own: in this page no tab has held the key of a session yet. */
it('removes what was written on a shared device once the session is over, and nothing else', async () => {
  await emptyDevice()
  const records = await openTab()
  await records.saveDraft('response', draft({ id: responseId(2) }), {})
  const lost = {
    id: responseId(1),
    state: 'draft',
    revision: 1,
    ownDevice: false,
    changedAt: draft().changedAt,
    iv: crypto.getRandomValues(new Uint8Array(12)),
    data: crypto.getRandomValues(new Uint8Array(64)).buffer,
  } as const
  await createDatabase(openTabs()).run((open) => open.put('record', lost))
  expect((await records.list('response')).map((record) => record.draft.id)).toEqual([responseId(2)])
  await openTab()
  expect((await rowsIn('record')).map((row) => row['id'])).toEqual([responseId(2)])
})
