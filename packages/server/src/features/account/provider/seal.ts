import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'

/** Keeps tokens of the provider so that the database alone opens nothing: the key is made from the client's secret, which is in the settings. */
export interface Sealer {
  seal(text: string): Buffer
  /** Undefined for what was sealed under another secret, or changed since. */
  open(sealed: Buffer): string | undefined
}

const ivBytes = 12
const tagBytes = 16

export function createSealer(secret: string, random: (bytes: number) => Uint8Array): Sealer {
  const key = Buffer.from(hkdfSync('sha256', secret, 'takepart', 'tokens of the provider', 32))
  return {
    seal: (text) => {
      const iv = Buffer.from(random(ivBytes))
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const inside = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), inside])
    },
    open: (sealed) => {
      if (sealed.length < ivBytes + tagBytes) return undefined
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes))
      decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes))
      const inside = decipher.update(sealed.subarray(ivBytes + tagBytes))
      try {
        return Buffer.concat([inside, decipher.final()]).toString('utf8')
      } catch {
        // The one thing that `final` throws for: the tag does not fit.
        return undefined
      }
    },
  }
}
