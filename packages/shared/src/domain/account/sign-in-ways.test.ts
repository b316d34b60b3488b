import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptSignInChoice, type Choosing, type SignInChoice } from './sign-in-ways.ts'

const byPasskey: Choosing = { hasProvider: true, signedInBy: 'passkey' }
const byProvider: Choosing = { hasProvider: true, signedInBy: 'provider' }
const both: SignInChoice = { passkeys: true, provider: true }
const onlyPasskeys: SignInChoice = { passkeys: true, provider: false }
const onlyProvider: SignInChoice = { passkeys: false, provider: true }
const refusal = (code: string) => ({ ok: false, problems: [{ code }] })

describe('acceptSignInChoice', () => {
  it('allows both', () => {
    expect(acceptSignInChoice(both, byPasskey)).toEqual({ ok: true, value: both })
  })

  it('closes a way only for who came by the other', () => {
    expect(acceptSignInChoice(onlyPasskeys, byPasskey)).toMatchObject({ ok: true })
    expect(acceptSignInChoice(onlyProvider, byProvider)).toMatchObject({ ok: true })
    expect(acceptSignInChoice(onlyProvider, byPasskey)).toEqual(refusal('own-way-to-sign-in'))
    expect(acceptSignInChoice(onlyPasskeys, byProvider)).toEqual(refusal('own-way-to-sign-in'))
  })

  it('leaves a way that there is', () => {
    const none = { passkeys: false, provider: false }
    for (const choosing of [byPasskey, byProvider])
      expect(acceptSignInChoice(none, choosing)).toEqual(refusal('last-way-to-sign-in'))
    expect(acceptSignInChoice(onlyProvider, { ...byPasskey, hasProvider: false })).toEqual(
      refusal('last-way-to-sign-in'),
    )
  })

  it('never shuts out whoever chooses', () => {
    fc.assert(
      fc.property(
        fc.record({ passkeys: fc.boolean(), provider: fc.boolean() }),
        fc.boolean(),
        (wanted, hasProvider) => {
          const accepted = acceptSignInChoice(wanted, { hasProvider, signedInBy: 'passkey' })
          if (accepted.ok) expect(accepted.value.passkeys).toBe(true)
        },
      ),
    )
  })
})
