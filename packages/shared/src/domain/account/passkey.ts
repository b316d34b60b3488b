/** What the server gives a browser so that a key can be made for a new member of staff, or in place of a lost one. */
export interface BegunJoining {
  /** Base64url. */
  readonly challenge: string
  /** The host name the key is for. */
  readonly siteId: string
  /** What the key will know the person by; random, base64url. */
  readonly handle: string
  /** The person's name, which the device shows beside the key. */
  readonly name: string
}

/** What the browser sends back: the public half of the key, and what it signed. All base64url. */
export interface FinishJoining {
  readonly token: string
  /** As written on the page of the link, where the invitation does not name the person. */
  readonly name: string
  readonly id: string
  readonly clientDataJson: string
  readonly attestation: string
  readonly transports: readonly KeyTransport[]
}

export interface BegunSigningIn {
  readonly challenge: string
  readonly siteId: string
}

/** What a key answers. All base64url. */
export interface FinishSigningIn {
  readonly id: string
  readonly clientDataJson: string
  readonly authenticatorData: string
  readonly signature: string
  /** The id of whoever the page was made for, when somebody signs in to go on with it: only they can. */
  readonly as?: string
}

/** COSE numbers of the signatures that are taken: Ed25519, ECDSA over P-256, RSA. */
export const signatureKinds = [-8, -7, -257] as const

/** How a browser may reach a key (WebAuthn Level 3, 5.8.4). */
export const keyTransports = [
  'ble',
  'cable',
  'hybrid',
  'internal',
  'nfc',
  'smart-card',
  'usb',
] as const

export type KeyTransport = (typeof keyTransports)[number]
