import type {
  ConcernEventTable,
  ConcernLookTable,
  ConcernTable,
  UrgentWordListTable,
} from '../features/concern/concern.table.ts'
import type {
  AuditEntryTable,
  AuditHeadTable,
  ConsultationTeamTable,
  InvitationTable,
  PasskeyChallengeTable,
  PasskeyTable,
  SignInAttemptTable,
  SignInSettingTable,
  StaffMemberTable,
  StaffSessionTable,
} from '../features/account/account.table.ts'
import type {
  ConsultationTable,
  ConsultationVersionTable,
} from '../features/consultation/consultation.table.ts'
import type { ConsultationMediaTable, MediaPieceTable, MediaTable } from '../media/media.table.ts'
import type {
  ContributionReportTable,
  ContributionUnreadTable,
  ModerationAnswerTable,
  ModerationClaimTable,
  ModerationDecisionTable,
} from '../features/moderation/moderation.table.ts'
import type { ResponseChangeTable, ResponseTable } from '../features/response/response.table.ts'
import type {
  AcknowledgementTable,
  ContributionShownTable,
  ContributionTable,
  ContributionWordsTable,
  ProcessTable,
  RoundTable,
  RoundVoiceTable,
} from '../features/round/round.table.ts'
import type {
  RoundQuestionsEndTable,
  RoundQuestionTable,
} from '../features/round/questions/question.table.ts'
import type {
  RoundDraftEditTable,
  RoundDraftLookTable,
  RoundDraftTable,
  RoundSignOffTable,
} from '../features/round/desk/round-draft.table.ts'
import type {
  SiteLogoPieceTable,
  SiteMediaTable,
  SiteSettingTable,
  SiteSettingVersionTable,
} from '../features/site/site.table.ts'
import type { SupportRequestTable } from '../features/support-request/support-request.table.ts'
import type { MailTable } from '../features/notification/mail.table.ts'
import type {
  ConsultationChangeTable,
  DraftEditTable,
  DraftLookTable,
  DraftOverruleTable,
  DraftPartTable,
  DraftSignOffTable,
  DraftTable,
  PublicationTable,
} from '../features/authoring/draft.table.ts'
import type { DraftFileTable } from '../features/authoring/files/draft-file.table.ts'
import type {
  DraftImportTable,
  DraftNoteTable,
  UploadPieceTable,
  UploadTable,
} from '../features/authoring/import/import.table.ts'
import type { RateWindowTable } from '../features/rate-limit/rate-limit.table.ts'
import type { JobEffectTable } from './jobs/job.table.ts'
import type { LiveEventTable, LiveTopicTable } from './live/live-event.table.ts'

/** Every table by its name in the database. */
export interface Schema {
  draft: DraftTable
  draft_part: DraftPartTable
  draft_edit: DraftEditTable
  draft_overrule: DraftOverruleTable
  draft_sign_off: DraftSignOffTable
  draft_look: DraftLookTable
  publication: PublicationTable
  upload: UploadTable
  upload_piece: UploadPieceTable
  draft_import: DraftImportTable
  draft_note: DraftNoteTable
  draft_file: DraftFileTable
  consultation_change: ConsultationChangeTable
  consultation: ConsultationTable
  consultation_version: ConsultationVersionTable
  media: MediaTable
  media_piece: MediaPieceTable
  consultation_media: ConsultationMediaTable
  response: ResponseTable
  response_change: ResponseChangeTable
  support_request: SupportRequestTable
  rate_window: RateWindowTable
  process: ProcessTable
  round: RoundTable
  round_draft: RoundDraftTable
  round_draft_edit: RoundDraftEditTable
  round_draft_look: RoundDraftLookTable
  round_sign_off: RoundSignOffTable
  round_voice: RoundVoiceTable
  contribution: ContributionTable
  contribution_words: ContributionWordsTable
  contribution_shown: ContributionShownTable
  acknowledgement: AcknowledgementTable
  round_question: RoundQuestionTable
  round_questions_end: RoundQuestionsEndTable
  job_effect: JobEffectTable
  live_topic: LiveTopicTable
  live_event: LiveEventTable
  contribution_unread: ContributionUnreadTable
  moderation_claim: ModerationClaimTable
  moderation_decision: ModerationDecisionTable
  moderation_answer: ModerationAnswerTable
  contribution_report: ContributionReportTable
  concern: ConcernTable
  concern_event: ConcernEventTable
  concern_look: ConcernLookTable
  urgent_word_list: UrgentWordListTable
  mail: MailTable
  staff_member: StaffMemberTable
  consultation_team: ConsultationTeamTable
  passkey: PasskeyTable
  invitation: InvitationTable
  passkey_challenge: PasskeyChallengeTable
  staff_session: StaffSessionTable
  sign_in_attempt: SignInAttemptTable
  sign_in_setting: SignInSettingTable
  site_setting: SiteSettingTable
  site_setting_version: SiteSettingVersionTable
  site_media: SiteMediaTable
  site_logo_piece: SiteLogoPieceTable
  audit_entry: AuditEntryTable
  audit_head: AuditHeadTable
}
