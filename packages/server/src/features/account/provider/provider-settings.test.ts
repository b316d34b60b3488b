import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../../../config.ts'
import { oidcProblem, rolesOfClaim } from './provider-settings.ts'

const whole = {
  PUBLIC_ORIGIN: 'https://takepart.example.nhs.uk',
  OIDC_ISSUER: 'https://id.example.nhs.uk/tenant/v2.0',
  OIDC_CLIENT_ID: 'takepart',
  OIDC_CLIENT_SECRET: 'a secret that nobody must read',
}

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('the settings of the identity provider', () => {
  it('are whole, or not there', () => {
    expect(readConfig({}).oidc).toBeUndefined()
    expect(readConfig(whole).oidc).toEqual({
      issuer: whole.OIDC_ISSUER,
      clientId: 'takepart',
      clientSecret: whole.OIDC_CLIENT_SECRET,
      scope: 'openid profile offline_access',
      roles: { claim: 'roles' },
      redirectUri: 'https://takepart.example.nhs.uk/desk/sign-in/return',
    })
  })

  it.each(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_ORIGIN'])(
    'stop the start where %s is missing, which is named, and no secret is said',
    (name) => {
      const { [name]: _, ...rest } = whole as Record<string, string>
      const problems = problemsOf(rest).join('\n')
      expect(problems).toContain(name)
      expect(problems).not.toContain(whole.OIDC_CLIENT_SECRET)
    },
  )
})

describe('oidcProblem', () => {
  it.each([
    'https://id.example.nhs.uk',
    'https://id.example.nhs.uk/tenant/v2.0',
    'http://127.0.0.1:3001',
    'http://localhost:3001/realm',
  ])('takes %s', (issuer) => expect(oidcProblem(issuer)).toBeUndefined())

  it.each([
    'http://id.example.nhs.uk',
    'id.example.nhs.uk',
    'https://name:password@id.example.nhs.uk',
    'https://id.example.nhs.uk?tenant=1',
    'https://id.example.nhs.uk#x',
    'http://localhost.evil.invalid',
    'javascript:alert(1)',
  ])('refuses %s', (issuer) => expect(oidcProblem(issuer)).toContain('OIDC_ISSUER'))
})

describe('rolesOfClaim', () => {
  it('takes names of roles where nothing is said', () => {
    expect(rolesOfClaim()).toEqual({ claim: 'roles' })
    expect(rolesOfClaim('groups')).toEqual({ claim: 'groups' })
  })

  it('reads values with their roles, which may hold what names of groups hold', () => {
    expect(rolesOfClaim('groups', 'Involvement team=author, CN=Takepart=publisher')).toEqual({
      claim: 'groups',
      roleOf: { 'Involvement team': 'author', 'CN=Takepart': 'publisher' },
    })
  })

  it.each(['author', 'team=owner', '=author', 'team=', 'a=author,,b=author'])(
    'refuses %s, and names the roles there are',
    (pairs) => expect(rolesOfClaim('groups', pairs)).toContain('administrator'),
  )
})
