import { createHash } from 'node:crypto'

/** Headers that every reply carries, whatever it is: page, file, data or error. */
export interface SecurityHeaders {
  /**
   * Lets pages hold exactly this stylesheet in `<style>`. Throws once a reply has been sent: all replies have the same
   * headers.
   */
  allowStyle(stylesheet: string): void
  all(): Readonly<Record<string, string>>
}

/**
 * Content comes from this origin alone, styles in a page only by their hash, scripts only as files, and no string
 * becomes script or markup except through the two named policies (S43, S44). `https` adds the promise to browsers that
 * this origin is always https. Replies may not be kept by anybody unless a route says otherwise (S45).
 */
export function createSecurityHeaders({ https }: { readonly https: boolean }): SecurityHeaders {
  const styles: string[] = []
  let frozen: Readonly<Record<string, string>> | undefined
  return {
    allowStyle: (stylesheet) => {
      if (frozen) throw new Error('Styles are allowed before the first reply and not after')
      styles.push(`'sha256-${createHash('sha256').update(stylesheet).digest('base64')}'`)
    },
    all: () =>
      (frozen ??= Object.freeze({
        ...fixed,
        ...(https ? hsts : {}),
        'content-security-policy': contentPolicy([...new Set(styles)]),
      })),
  }
}

const hsts = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }

const fixed = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']
    .map((feature) => `${feature}=()`)
    .join(', '),
}

function contentPolicy(styles: readonly string[]): string {
  const self = ['script-src', 'img-src', 'font-src', 'connect-src', 'manifest-src', 'worker-src', 'form-action'].map(
    (name) => `${name} 'self'`,
  )
  return [
    "default-src 'none'",
    ...self,
    `style-src ${styles.length > 0 ? styles.join(' ') : "'none'"}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html takepart 'allow-duplicates'",
  ].join('; ')
}
