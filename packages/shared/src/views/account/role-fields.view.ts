import type { AccountProblem } from '../../domain/account/account-problem.ts'
import { roles, type Role } from '../../domain/account/role.ts'
import { checkboxes } from '../../ui/checkboxes.ts'
import { radios } from '../../ui/radios.ts'
import { accountProblemWords, accountWords } from '../../words/account.ts'

export const rolesFieldId = 'roles'
export const worksOnFieldId = 'works-on'

/** Which roles somebody has. */
export const rolesField = (
  held: readonly Role[],
  problems: readonly AccountProblem[],
  onRole?: (role: Role, has: boolean) => void,
) => {
  const problem = problems.find(
    ({ code }) => code === 'roles-missing' || code === 'last-administrator',
  )
  return checkboxes({
    id: rolesFieldId,
    name: 'roles',
    title: accountWords.inviteRoles,
    hint: accountWords.inviteRolesHint,
    ...(problem ? { error: accountProblemWords(problem) } : {}),
    items: roles.map((role) => ({
      value: role,
      text: accountWords.roles[role],
      hint: `${accountWords.roleMay[role]}.`,
      checked: held.includes(role),
    })),
    onChange: (value, has) => {
      const role = roles.find((one) => one === value)
      if (role) onRole?.(role, has)
    },
  })
}

/** What somebody works on; `own` is what stands under "only those". */
export const worksOnField = (
  everyConsultation: boolean,
  { own, onEvery }: { readonly own?: unknown; readonly onEvery?: (every: boolean) => void } = {},
) =>
  radios({
    id: worksOnFieldId,
    name: 'works-on',
    title: accountWords.inviteWorksOn,
    items: [
      { value: 'every', text: accountWords.worksOnEvery, checked: everyConsultation },
      {
        value: 'own',
        text: accountWords.worksOnOwn,
        checked: !everyConsultation,
        ...(own ? { conditional: own } : {}),
      },
    ],
    onChange: (value) => onEvery?.(value === 'every'),
  })

/** The roles with one more or one fewer, in their own order. */
export const withRole = (held: readonly Role[], role: Role, has: boolean): readonly Role[] =>
  roles.filter((one) => (one === role ? has : held.includes(one)))
