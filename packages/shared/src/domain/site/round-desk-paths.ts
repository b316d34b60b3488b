/** Addresses of the desk about discussions that are made and run. */
export const roundDeskPaths = {
  list: '/desk/rounds',
  begin: '/desk/rounds/new',
  write: '/desk/rounds/:id',
  preview: '/desk/rounds/:id/preview',
  signOff: '/desk/rounds/:id/sign-off',
  questions: '/desk/rounds/:id/questions',
} as const

export const pathOfRoundDesk = (
  page: Exclude<keyof typeof roundDeskPaths, 'list' | 'begin'>,
  id: string,
): string => roundDeskPaths[page].replace(':id', id)
