import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import {
  acknowledgeSchema,
  contributeSchema,
  contributionResultSchema,
  saidSchema,
} from './contribution-schema.ts'
import { clinicRound, contributionId, something } from './round.fixture.ts'
import { processSchema, roundSchema } from './round-schema.ts'

const takes = (schema: z.ZodMiniType, value: unknown) => schema.safeParse(value).success
const contribute = {
  contributionId,
  slug: 'one-clinic-or-rooms',
  said: something(),
  codeHash: 'a'.repeat(64),
  completedAt: '',
  sentAt: '',
}

describe('what is sent to a round', () => {
  it('is taken with these fields and no others', () => {
    expect(takes(contributeSchema, contribute)).toBe(true)
    expect(takes(contributeSchema, { ...contribute, inReplyTo: 4 })).toBe(true)
    for (const wrong of [
      { ...contribute, state: 'accepted' },
      { ...contribute, source: 'staff' },
      { ...contribute, inReplyTo: 0 },
      { ...contribute, inReplyTo: '4' },
      { ...contribute, contributionId: contributionId.toUpperCase() },
      { ...contribute, codeHash: 'A'.repeat(64) },
      { ...contribute, slug: '../x' },
      { ...contribute, said: [something()] },
    ])
      expect(takes(contributeSchema, wrong)).toBe(false)
  })

  it.each([
    ['staff', { source: 'staff' }],
    ['a stance there is not', { stance: 'maybe' }],
    ['a text without end', { text: 'x'.repeat(20_001) }],
    ['quotations without end', { quotations: Array(51).fill({}) }],
    [
      'a quotation of something else',
      { quotations: [{ of: { kind: 'page', id: 'a' }, exact: '', prefix: '', suffix: '' }] },
    ],
  ])('is refused with %s', (_what, wrong) => {
    expect(takes(saidSchema, { ...something(), ...wrong })).toBe(false)
  })

  it('counts a press of two kinds only, from a device', () => {
    const press = { slug: 'a', number: 1, kind: 'alike', deviceId: contributionId, on: true }
    expect(takes(acknowledgeSchema, press)).toBe(true)
    expect(takes(acknowledgeSchema, { ...press, kind: 'dislike' })).toBe(false)
    expect(takes(acknowledgeSchema, { ...press, deviceId: null })).toBe(false)
    expect(takes(acknowledgeSchema, { ...press, deviceId: '' })).toBe(false)
  })
})

describe('what a round answers', () => {
  it('is a receipt or reasons, and nothing beside them', () => {
    const receipt = {
      contributionId,
      slug: 'a',
      revision: 1,
      state: 'waiting',
      late: false,
      receivedAt: '2027-03-10T12:00:00Z',
      closesAt: '2027-03-20T17:00:00+00:00',
    }
    const answer = (value: object) => takes(contributionResultSchema, value)
    expect(answer({ ok: true, value: receipt })).toBe(true)
    expect(answer({ ok: true, value: { ...receipt, network: '192.0.2.0' } })).toBe(false)
    expect(answer({ ok: false, problems: [{ code: 'name-missing' }] })).toBe(true)
    expect(answer({ ok: false, problems: [] })).toBe(false)
    expect(answer({ ok: false, problems: [{ code: 'need-missing' }] })).toBe(false)
  })
})

describe('a round as staff write it', () => {
  it('is read whole', () => {
    expect(roundSchema.parse(clinicRound())).toEqual(clinicRound())
    const { position: _position, ...plain } = clinicRound({ kind: 'questions', starters: [] })
    expect(takes(roundSchema, plain)).toBe(true)
  })

  it.each([
    ['a third starter', { starters: Array(3).fill(clinicRound().starters[0]) }],
    ['no rules', { rules: [] }],
    ['a kind there is not', { kind: 'chat' }],
    ['a time without a zone', { opensAt: '2027-03-01T09:00:00' }],
    ['a field it does not know', { votes: 3 }],
  ])('is refused with %s', (_what, wrong) => {
    expect(takes(roundSchema, { ...clinicRound(), ...wrong })).toBe(false)
  })

  it('stands in a process', () => {
    const process = {
      format: 'takepart/process/1',
      id: contributionId,
      slug: 'nearer-help',
      title: 'Nearer help',
      lede: 'Three rounds.',
      trust: { name: 'Example Vale NHS Trust' },
    }
    expect(takes(processSchema, process)).toBe(true)
    expect(takes(processSchema, { ...process, rounds: [] })).toBe(false)
  })
})
