import {
  signatureKinds,
  type KeyTransport,
  keyTransports,
} from '@takepart/shared/domain/account/passkey'
import type { AccountProblem } from '@takepart/shared/domain/account/account-problem'
import type { Result } from '@takepart/shared/domain/core/result'
import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import type { StaffApi } from '../../api/staff-api.ts'

type Done = Result<true, AccountProblem>

const notAccepted: Done = { ok: false, problems: [{ code: 'passkey-not-accepted' }] }

export const canUsePasskeys = (): boolean => browserSupportsWebAuthn()

/**
 * Signs the person in with a key of theirs. `as` names who the page was made for: nobody else can take it on. Refused
 * alike when they turned back and when the key is not known; throws as the calls do.
 */
export async function signInWithPasskey(api: StaffApi, as?: string): Promise<Done> {
  const { challenge, siteId } = await api.account.beginSigningIn.mutate({})
  const answer = await unlessTurnedBack(() =>
    startAuthentication({
      optionsJSON: { challenge, rpId: siteId, userVerification: 'required', timeout: 300_000 },
    }),
  )
  if (!answer) return notAccepted
  const { clientDataJSON, authenticatorData, signature } = answer.response
  return api.account.finishSigningIn.mutate({
    id: answer.id,
    clientDataJson: clientDataJSON,
    authenticatorData,
    signature,
    ...(as === undefined ? {} : { as }),
  })
}

/** Makes a key for whoever the link is for, and so lets them join. */
export async function joinWithPasskey(
  api: StaffApi,
  link: { readonly token: string; readonly name: string },
): Promise<Done> {
  const begun = await api.account.beginJoining.mutate(link)
  if (!begun.ok) return begun
  const { challenge, siteId, handle, name } = begun.value
  const made = await unlessTurnedBack(() =>
    startRegistration({
      optionsJSON: {
        challenge,
        rp: { id: siteId, name: 'Takepart' },
        user: { id: handle, name, displayName: name },
        pubKeyCredParams: signatureKinds.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        attestation: 'none',
        timeout: 300_000,
      },
    }),
  )
  if (!made) return notAccepted
  return api.account.finishJoining.mutate({
    ...link,
    id: made.id,
    clientDataJson: made.response.clientDataJSON,
    attestation: made.response.attestationObject,
    transports: (made.response.transports ?? []).filter((way): way is KeyTransport =>
      (keyTransports as readonly string[]).includes(way),
    ),
  })
}

/** Undefined when the person closed the browser's window, or took too long, or has no key: browsers do not say which. */
async function unlessTurnedBack<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask()
  } catch (error) {
    const refused = ['NotAllowedError', 'AbortError', 'InvalidStateError', 'SecurityError']
    if (error instanceof Error && (refused.includes(error.name) || error.name === 'WebAuthnError'))
      return undefined
    throw error
  }
}
