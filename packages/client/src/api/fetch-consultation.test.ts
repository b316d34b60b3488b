import { describe, expect, it, vi } from 'vitest'
import type { Fetch } from './api.ts'
import { createFetchConsultation } from './fetch-consultation.ts'

const version = { number: 2, consultation: { format: 'takepart/consultation/1', slug: 'wards' } }
const network = (body: unknown, status = 200) => vi.fn<Fetch>(async () => Response.json(body, { status }))

describe('fetchConsultation', () => {
  it('asks for the newest, or for one version', async () => {
    const fetch = network(version)
    expect(await createFetchConsultation(fetch)('wards')).toEqual(version)
    expect(await createFetchConsultation(fetch)('wards', 2)).toEqual(version)
    expect(fetch.mock.calls.map(([path]) => path)).toEqual(['/consultations/wards.json', '/consultations/wards/versions/2.json'])
  })

  it.each([404, 410])('finds nothing with %i', async (status) => {
    expect(await createFetchConsultation(network({}, status))('wards')).toBeUndefined()
  })

  it('finds nothing to answer when the consultation was taken back', async () => {
    expect(await createFetchConsultation(network({ ...version, retracted: '2027-01-01' }))('wards')).toBeUndefined()
  })

  it('throws when the server did not say', async () => {
    await expect(createFetchConsultation(network({}, 503))('wards')).rejects.toMatchObject({ status: 503 })
    await expect(createFetchConsultation(network({ login: 'needed' }))('wards')).rejects.toMatchObject({ reason: 'not-ours' })
  })
})
