import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { mailAddressOf } from '@takepart/shared/domain/notification/mail'
import type { ProviderConfig } from './features/account/provider/identity-provider.ts'
import {
  oidcNames,
  oidcProblem,
  rolesOfClaim,
} from './features/account/provider/provider-settings.ts'
import { deskPaths } from '@takepart/shared/domain/site/desk-paths'

/** How much of something is let through; every number can be set, and 0 means no limit. */
export interface Limits {
  /** Responses sent from one network (IPv4 /24, IPv6 /48) in a minute. A hospital is one network. */
  readonly submitsPerMinute: number
  /** Requests for support sent from one network in 15 minutes; each holds how to reach somebody. */
  readonly supportRequests: number
  /** Contributions to rounds, and changes of them, sent from one network in 15 minutes. */
  readonly contributions: number
  /** Presses of “I see it this way too” and “This made me think” from one network in 15 minutes. */
  readonly acknowledgements: number
  /** Requests for help sent from one network in 15 minutes: so many that only a machine reaches it. */
  readonly concerns: number
  /** Wrong private codes for one response from one network in 15 minutes. */
  readonly codeTries: number
  /** Wrong private codes for all responses together from one network in 15 minutes. */
  readonly codeTriesPerNetwork: number
  /** Tries to sign in or to join from one network in 15 minutes, each of two calls. A hospital is one network. */
  readonly signIns: number
  /** Calls of one member of staff in a minute, an autosave among them. */
  readonly staffActsPerMinute: number
  /** Calls worked on at once; more are answered 503 so that pages go on. */
  readonly callsAtOnce: number
  /** Streams of live events open at once; more are answered 503, and pages that wanted one ask now and then instead. */
  readonly streamsAtOnce: number
  /** Database connections for calls, and apart from them for pages. */
  readonly callConnections: number
  readonly pageConnections: number
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export interface SmtpConfig {
  /** smtp://name:password@host:port, or smtps:// for TLS from the start. */
  readonly url: string
  /** The sender: an address. */
  readonly from: string
}

/** Everything that can be set from outside, checked. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Absent: the server starts the PostgreSQL that came from npm, in `dataFolder`. */
  readonly databaseUrl: string | undefined
  /** An absolute path. */
  readonly dataFolder: string
  /** What an empty database is filled with at the first start. */
  readonly sample: 'fictional' | 'none'
  /**
   * What people type into the browser ("https://takepart.example.nhs.uk"); absolute links are made from this and nothing
   * else.
   */
  readonly publicOrigin: string | undefined
  /** The mail server. Absent: no mail is sent, and the desk shows what would be. */
  readonly smtp: SmtpConfig | undefined
  /** The Trust's identity provider. Absent: staff sign in with passkeys alone. */
  readonly oidc: ProviderConfig | undefined
  /** Addresses or networks whose X-Forwarded-For is believed. */
  readonly trustProxy: readonly string[]
  readonly logLevel: LogLevel
  /** Off: every page is made afresh for each request, to measure how long that takes. */
  readonly readyPages: boolean
  /** The page that shows every pattern, for the people who make Takepart. */
  readonly patternsPage: boolean
  readonly limits: Limits
}

/** The settings cannot be used; every reason at once, each naming its setting. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  constructor(readonly problems: readonly string[]) {
    super(`The settings cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
  }
}

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads settings from an environment. An empty value counts as not set.
 * At a terminal only warnings are logged unless LOG_LEVEL says otherwise: a person there wants the address, not each request.
 * Throws {@link ConfigError} naming every setting that cannot be used, in words and without its value where that may be secret.
 */
