import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { ContributionId } from '@takepart/shared/domain/core/ids'
import type { Said } from '@takepart/shared/domain/round/contribution'
import {
  anotherCode,
  letIn,
  privateCode,
  publishRound,
  sentContribution,
  sentEdit,
  whileRoundOpen,
} from '../../test-support/sample-round.ts'
import { setScene } from '../../test-support/scene.ts'

const scene = setScene()

/** A contribution that everybody can read, and its round. */
async function shown(said: Partial<Said> = {}) {
  scene.ctx.setClock(whileRoundOpen)
  const round = await publishRound(scene.database)
  const sent = sentContribution(round, said)
  await scene.caller.round.contribute(sent)
  await letIn(scene.ctx, sent.contributionId)
  return { round, id: sent.contributionId }
}

const placeOf = async (id: string) =>
  (
    await sql<
      Record<string, unknown>
    >`select words, name, self, stance, condition, body, removed, quotations, replies
      from contribution_shown where contribution_id = ${id}`.execute(scene.ctx.db)
  ).rows[0]
const wordsOf = async (id: string) =>
  (
    await sql<{
      said: Said
    }>`select said from contribution_words where contribution_id = ${id} order by revision`.execute(
      scene.ctx.db,
    )
  ).rows.map(({ said }) => said.text)

const edit = (id: ContributionId, text: string, changes = {}) =>
  scene.caller.round.edit(sentEdit(id, { text }, changes))

describe('changing what one said', () => {
  it('hides it at once, and shows the new words only when a moderator lets them in (S53)', async () => {
    const { id } = await shown({ stance: 'conditional', condition: 'a bus', self: 'carer' })
    const result = await edit(id, 'Other words')
    expect(result).toMatchObject({ ok: true, value: { revision: 2, state: 'waiting' } })
    expect(await placeOf(id)).toEqual({
      words: 'changing',
      name: null,
      self: null,
      stance: null,
      condition: null,
      body: null,
      removed: null,
      quotations: null,
      replies: 0,
    })
    expect(await letIn(scene.ctx, id, 2)).toBe(1)
    expect(await placeOf(id)).toMatchObject({ words: 'said', body: 'Other words', stance: null })
  })

  it('cannot be let in by who read the words before (F56)', async () => {
    const { id } = await shown()
    await edit(id, 'Words nobody has read')
    expect(await letIn(scene.ctx, id, 1)).toBeUndefined()
    expect(await placeOf(id)).toMatchObject({ words: 'changing', body: null })
  })

  it('never shows unread words, in whichever order an edit and an approval come (F56)', async () => {
    for (let round = 0; round < 8; round += 1) {
      scene.ctx.setClock(whileRoundOpen)
      const place = await publishRound(scene.database)
      const sent = sentContribution(place, { text: 'Read and good' })
      await scene.caller.round.contribute(sent)
      const id = sent.contributionId
      await Promise.all([letIn(scene.ctx, id, 1), edit(id, 'Words nobody has read')])
      expect((await placeOf(id))?.['body'] ?? null).toBeNull()
      expect(await letIn(scene.ctx, id, 2)).toBe(1)
    }
  })

  it('answers a repeat of the same change, and refuses other words under its id', async () => {
    const { id } = await shown()
    const sent = sentEdit(id, { text: 'Once' })
    const first = await scene.caller.round.edit(sent)
    expect(await scene.caller.round.edit(sent)).toEqual(first)
    const other = { ...sent, said: { ...sent.said, text: 'Twice' } }
    expect(await scene.caller.round.edit(other)).toMatchObject({ ok: false })
    expect(await wordsOf(id)).toEqual(['There is no lift to that room.', 'Once'])
  })

  it('keeps the first of two changes made at once from the same words (P5)', async () => {
    const { id } = await shown()
    const answers = await Promise.all([edit(id, 'One'), edit(id, 'Two')])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      problems: [{ code: 'contribution-changed-elsewhere' }],
    })
  })

  it('is for who has the code: a wrong code and an unknown id are one answer', async () => {
    const { id } = await shown()
    const none = { ok: false, problems: [{ code: 'contribution-not-found' }] }
    expect(await edit(id, 'Mine now', { code: anotherCode })).toEqual(none)
    const nobody = '00000000-0000-4000-8000-000000000000' as ContributionId
    expect(await edit(nobody, 'Mine now')).toEqual(none)
    expect(await placeOf(id)).toMatchObject({ words: 'said' })
  })
})

