import { actions, type Action, type Rule } from '@takepart/shared/domain/account/actions'
import { nobody, type Actor } from '@takepart/shared/domain/account/actor'
import { roles, type Role } from '@takepart/shared/domain/account/role'
import { describe, expect, it } from 'vitest'
import { appRouter } from '../../app-router.ts'
import { setScene } from '../../test-support/scene.ts'
import { testContext } from '../../test-support/test-context.ts'
import { createCallerFactory } from '../../trpc.ts'

/**
 * Who may call what (S01): every procedure with the action it asks about, or that it is for everybody. A procedure that
 * is not here fails, so that none is open by oversight. Which roles an action takes is written down a second time in
 * may.test.ts; of whose things and in which state, there and in the tests of each use case.
 */
const matrix: Readonly<Record<string, Action | 'anyone' | 'code-holder'>> = {
  'account.beginJoining': 'anyone',
  'account.finishJoining': 'anyone',
  'account.beginSigningIn': 'anyone',
  'account.finishSigningIn': 'anyone',
  'account.signOut': 'session.end',
  'account.endSession': 'session.end',
  'account.invite': 'staff.invite',
  'account.withdrawInvitation': 'staff.withdraw-invitation',
  'account.replacePasskey': 'staff.replace-passkey',
  'account.changeRoles': 'staff.change-roles',
  'account.suspend': 'staff.suspend',
  'account.readmit': 'staff.suspend',
  'account.changeSignIn': 'site.change',
  'authoring.begin': 'consultation.begin',
  'authoring.open': 'consultation.write',
  'authoring.edit': 'consultation.write',
  'authoring.undo': 'consultation.write',
  'authoring.addReady': 'consultation.write',
  'authoring.restore': 'consultation.write',
  'authoring.sendPiece': 'consultation.write',
  'authoring.readFile': 'consultation.write',
  'authoring.takeImport': 'consultation.write',
  'authoring.throwImportAway': 'consultation.write',
  'authoring.confirmNote': 'consultation.write',
  'authoring.check': 'consultation.check',
  'authoring.overrule': 'consultation.write',
  'authoring.takeOverruleBack': 'consultation.write',
  'authoring.askSignOff': 'consultation.ask-sign-off',
  'authoring.decideSignOff': 'consultation.sign-off',
  'authoring.publish': 'consultation.publish',
  'authoring.stop': 'consultation.publish',
  'authoring.askChange': 'consultation.ask-to-extend',
  'authoring.decideChange': 'consultation.ask-to-extend',
  'response.submit': 'anyone',
  'response.change': 'code-holder',
  'response.withdraw': 'code-holder',
  'response.read': 'code-holder',
  'supportRequest.ask': 'anyone',
  'supportRequest.close': 'support-request.close',
  'round.contribute': 'anyone',
  'round.edit': 'code-holder',
  'round.withdraw': 'code-holder',
  'round.readOwn': 'code-holder',
  'round.acknowledge': 'anyone',
  'round.shownSince': 'anyone',
  'questions.follow': 'anyone',
  'questions.take': 'round.run',
  'questions.putBack': 'round.run',
  'questions.answer': 'round.run',
  'questions.giveReason': 'round.run',
  'questions.finish': 'round.run',
  'questions.join': 'round.join-questions',
  'questions.part': 'round.join-questions',
  'roundDesk.begin': 'round.write',
  'roundDesk.edit': 'round.write',
  'roundDesk.askSignOff': 'round.write',
  'roundDesk.decideSignOff': 'round.sign-off',
  'roundDesk.publish': 'round.sign-off',
  'roundDesk.stop': 'round.sign-off',
  'moderation.decide': 'moderation.decide',
  'moderation.decideMany': 'moderation.decide',
  'moderation.undo': 'moderation.decide',
  'moderation.claim': 'moderation.decide',
  'moderation.release': 'moderation.decide',
  'moderation.report': 'anyone',
  'moderation.readOutcome': 'anyone',
  'moderation.answer': 'code-holder',
  'concern.raise': 'anyone',
  'concern.act': 'concern.take',
  'concern.raiseByHand': 'concern.see',
  'concern.saveWords': 'concern.save-words',
  'analysis.find': 'analysis.read',
  'analysis.findCampaigns': 'analysis.read',
  'analysis.decide': 'analysis.reconcile',
  'analysis.labelCampaign': 'analysis.reconcile',
  'analysis.countCampaign': 'analysis.reconcile',
  'analysis.undo': 'analysis.reconcile',
  'analysis.expect': 'analysis.reconcile',
  'analysis.changeThemes': 'analysis.code',
  'analysis.readAnswer': 'analysis.code',
  'analysis.takeOut': 'analysis.redact',
  'analysis.askToErase': 'analysis.ask-to-erase',
  'analysis.keep': 'analysis.ask-to-erase',
  'analysis.erase': 'analysis.erase',
  'analysis.enter': 'analysis.enter',
  'analysis.enterAgain': 'analysis.enter',
  'analysis.settleEntry': 'analysis.enter',
  'report.trace': 'code-holder',
  'report.save': 'consultation.write-outcome',
  'report.freeze': 'consultation.write-outcome',
  'report.ask': 'consultation.write-outcome',
  'report.sendBack': 'consultation.conclude',
  'report.conclude': 'consultation.conclude',
  'report.sayLate': 'consultation.say-late',
  'site.save': 'site.set-up',
  'site.sendLogoPiece': 'site.set-up',
  'site.setLogo': 'site.set-up',
  'site.removeLogo': 'site.set-up',
  'site.takeSamplesAway': 'site.take-samples-away',
}

