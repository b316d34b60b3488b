import type { DisplaySettings } from '@takepart/shared/domain/settings/display-settings'
import type { KeptRecord } from '@takepart/shared/domain/device/record'
import { writeDeviceFile } from '@takepart/shared/domain/device/record-file'

/** Gives records to the person as a file, through the browser's own download; with all of them, their display settings too. */
export function takeAway(
  records: readonly KeptRecord[],
  now: Date,
  settings?: DisplaySettings,
): void {
  const file = new Blob([writeDeviceFile(records, now.toISOString(), { settings })], {
    type: 'application/json',
  })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `takepart-${now.toISOString().slice(0, 10)}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
