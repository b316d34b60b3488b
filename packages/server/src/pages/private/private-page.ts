import type { Action } from '@takepart/shared/domain/account/actions'
import type { Actor, StaffActor } from '@takepart/shared/domain/account/actor'
import type { TemplateResult } from 'lit'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

/** What a private page is made from: who asks, and where to look. */
export interface PageContext<Who extends Actor = Actor> {
  readonly db: Kysely<Schema>
  readonly now: () => Date
  readonly random: (bytes: number) => Uint8Array
  readonly actor: Who
  /** Whether the settings name an identity provider. */
  readonly hasProvider: boolean
  /** What stands behind the `?` of the address. */
  readonly search: URLSearchParams
}

/** What stands in the places of an address, by their names. */
export type PathPlaces = Readonly<Record<string, string>>

/** A page as its view gives it. */
export interface PrivateContent {
  /** The page's own part of the document title. */
  readonly title: string
  readonly main: TemplateResult
  /** The element that hydrates the page in the browser, from the model in the page. Absent: it is only for reading. */
  readonly element?: string
}

/** Somewhere else on this website, which the browser goes to at once. */
export class SeeOther {
  constructor(readonly path: string) {}
}

interface Page<Who extends Actor, Model extends object> {
  /** Below `/desk`; `:name` stands for one part of it. */
  readonly path: `/desk${string}`
  /** Undefined: there is no such page, or not for this person; both look the same (S04). */
  readonly load: (
    ctx: PageContext<Who>,
    places: PathPlaces,
  ) => Promise<Model | SeeOther | undefined>
  readonly render: (model: Model) => PrivateContent
}

/** A page whose model's type is known to nobody but itself. */
export interface PrivatePage {
  readonly path: string
  /** Absent: anybody may open it. */
  readonly action?: Action
  readonly show: (ctx: PageContext, places: PathPlaces) => Promise<SeeOther | ShownPage | undefined>
}

export interface ShownPage extends PrivateContent {
  /** The model as JSON, of which the page was made. */
  readonly json: string
}

/**
 * A page for members of staff who may do `action`. It is made afresh for every request, kept nowhere, and complete
 * without a script. Whether somebody may see this very thing is for `load` to ask.
 */
export const privatePage = <Model extends object>({
  path,
  action,
  ...page
}: Page<StaffActor, Model> & { readonly action: Action }): PrivatePage => ({
  path,
  action,
  show: async (ctx, places) =>
    ctx.actor.kind === 'staff' ? show(page, { ...ctx, actor: ctx.actor }, places) : undefined,
})

/** A page of the desk for whoever asks, such as the one to sign in. Made afresh and kept nowhere like the others. */
export const openDeskPage = <Model extends object>({
  path,
  ...page
}: Page<Actor, Model>): PrivatePage => ({
  path,
  show: (ctx, places) => show(page, ctx, places),
})

async function show<Who extends Actor, Model extends object>(
  { load, render }: Omit<Page<Who, Model>, 'path'>,
  ctx: PageContext<Who>,
  places: PathPlaces,
): Promise<SeeOther | ShownPage | undefined> {
  const model = await load(ctx, places)
  if (model === undefined || model instanceof SeeOther) return model
  const json = JSON.stringify(model)
  // The browser hydrates from the JSON: what does not survive it, as a Date, must not be in the page either.
  return { ...render(JSON.parse(json) as Model), json }
}
