import type { Said } from '@takepart/shared/domain/round/contribution'

/** What a person wrote, for the word list, and whether they asked for help themselves. */
export const writtenIn = (
  contributionId: string,
  slug: string,
  { text, name, self, condition, helpNow }: Said,
) =>
  ({
    subject: { kind: 'contribution', id: contributionId },
    place: `/rounds/${slug}`,
    texts: [text, condition ?? '', self ?? '', name]
      .filter(Boolean)
      .map((words) => ({ text: words })),
    asksForHelp: helpNow,
  }) as const
