import { describe, expect, it, vi } from 'vitest'
import type { Fetch } from './api.ts'
import { createFetchConsultation } from './fetch-consultation.ts'

const version = { number: 2, consultation: { format: 'takepart/consultation/1', slug: 'wards' } }
const network = (body: unknown, status = 200, headers = {}) =>
  vi.fn<Fetch>(async () => Response.json(body, { status, headers }))

describe('fetchConsultation', () => {
  it('asks for the newest, or for one version', async () => {
    const fetch = network(version)
    expect(await createFetchConsultation(fetch)('wards')).toEqual(version)
    expect(await createFetchConsultation(fetch)('wards', 2)).toEqual(version)
    expect(fetch.mock.calls.map(([path]) => path)).toEqual([
      '/consultations/wards.json',
      '/consultations/wards/versions/2.json',
    ])
  })

  it.each([404, 410])('finds nothing with %i', async (status) => {
    expect(
      await createFetchConsultation(network({}, status, { 'x-page-edition': 'gone' }))('wards'),
    ).toBeUndefined()
  })

  it.each([404, 410])('does not believe %i of somebody in the server’s place', async (status) => {
    await expect(createFetchConsultation(network({}, status))('wards')).rejects.toMatchObject({
      status,
    })
  })

  it('throws when the server did not say', async () => {
    await expect(createFetchConsultation(network({}, 503))('wards')).rejects.toMatchObject({
      status: 503,
    })
    await expect(
      createFetchConsultation(network({ login: 'needed' }))('wards'),
    ).rejects.toMatchObject({ reason: 'not-ours' })
  })
})
