/**
 * The pages of the desk by their elements, each fetched when it is open. A feature adds its own; a page that is only for
 * reading has no element and no line here.
 */
export const staffPages: Readonly<Record<string, () => Promise<unknown>>> = {
  'tp-sign-in-page': () => import('./features/account/sign-in-page.ts'),
  'tp-staff-page': () => import('./features/account/staff-page.ts'),
  'tp-invite-page': () => import('./features/account/invite-page.ts'),
  'tp-colleague-page': () => import('./features/account/colleague-page.ts'),
  'tp-sign-in-ways-page': () => import('./features/account/sign-in-ways-page.ts'),
  'tp-signed-in-page': () => import('./features/account/signed-in-page.ts'),
  'tp-join-page': () => import('./features/account/join-page.ts'),
  'tp-begin-page': () => import('./features/authoring/begin-page.ts'),
  'tp-editor-page': () => import('./features/authoring/editor-page.ts'),
  'tp-bring-in-page': () => import('./features/authoring/bring-in-page.ts'),
  'tp-imported-page': () => import('./features/authoring/imported-page.ts'),
  'tp-ready-page': () => import('./features/authoring/ready-page.ts'),
  'tp-checks-page': () => import('./features/authoring/checks-page.ts'),
  'tp-history-page': () => import('./features/authoring/history-page.ts'),
  'tp-sign-off-page': () => import('./features/authoring/sign-off-page.ts'),
  'tp-change-page': () => import('./features/authoring/change-page.ts'),
  'tp-moderation-page': () => import('./features/moderation/moderation-page.ts'),
  'tp-concern-page': () => import('./features/concern/concern-page.ts'),
  'tp-word-list-page': () => import('./features/concern/word-list-page.ts'),
  'tp-requests-desk-page': () => import('./features/support-request/requests-desk-page.ts'),
  'tp-sessions-page': () => import('./features/account/sessions-page.ts'),
  'tp-outcome-page': () => import('./features/report/outcome-page.ts'),
  'tp-themes-page': () => import('./features/analysis/themes-page.ts'),
  'tp-ledger-page': () => import('./features/analysis/ledger-page.ts'),
}
