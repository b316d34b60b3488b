/**
 * Where a draft stands on its way to being published. It is signed by a second person, never by who asked; and what is
 * published is exactly what was signed: any edit after that needs a new signature.
 */
export type SignOffState = 'draft' | 'asked' | 'signed' | 'scheduled' | 'published'

export interface SignOff {
  readonly state: SignOffState
  /** Who asked for the signature. */
  readonly askedBy?: string
  readonly signedBy?: string
}

export type SignOffEvent =
  | {
      readonly kind: 'ask'
      readonly by: string
      readonly blocked: number
      readonly undecided: number
    }
  | { readonly kind: 'sign'; readonly by: string }
  | { readonly kind: 'send-back'; readonly by: string }
  | { readonly kind: 'edit' }
  | { readonly kind: 'schedule'; readonly by: string }
  | { readonly kind: 'stop'; readonly by: string }
  | { readonly kind: 'publish'; readonly by: string }

export type SignOffProblem =
  | 'something-blocks'
  | 'advice-undecided'
  | 'not-asked'
  | 'own-request'
  | 'already-asked'
  | 'not-signed'
  | 'not-scheduled'
  | 'nothing-new'

export type SignOffResult =
  | { readonly ok: true; readonly signOff: SignOff }
  | { readonly ok: false; readonly problem: SignOffProblem }

const to = (signOff: SignOff): SignOffResult => ({ ok: true, signOff })
const no = (problem: SignOffProblem): SignOffResult => ({ ok: false, problem })

/** Where a draft stands after something happened, or why that cannot happen. */
export function nextSignOff(now: SignOff, event: SignOffEvent): SignOffResult {
  switch (event.kind) {
    case 'ask':
      return asked(now, event)
    case 'sign':
    case 'send-back':
      return decided(now, event)
    case 'edit':
      return to({ state: 'draft' })
    case 'schedule':
      return now.state === 'signed' ? to({ ...now, state: 'scheduled' }) : no('not-signed')
    case 'stop':
      return now.state === 'scheduled' ? to({ ...now, state: 'signed' }) : no('not-scheduled')
    case 'publish':
      return now.state === 'signed' || now.state === 'scheduled'
        ? to({ ...now, state: 'published' })
        : no('not-signed')
  }
}

function asked(now: SignOff, event: Extract<SignOffEvent, { kind: 'ask' }>): SignOffResult {
  if (now.state === 'published') return no('nothing-new')
  if (now.state !== 'draft') return no('already-asked')
  if (event.blocked > 0) return no('something-blocks')
  if (event.undecided > 0) return no('advice-undecided')
  return to({ state: 'asked', askedBy: event.by })
}

function decided(
  now: SignOff,
  { kind, by }: Extract<SignOffEvent, { kind: 'sign' | 'send-back' }>,
): SignOffResult {
  if (now.state !== 'asked') return no('not-asked')
  if (now.askedBy === by) return no('own-request')
  return kind === 'sign' ? to({ ...now, state: 'signed', signedBy: by }) : to({ state: 'draft' })
}
