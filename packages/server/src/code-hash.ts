import { createHash } from 'node:crypto'
import { normaliseCode } from '@takepart/shared/domain/response/private-code'

/** SHA-256 of a private code as typed. What cannot be a code is hashed too, so that it takes the same time to be wrong. */
export const codeHash = (typed: string): Buffer =>
  createHash('sha256')
    .update(normaliseCode(typed) ?? `not a code ${typed}`)
    .digest()
