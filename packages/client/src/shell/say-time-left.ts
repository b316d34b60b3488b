import { timeLeftWords } from '@takepart/shared/domain/core/time-left'

/** A page to read may have been kept for weeks: what it says of today is made of the date, by the clock of the device. */
export function sayTimeLeft(now: Date): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-until]')) {
    element.textContent =
      timeLeftWords(element.dataset['until'] ?? '', now) ?? 'over, by the clock of this device'
  }
}