export function readConfig(environment: Environment, atTerminal = false): Config {
  const read = reader(environment)
  const publicOrigin = read.checked('PUBLIC_ORIGIN', originProblem)?.replace(/\/$/, '')
  const config: Config = {
    port: read.whole('PORT', 3000, [0, 65_535]),
    host: read.text('HOST') ?? '127.0.0.1',
    databaseUrl: read.checked('DATABASE_URL', databaseUrlProblem),
    dataFolder: resolve(read.text('TAKEPART_DATA') ?? 'data'),
    sample: read.oneOf('TAKEPART_SAMPLE', ['fictional', 'none'], 'fictional'),
    publicOrigin,
    smtp: readSmtp(read),
    oidc: readOidc(read, publicOrigin),
    trustProxy: Object.freeze(read.list('TRUST_PROXY', networkProblem)),
    logLevel: read.oneOf('LOG_LEVEL', logLevels, atTerminal ? 'warn' : 'info'),
    readyPages: read.oneOf('READY_PAGES', ['on', 'off'], 'on') === 'on',
    // Who has said where people find this server runs it for them; who has not is looking at it on their own machine.
    patternsPage:
      read.oneOf('PATTERNS_PAGE', ['on', 'off'], publicOrigin === undefined ? 'on' : 'off') ===
      'on',
    limits: Object.freeze(readLimits(read)),
  }
  if (read.problems.length > 0) throw new ConfigError(read.problems)
  return Object.freeze(config)
}

/** The settings of this process. The only place that looks at its environment. */
export const configOfThisProcess = (): Config => readConfig(process.env, process.stdout.isTTY)

/** Both or neither: a mail server without a sender would refuse everything later. */
function readSmtp(read: Reader): SmtpConfig | undefined {
  const url = read.checked('SMTP_URL', smtpProblem)
  const from = read.checked('MAIL_FROM', addressProblem)
  if ((url === undefined) !== (from === undefined))
    read.problems.push('SMTP_URL and MAIL_FROM must be set together, or neither')
  return url === undefined || from === undefined ? undefined : Object.freeze({ url, from })
}

/** All of what has no other way of being known, or none of it. */
function readOidc(read: Reader, publicOrigin: string | undefined): ProviderConfig | undefined {
  const [issuer, clientId, clientSecret] = oidcNames.map((name) => read.text(name))
  const given = oidcNames.filter((name) => read.text(name) !== undefined)
  if (given.length === 0) return undefined
  const roles = rolesOfClaim(read.text('OIDC_ROLES_CLAIM'), read.text('OIDC_ROLES'))
  const problems = [
    given.length < oidcNames.length &&
      `${oidcNames.join(', ')} must be set together, or none of them`,
    issuer !== undefined && oidcProblem(issuer),
    publicOrigin === undefined &&
      'PUBLIC_ORIGIN must be set where OIDC_ISSUER is: people are sent back to it',
    typeof roles === 'string' && roles,
  ].filter((problem) => typeof problem === 'string')
  read.problems.push(...problems)
  if (problems.length > 0 || !issuer || !clientId || !clientSecret || typeof roles === 'string')
    return undefined
  return Object.freeze({
    issuer,
    clientId,
    clientSecret,
    roles,
    scope: read.text('OIDC_SCOPE') ?? 'openid profile offline_access',
    redirectUri: `${publicOrigin}${deskPaths.providerReturn}`,
  })
}

function readLimits(read: Reader): Limits {
  return {
    submitsPerMinute: read.whole('LIMIT_SUBMITS_PER_MINUTE', 1200, [0, 1_000_000]),
    supportRequests: read.whole('LIMIT_SUPPORT_REQUESTS', 100, [0, 1_000_000]),
    contributions: read.whole('LIMIT_CONTRIBUTIONS', 300, [0, 1_000_000]),
    acknowledgements: read.whole('LIMIT_ACKNOWLEDGEMENTS', 3000, [0, 1_000_000]),
    concerns: read.whole('LIMIT_CONCERNS', 300, [0, 1_000_000]),
    codeTries: read.whole('LIMIT_CODE_TRIES', 10, [0, 1_000_000]),
    codeTriesPerNetwork: read.whole('LIMIT_CODE_TRIES_PER_NETWORK', 100, [0, 1_000_000]),
    signIns: read.whole('LIMIT_SIGN_INS', 600, [0, 1_000_000]),
    staffActsPerMinute: read.whole('LIMIT_STAFF_ACTS_PER_MINUTE', 600, [0, 1_000_000]),
    callsAtOnce: read.whole('LIMIT_CALLS_AT_ONCE', 200, [1, 10_000]),
    streamsAtOnce: read.whole('LIMIT_STREAMS_AT_ONCE', 2000, [0, 100_000]),
    callConnections: read.whole('DATABASE_CONNECTIONS', 16, [2, 500]),
    pageConnections: read.whole('DATABASE_PAGE_CONNECTIONS', 4, [1, 500]),
  }
}

