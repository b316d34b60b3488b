import { Writable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemRandom } from '../context.ts'
import { whileOpen } from '../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'
import { signInStaff } from '../test-support/staff.ts'
import { runStaffCommand } from './run-staff-command.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  const tables = ['staff_session', 'invitation', 'staff_member']
  await database.asOwner(tables.map((table) => `delete from ${table}`).join(';'))
})

function collector() {
  const said = { text: '' }
  const stream = new Writable({
    write: (part: Buffer, _encoding, done) => {
      said.text += part.toString()
      done()
    },
  })
  return { said, stream }
}

async function run(...words: readonly string[]) {
  const [out, err] = [collector(), collector()]
  let opened = 0
  const code = await runStaffCommand(words, {
    out: out.stream,
    err: err.stream,
    now: () => whileOpen,
    random: systemRandom,
    origin: 'https://takepart.example.nhs.uk',
    open: async () => {
      opened += 1
      return { db: database.calls, close: async () => undefined }
    },
  })
  return { code, out: out.said.text, err: err.said.text, opened }
}

const link = /^https:\/\/takepart\.example\.nhs\.uk\/desk\/join\/[\w-]{43}\n$/

describe('npm run staff -- invite', () => {
  it('makes the first link while nobody works at the desk', async () => {
    const { code, out, err } = await run('invite')
    expect(code).toBe(0)
    expect(out).toMatch(link)
    expect(err).toContain('It works once, until Thursday 4 February 2027')
    expect(
      (await database.asOwner("select roles::text from invitation where purpose = 'first'")).rows,
    ).toEqual([{ roles: '{author,moderator,analyst,publisher,administrator}' }])
  })

  it('makes no such link once somebody does', async () => {
    await signInStaff(database)
    const { code, out, err } = await run('invite')
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('Say whom to invite')
  })

  it('makes a link for a colleague with roles, in their order', async () => {
    const { code, out } = await run(
      'invite',
      '--name',
      ' Bo Larch ',
      '--role',
      'publisher',
      '--role',
      'author',
      '--own-consultations',
    )
    expect(code).toBe(0)
    expect(out).toMatch(link)
    expect(
      (
        await database.asOwner(
          'select name, email, roles::text, every_consultation from invitation',
        )
      ).rows,
    ).toEqual([
      { name: 'Bo Larch', email: null, roles: '{author,publisher}', every_consultation: false },
    ])
  })

  it('says in words what it will not do, and makes nothing', async () => {
    const { code, out, err } = await run('invite', '--name', ' ', '--email', 'nobody')
    expect([code, out]).toEqual([1, ''])
    expect(err.split('\n').slice(0, 3)).toEqual([
      'Enter a name',
      'Enter an email address like name@trust.nhs.uk, or leave this empty',
      'Choose at least one thing they may do',
    ])
    expect((await database.asOwner('select from invitation')).rowCount).toBe(0)
  })

  it('is noted in the audit log as done on the command line', async () => {
    await run('invite', '--name', 'Bo Larch', '--role', 'author')
    const { rows } = await database.asOwner(
      'select actor, verb, detail from audit_entry order by number desc limit 1',
    )
    expect(rows).toEqual([{ actor: 'command-line', verb: 'staff.invite', detail: 'author' }])
  })
})

describe('npm run staff -- list', () => {
  it('says when there is nobody, and otherwise who may do what, with nothing a terminal would obey', async () => {
    expect((await run('list')).out).toContain('Nobody works at the staff desk yet')
    await signInStaff(database, { name: 'Ash \u001b[31mFell', roles: ['author', 'analyst'] })
    const { actor } = await signInStaff(database, { name: 'Bo Larch', roles: ['publisher'] })
    await database.asOwner(
      `update staff_member set suspended_at = now() where id = '${actor.staffId}'`,
    )
    expect((await run('list')).out).toBe(
      'Ash \ufffd[31mFell  Author, Analyst\nBo Larch  Publisher  (Cannot sign in)\n',
    )
  })
})

describe('npm run staff -- verify-audit', () => {
  it('says the head to note, and finds what was noted', async () => {
    await run('invite')
    const { code, out } = await run('verify-audit')
    expect(code).toBe(0)
    const head = /^\d+:[0-9a-f]{64}$/m.exec(out)?.[0] ?? ''
    expect((await run('verify-audit', '--noted', head)).code).toBe(0)
    const [number = '', hash = ''] = head.split(':')
    const wrong = await run('verify-audit', '--noted', `${number}:${'0'.repeat(hash.length)}`)
    expect(wrong.code).toBe(1)
    expect(wrong.out).toContain(`entry ${number} is not the one whose hash was noted`)
    const later = await run('verify-audit', '--noted', `${Number(number) + 1}:${hash}`)
    expect(later.out).toContain('was there when its number was noted, and is not there now')
  })

  it('says of an empty log that it is empty', async () => {
    const own = await createTestDatabase()
    const out = collector()
    const code = await runStaffCommand(['verify-audit'], {
      out: out.stream,
      err: collector().stream,
      now: () => whileOpen,
      random: systemRandom,
      origin: '',
      open: async () => ({ db: own.calls, close: async () => undefined }),
    })
    expect([code, out.said.text]).toEqual([0, 'The audit log is empty.\n'])
    await own.close()
  })
})

describe('npm run staff -- allow-passkeys', () => {
  it('opens the way again that an administrator has closed, and notes it once', async () => {
    await database.asOwner('update sign_in_setting set passkeys = false')
    for (let times = 0; times < 2; times += 1)
      expect(await run('allow-passkeys')).toMatchObject({
        code: 0,
        out: 'People can sign in with passkeys.\n',
      })
    expect((await database.asOwner('select passkeys from sign_in_setting')).rows).toEqual([
      { passkeys: true },
    ])
    const { rows } = await database.asOwner(
      "select actor, detail from audit_entry where verb = 'site.change'",
    )
    expect(rows).toEqual([{ actor: 'command-line', detail: 'passkeys,provider' }])
  })
})

describe('a command line that cannot be read', () => {
  it.each([
    [['promote'], 'There is no “promote”'],
    [['invite', '--role', 'superuser', '--name', 'Bo'], 'There is no role “superuser”'],
    [['invite', '--role', 'author'], 'Say whom to invite'],
    [['invite', '--colour', 'red'], 'Unknown option'],
    [['verify-audit', '--noted', 'yesterday'], '--noted is the number and the hash'],
  ])('%j: %s', async (words, said) => {
    const { code, err, opened } = await run(...words)
    expect(code).toBe(2)
    expect(err).toContain(said)
    expect(err).toContain('npm run staff -- help')
    expect(opened).toBe(0)
  })

  it('gets help without a database when it is empty or asks for it', async () => {
    for (const words of [[], ['help'], ['--help'], ['invite', '--help']]) {
      const { code, out, opened } = await run(...words)
      expect([code, opened]).toEqual([0, 0])
      expect(out).toContain('npm run staff -- verify-audit')
    }
  })
})
