import type { FoundFiles } from '@takepart/shared/domain/authoring/check-media-files'
import { missingOfSite, type SitePart } from '@takepart/shared/domain/site/site-settings'
import { missingOfSiteWords } from '@takepart/shared/words/site-desk'
import {
  checkDraft,
  findingKey,
  type DraftFinding,
} from '@takepart/shared/domain/authoring/draft/check-draft'
import type {
  CheckedNow,
  DecidedFinding,
} from '@takepart/shared/domain/authoring/draft/desk-answers'
import { keyOf, partOf, textIn, type Draft } from '@takepart/shared/domain/authoring/draft/draft'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { readSite } from '../site/site.queries.ts'
import { listOverrules, putOverrule, removeOverrule } from './draft.queries.ts'
import { foundFiles } from './files/draft-file.queries.ts'
import { listOpenNotes, type OpenNote } from './import/import.queries.ts'

const mostFindings = 500

/**
 * What the checks find in a draft now and what the site lacks, with what was decided about it, and what of a file waits to be
 * confirmed.
 */
export async function checkDraftNow(
  db: Kysely<Schema>,
  draft: Draft,
  now: Date,
): Promise<CheckedNow> {
  const overrules = new Map(
    (await listOverrules(db, draft.id)).map(({ finding, ...rest }) => [finding, rest]),
  )
  const files = await filesNamed(db, draft)
  const ofSite = missingOfSite((await readSite(db)).settings).map(asAdvice)
  const all = [...checkDraft(draft, now, files).findings, ...ofSite].map(
    (finding): DecidedFinding => {
      const key = findingKey(finding)
      const overruled = finding.level === 'advice' ? overrules.get(key) : undefined
      return { ...finding, key, ...(overruled ? { overruled } : {}) }
    },
  )
  const notes = (await listOpenNotes(db, draft.id)).map(asFinding)
  return {
    findings: [...notes, ...all].slice(0, mostFindings),
    blocked: all.filter(({ level }) => level === 'blocks').length,
    undecided:
      notes.length + all.filter(({ level, overruled }) => level === 'advice' && !overruled).length,
  }
}

/** Files that no media of the draft name are no matter for its checks. */
async function filesNamed(db: Kysely<Schema>, draft: Draft): Promise<FoundFiles> {
  if (draft.outline.media.length === 0) return new Map()
  const named = new Set(
    draft.outline.media.map((id) => textIn(partOf(draft, keyOf('media', id)), 'file')),
  )
  return new Map([...(await foundFiles(db, draft.id))].filter(([name]) => named.has(name)))
}

/** What the site itself lacks is advice about every consultation: without it nobody should be asked anything. */
const asAdvice = (part: SitePart): DraftFinding => ({
  level: 'advice',
  part: 'about',
  words: missingOfSiteWords[part],
})

const asFinding = ({ importId, number, part, field, words }: OpenNote): DecidedFinding => ({
  level: 'confirm',
  part,
  ...(field === null ? {} : { field }),
  words,
  key: `${importId} ${number}`,
})

/** Why a reason is not one. */
export type OverruleProblem = 'reason-missing' | 'reason-long'

/** Keeps why a piece of advice is not followed; an empty reason is none. */
export async function overruleAdvice(
  db: Kysely<Schema>,
  draft: string,
  overrule: { finding: string; reason: string; by: string; at: Date },
): Promise<OverruleProblem | undefined> {
  const reason = overrule.reason.normalize('NFC').trim()
  if (reason === '') return 'reason-missing'
  if (reason.length > 1000) return 'reason-long'
  await putOverrule(db, draft, { ...overrule, reason })
  return undefined
}

export const takeOverruleBack = (
  db: Kysely<Schema>,
  draft: string,
  finding: string,
): Promise<void> => removeOverrule(db, draft, finding)
