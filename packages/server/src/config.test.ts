import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig, type Environment } from './config.ts'

const problemsOf = (environment: Environment): readonly string[] => {
  try {
    readConfig(environment)
    return []
  } catch (cause) {
    return cause instanceof ConfigError ? cause.problems : [String(cause)]
  }
}

describe('readConfig', () => {
  it('needs no setting', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      sample: 'fictional',
      trustProxy: [],
      logLevel: 'info',
    })
    expect(readConfig({}).dataFolder).toMatch(/\/data$/)
  })

  it('reads every setting', () => {
    const config = readConfig({
      PORT: '8080',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgres://a:b@db/takepart',
      TAKEPART_DATA: '/srv/takepart',
      TAKEPART_SAMPLE: 'none',
      PUBLIC_ORIGIN: 'https://takepart.example.nhs.uk/',
      TRUST_PROXY: '10.0.0.1, 10.1.0.0/16,::1',
      LOG_LEVEL: 'warn',
      LIMIT_CODE_TRIES: '5',
    })
    expect(config).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      databaseUrl: 'postgres://a:b@db/takepart',
      dataFolder: '/srv/takepart',
      sample: 'none',
      publicOrigin: 'https://takepart.example.nhs.uk',
      trustProxy: ['10.0.0.1', '10.1.0.0/16', '::1'],
      logLevel: 'warn',
      limits: { codeTries: 5 },
    })
  })

  it('reads where mail goes, and never shows a password', () => {
    const smtp = { SMTP_URL: 'smtp://a:secret@mail:587', MAIL_FROM: 'takepart@garden.example' }
    expect(readConfig(smtp).smtp).toEqual({ url: smtp.SMTP_URL, from: smtp.MAIL_FROM })
    expect(readConfig({}).smtp).toBeUndefined()
    expect(problemsOf({ SMTP_URL: smtp.SMTP_URL })).toEqual([
      'SMTP_URL and MAIL_FROM must be set together, or neither',
    ])
    const wrong = problemsOf({ SMTP_URL: 'http://a:secret@mail', MAIL_FROM: 'Takepart' })
    expect(wrong.join('\n')).toContain('SMTP_URL must be the address of a mail server')
    expect(wrong.join('\n')).toContain('MAIL_FROM must be an email address')
    expect(wrong.join('\n')).not.toContain('secret')
  })

  it('logs only warnings at a terminal, unless it is told', () => {
    expect(readConfig({}, true).logLevel).toBe('warn')
    expect(readConfig({ LOG_LEVEL: 'debug' }, true).logLevel).toBe('debug')
  })

  it('takes an empty value as not set', () =>
    expect(readConfig({ PORT: '', PUBLIC_ORIGIN: ' ' })).toMatchObject({
      port: 3000,
      publicOrigin: undefined,
    }))

  it.each([
    ['PORT', '70000'],
    ['PORT', '3000x'],
    ['PORT', '-1'],
    ['PORT', '1e3'],
    ['DATABASE_URL', 'mysql://db'],
    ['DATABASE_URL', 'takepart'],
    ['TAKEPART_SAMPLE', 'yes'],
    ['PUBLIC_ORIGIN', 'takepart.example.nhs.uk'],
    ['PUBLIC_ORIGIN', 'https://example.nhs.uk/page'],
    ['PUBLIC_ORIGIN', 'javascript:alert(1)'],
    ['PUBLIC_ORIGIN', 'https://user@example.nhs.uk'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '10.0.0.0/40'],
    ['TRUST_PROXY', '0.0.0.0/0'],
    ['LOG_LEVEL', 'loud'],
    ['LIMIT_SUBMITS_PER_MINUTE', 'many'],
    ['DATABASE_CONNECTIONS', '0'],
  ])('refuses %s=%s, naming it', (name, value) => {
    const problems = problemsOf({ [name]: value })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${name} must be `))
  })

  it('names every setting that cannot be used, at once', () => {
    expect(
      problemsOf({ PORT: 'x', LOG_LEVEL: 'x', TRUST_PROXY: 'x', DATABASE_URL: 'x' }),
    ).toHaveLength(4)
  })

  it('does not show the password of a database', () => {
    expect(
      problemsOf({ DATABASE_URL: 'mysql://takepart:hunter2@db/takepart' }).join(),
    ).not.toContain('hunter2')
  })

  it('cannot be changed afterwards', () => {
    const config = readConfig({})
    expect(() => Object.assign(config, { port: 1 })).toThrow(TypeError)
    expect(() => Object.assign(config.limits, { codeTries: 1 })).toThrow(TypeError)
  })
})