const paths = Object.keys(appRouter._def.procedures)
const scene = setScene()

const staff = (held: readonly Role[]): Actor => ({
  kind: 'staff',
  staffId: '0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11',
  name: 'Ash Fell',
  roles: held,
  sessionId: '0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b12',
  teams: 'every',
})

const actors: readonly (readonly [string, Actor])[] = [
  ['nobody', nobody],
  ['a code holder', { kind: 'code-holder' }],
  ['a job', { kind: 'job', name: 'publish-at-time' }],
  ['staff without a role', staff([])],
  ...roles.map((role) => [role, staff([role])] as const),
]

/** What no procedure takes as its input: whoever is let in is told so, and nothing is done. */
const unreadable = { canary: ['x'] }

type Call = (input: unknown) => Promise<unknown>

/** What comes of a call: the code of its error, or that it was done. */
async function outcomeOf(path: string, actor: Actor, input: unknown = unreadable): Promise<string> {
  const caller = createCallerFactory(appRouter)(testContext(scene.database, { actor }))
  const [noun = '', verb = ''] = path.split('.')
  const call = (caller as unknown as Record<string, Record<string, Call>>)[noun]?.[verb]
  if (call === undefined) throw new Error('There is no such procedure')
  return call(input).then(
    () => 'DONE',
    (error: { readonly code: string }) => error.code,
  )
}

function expectedOf(rule: Action | 'anyone' | 'code-holder', actor: Actor): string {
  if (rule === 'anyone' || rule === 'code-holder') return 'BAD_REQUEST'
  if (actor.kind !== 'staff') return 'UNAUTHORIZED'
  const { roles: needed }: Rule = actions[rule]
  const isLetIn = needed === 'any' || needed.some((role) => actor.roles.includes(role))
  return isLetIn ? 'BAD_REQUEST' : 'FORBIDDEN'
}

describe('the matrix of procedures', () => {
  it('holds every procedure there is, and no other', () => {
    expect(paths.length).toBeGreaterThan(0)
    expect(paths.filter((path) => !Object.hasOwn(matrix, path))).toEqual([])
    expect(Object.keys(matrix).filter((path) => !paths.includes(path))).toEqual([])
  })

  it.each(paths)('%s lets in whom it should and nobody else', async (path) => {
    const rule = matrix[path]
    if (rule === undefined) throw new Error('Not in the matrix')
    for (const [who, actor] of actors)
      expect(`${who}: ${await outcomeOf(path, actor)}`).toBe(`${who}: ${expectedOf(rule, actor)}`)
  })

  it.each(paths)(
    '%s reads strictly: nothing beside what it names, and nothing of another type (S06)',
    async (path) => {
      const actor = staff(roles)
      for (const input of [undefined, null, [], '', 0, true, { __proto__: null, x: 1 }])
        expect(await outcomeOf(path, actor, input)).toBe('BAD_REQUEST')
    },
  )
})
