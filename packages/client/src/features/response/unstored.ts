import type { DeviceRecord } from '@takepart/shared/domain/device/draft'

/** Responses that were sent while the device could not store them: this page is the only place that knows of them. */
const records = new Map<string, DeviceRecord>()

export const holdUnstored = (record: DeviceRecord): void =>
  void records.set(record.draft.id, record)

export const unstored = (id: string): DeviceRecord | undefined => records.get(id)

export const forgetUnstored = (id: string): boolean => records.delete(id)
