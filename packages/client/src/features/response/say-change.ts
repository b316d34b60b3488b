import type { DeviceRecord } from '@takepart/shared/domain/device/draft'
import { recordTitle } from '@takepart/shared/views/response/record-page.view'
import { announce } from '../../app/announce.ts'

/** Says aloud what has become of a response since it was last shown: with the reference, once there is one. */
export function sayChange(before: DeviceRecord | undefined, record: DeviceRecord): void {
  const title = recordTitle({ record })
  if (!before || recordTitle({ record: before }) === title) return
  const isReceived = record.state === 'received' && record.receipt.state === 'received'
  announce(isReceived ? `${title}. Reference ${record.receipt.reference}` : title)
}
