import type { RequestRecord } from '@takepart/shared/domain/device/request-record'
import { requestTitle } from '@takepart/shared/views/support-request/request-page.view'
import { announce } from '../../app/announce.ts'

/** Says aloud what has become of a request since it was last shown: with the reference, once there is one. */
export function sayRequestChange(before: RequestRecord | undefined, request: RequestRecord): void {
  if (!before || before.state === request.state) return
  announce(
    request.state === 'received'
      ? `${requestTitle(request)}. Reference ${request.receipt.reference}`
      : requestTitle(request),
  )
}
