/** What a page of questions needs only when somebody goes on, or has another version of an answer to look at. */
export { checkPage } from '@takepart/shared/domain/response/check-answers'
export { otherVersion } from '@takepart/shared/views/answering/other-version.view'
