import { createHash } from 'node:crypto'

/** Headers that every reply carries, whatever it is: page, file, data or error. */
export interface SecurityHeaders {
  /**
   * Lets pages hold exactly this in `<style>` or `<script>`. Throws once a reply has been sent: all replies have the same
   * headers.
   */
  allow(inline: Inline): void
  all(): Readonly<Record<string, string>>
}

/** The text of one element of a page. */
export interface Inline {
  readonly kind: 'style' | 'script'
  readonly text: string
}

/**
 * Content comes from this origin alone, styles and scripts in a page itself only by their hash, and no string becomes
 * script or markup except through the two named policies (S43, S44). `https` adds the promise to browsers that this origin
 * is always https. Replies may not be kept by anybody unless a route says otherwise (S45).
 */
export function createSecurityHeaders({ https }: { readonly https: boolean }): SecurityHeaders {
  const hashes = { style: new Set<string>(), script: new Set<string>() }
  let frozen: Readonly<Record<string, string>> | undefined
  return {
    allow: ({ kind, text }) => {
      if (frozen)
        throw new Error('What pages may hold is allowed before the first reply and not after')
      hashes[kind].add(`'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    },
    all: () =>
      (frozen ??= Object.freeze({
        ...fixed,
        ...(https ? hsts : {}),
        'content-security-policy': contentPolicy(hashes),
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

function contentPolicy({
  style,
  script,
}: Readonly<Record<Inline['kind'], ReadonlySet<string>>>): string {
  const self = [
    'img-src',
    'media-src',
    'font-src',
    'connect-src',
    'manifest-src',
    'worker-src',
    'form-action',
  ].map((name) => `${name} 'self'`)
  return [
    "default-src 'none'",
    ...self,
    ["script-src 'self'", ...script].join(' '),
    ["style-src 'self'", ...style].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html takepart 'allow-duplicates'",
  ].join('; ')
}