describe('taking back what one said', () => {
  it('erases it everywhere, and leaves its place for the replies', async () => {
    const { round, id } = await shown({ text: 'CANARY-WORDS', self: 'CANARY-SELF' })
    await scene.caller.round.contribute(sentContribution(round, {}, { inReplyTo: 1 }))
    const gone = await scene.caller.round.withdraw({ contributionId: id, code: privateCode })
    expect(gone).toMatchObject({ ok: true, value: { state: 'withdrawn' } })
    expect(await placeOf(id)).toMatchObject({
      words: 'withdrawn',
      body: null,
      name: null,
      replies: 1,
    })
    for (const table of [
      'contribution',
      'contribution_words',
      'contribution_shown',
      'round_voice',
    ]) {
      const { rows } = await scene.database.asOwner(`select t::text from ${table} t`)
      expect(JSON.stringify(rows)).not.toContain('CANARY')
    }
  })

  it('takes a reply away whole, and counts it no more', async () => {
    const { round, id } = await shown()
    const reply = sentContribution(round, {}, { inReplyTo: 1 })
    await scene.caller.round.contribute(reply)
    expect(await placeOf(id)).toMatchObject({ replies: 1 })
    await scene.caller.round.withdraw({ contributionId: reply.contributionId, code: privateCode })
    expect(await placeOf(reply.contributionId)).toBeUndefined()
    expect(await placeOf(id)).toMatchObject({ replies: 0 })
  })

  it('is done after closing too, and a second time changes nothing', async () => {
    const { id } = await shown()
    scene.ctx.setClock(new Date('2028-01-01T00:00:00Z'))
    const first = await scene.caller.round.withdraw({ contributionId: id, code: privateCode })
    expect(await scene.caller.round.withdraw({ contributionId: id, code: privateCode })).toEqual(
      first,
    )
    expect(await edit(id, 'Back again')).toMatchObject({
      problems: [{ code: 'contribution-withdrawn' }],
    })
  })

  it('keeps for staff what somebody wrote who needs help (S54)', async () => {
    scene.ctx.setClock(whileRoundOpen)
    const round = await publishRound(scene.database)
    const sent = sentContribution(round, { text: 'I cannot go on', helpNow: true })
    await scene.caller.round.contribute(sent)
    await scene.caller.round.withdraw({ contributionId: sent.contributionId, code: privateCode })
    expect(await wordsOf(sent.contributionId)).toEqual(['I cannot go on'])
    expect(await placeOf(sent.contributionId)).toBeUndefined()
  })
})

describe('finding what one wrote', () => {
  it('gives all of it under the code, with what became of each', async () => {
    const { round, id } = await shown({ text: 'First' })
    const reply = sentContribution(round, { text: 'Second' }, { inReplyTo: 1 })
    await scene.caller.round.contribute(reply)
    await scene.caller.round.withdraw({ contributionId: id, code: privateCode })
    const found = await scene.caller.round.readOwn({
      slug: round.slug,
      code: ' 7k3m 9qwx 0000 1111 2222',
    })
    expect(found.ok && found.value).toHaveLength(2)
    expect(found.ok && found.value).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          inReplyTo: 1,
          said: expect.objectContaining({ text: 'Second' }),
        }),
        {
          title: round.title,
          receipt: expect.objectContaining({ contributionId: id, state: 'withdrawn' }),
        },
      ]),
    )
  })

  it('gives nothing for another code or another round, and waits after ten wrong codes', async () => {
    const { round } = await shown()
    const none = { ok: false, problems: [{ code: 'contribution-not-found' }] }
    const elsewhere = await publishRound(scene.database)
    expect(await scene.caller.round.readOwn({ slug: elsewhere.slug, code: privateCode })).toEqual(
      none,
    )
    for (let tries = 0; tries < 10; tries += 1)
      expect(await scene.caller.round.readOwn({ slug: round.slug, code: anotherCode })).toEqual(
        none,
      )
    expect(await scene.caller.round.readOwn({ slug: round.slug, code: privateCode })).toMatchObject(
      {
        problems: [{ code: 'code-tries-used-up' }],
      },
    )
  })
})

describe('the database', () => {
  it('refuses to show words of a contribution that is not accepted, or of another revision', async () => {
    const { id, round } = await shown()
    const { db } = scene.ctx
    await expect(
      sql`update contribution set state = 'rejected' where id = ${id}`.execute(db),
    ).rejects.toThrow(/foreign key/)
    await expect(
      sql`update contribution set revision = 2 where id = ${id}`.execute(db),
    ).rejects.toThrow(/foreign key/)
    const waiting = sentContribution(round, {}, { code: anotherCode })
    await scene.caller.round.contribute(waiting)
    await expect(
      sql`insert into contribution_shown (contribution_id, round_id, number, words, accepted, revision, source, name, body, removed,
          quotations, replies, shown_at)
        values (${waiting.contributionId}, ${round.id}, 9, 'said', 'accepted', 1, 'participant', 'X', 'Unread', '[]', '[]', 0, now())`.execute(
        db,
      ),
    ).rejects.toThrow(/foreign key/)
  })
})