type Reader = ReturnType<typeof reader>

function reader(environment: Environment) {
  const problems: string[] = []
  const text = (name: string): string | undefined => environment[name]?.trim() || undefined
  const whole = (
    name: string,
    otherwise: number,
    [least, most]: readonly [number, number],
  ): number => {
    const given = text(name)
    if (given === undefined) return otherwise
    const number = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN
    if (number >= least && number <= most) return number
    problems.push(`${name} must be a whole number from ${least} to ${most}; it is "${given}"`)
    return otherwise
  }
  const oneOf = <Choice extends string>(
    name: string,
    choices: readonly Choice[],
    otherwise: Choice,
  ): Choice => {
    const given = text(name)
    if (given === undefined) return otherwise
    const chosen = choices.find((choice) => choice === given)
    if (chosen === undefined)
      problems.push(`${name} must be one of ${choices.join(', ')}; it is "${given}"`)
    return chosen ?? otherwise
  }
  const checked = (
    name: string,
    problemOf: (given: string) => string | undefined,
  ): string | undefined => {
    const given = text(name)
    const problem = given === undefined ? undefined : problemOf(given)
    if (problem !== undefined) problems.push(`${name} ${problem}`)
    return given
  }
  const list = (name: string, problemOf: (given: string) => string | undefined): string[] => {
    const given = (text(name) ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '')
    for (const problem of given.map(problemOf))
      if (problem !== undefined) problems.push(`${name} ${problem}`)
    return given
  }
  return { problems, text, whole, oneOf, checked, list }
}

function databaseUrlProblem(given: string): string | undefined {
  const url = URL.canParse(given) ? new URL(given) : undefined
  if (url && ['postgres:', 'postgresql:'].includes(url.protocol)) return undefined
  return 'must be the address of a PostgreSQL database, like postgres://name:password@host:5432/takepart (its value is not shown)'
}

function smtpProblem(given: string): string | undefined {
  const url = URL.canParse(given) ? new URL(given) : undefined
  if (url && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '') return undefined
  return 'must be the address of a mail server, like smtp://name:password@host:587 (its value is not shown)'
}

const addressProblem = (given: string): string | undefined =>
  mailAddressOf(given) === given
    ? undefined
    : `must be an email address, like takepart@example.nhs.uk; it is "${given}"`

function originProblem(given: string): string | undefined {
  const url = URL.canParse(given) ? new URL(given) : undefined
  const bare =
    url &&
    ['http:', 'https:'].includes(url.protocol) &&
    [url.origin, `${url.origin}/`].includes(given)
  return bare
    ? undefined
    : `must be only a scheme and a host in lower case, like https://takepart.example.nhs.uk; it is "${given}"`
}

function networkProblem(given: string): string | undefined {
  const [address = '', prefix, ...rest] = given.split('/')
  const version = isIP(address)
  const longest = version === 4 ? 32 : 128
  const prefixFits =
    prefix === undefined ||
    (/^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= longest)
  if (version !== 0 && prefixFits && rest.length === 0) return undefined
  return `must be IP addresses or networks with commas between, like 10.0.0.5,192.168.0.0/16; "${given}" is neither`
}
