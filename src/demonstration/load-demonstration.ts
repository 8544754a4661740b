import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { decideOn } from '#modules/approvals'
import { defenders, publicFields, publishSeveral } from '#modules/publishing'
import { certainPart, importDirectory, parseDirectory } from '#modules/registry'
import type { Actor } from '#platform/access'
import { projectRoot } from '#platform/config'
import { newId } from '#platform/db'
import type { Labels } from '#platform/i18n'
import { createOrganisation, findOrganisation } from '#platform/identity'
import {
  type NewRecord,
  type Tx,
  type Visibility,
  checkValues,
  insertRecords,
  valuesOf,
  withRequest,
} from '#platform/records'
import { makeOwnKey } from '#platform/vault'
import type { OpenHouse } from '../open-house.ts'
import { loadPetitions } from './load-petitions.ts'
import { loadSite } from './load-site.ts'
import { loadSubmissions } from './load-submissions.ts'
import { loadBundles } from './load-bundles.ts'
import { type ToShow, publishTexts } from './publish-texts.ts'

/** The desks of the demonstration, by who sits at them: the three kinds of organisation that Amparo is for. */
export const desks: Readonly<Record<string, Labels>> = {
  'Alba Ferrer': { en: 'advocacy', es: 'incidencia', ca: 'incidència' },
  'Bruno Casas': { en: "the state's office", es: 'la oficina del Estado', ca: "l'oficina de l'Estat" },
  'Clara Vidal': { en: 'the network of cities', es: 'la red de ciudades', ca: 'la xarxa de ciutats' },
  'Dora Lemos': {
    en: 'advocacy, the second person',
    es: 'incidencia, la segunda persona',
    ca: 'incidència, la segona persona',
  },
}

/**
 * Opens what is sealed in the demonstration, for everyone at its desks. Published, because all of it is fiction: in an
 * organisation each person has a sealing passphrase of their own, which nobody else knows.
 */
export const demonstrationPassphrase = 'heron lantern seven quarry'

/** A record of `demo/records`: references name other records by their key. */
interface DemoRecord {
  readonly key: string
  readonly type: string
  readonly visibility: Visibility
  readonly fictitious: boolean
  /** A campaign or a text that is to be public. */
  readonly published?: boolean
  readonly values: Readonly<Record<string, unknown>>
  /** What is to be sealed. */
  readonly sealed?: Readonly<Record<string, unknown>>
}

/**
 * Makes the demonstration organisation the first time: fictional records from `demo/records`, each marked so, and
 * the people of a published directory through the same import that a person would use. Does nothing when it is there.
 */
export async function loadDemonstration(
  open: Pick<OpenHouse, 'house' | 'owner'>,
  note: (text: string) => void,
): Promise<void> {
  if (await findOrganisation(open.owner, 'demo')) return
  note('Loading the demonstration organisation')
  const { orgId, administratorId } = await createOrganisation(open.owner, {
    slug: 'demo',
    name: { en: 'Demonstration', es: 'Demostración', ca: 'Demostració' },
    administrator: 'Alba Ferrer',
  })
  const actor: Actor = {
    orgId,
    orgSlug: 'demo',
    accountId: administratorId,
    name: 'Alba Ferrer',
    role: 'administrator',
    language: 'en',
  }
  const [brunoId, claraId, doraId] = [newId(), newId(), newId()]
  await open.owner
    .insertInto('account')
    .values(
      [
        { id: brunoId, name: 'Bruno Casas', role: 'case_officer' as const, seals: true },
        // Whoever publishes needs a second person who may decide it.
        { id: claraId, name: 'Clara Vidal', role: 'editor' as const, seals: false },
        { id: doraId, name: 'Dora Lemos', role: 'case_officer' as const, seals: false },
      ].map(({ seals, ...person }) => ({
        org_id: orgId,
        kind: 'person' as const,
        ...person,
        readable_classes: ['identity', 'health', 'location', 'legal', ...(seals ? ['sealed'] : [])],
      })),
    )
    .execute()
  const team = { org_id: orgId, id: newId() }
  await open.owner
    .insertInto('team')
    .values({ ...team, name: 'Protection' })
    .execute()
  await open.owner
    .insertInto('team_member')
    .values(
      [administratorId, doraId].map((accountId) => ({
        org_id: orgId,
        team_id: team.id,
        account_id: accountId,
      })),
    )
    .execute()
  for (const accountId of [administratorId, brunoId]) {
    const { recovery } = await withRequest(open.house, { ...actor, accountId }, (tx) =>
      makeOwnKey(tx, open.house, demonstrationPassphrase),
    )
    if (recovery) note(`Its recovery key, shown once, to try custodians with: ${recovery}`)
  }
  const folder = join(projectRoot(), 'demo')
  const records = await readRecords(join(folder, 'records'))
  const directory = await readFile(join(folder, 'directory.txt'), 'utf8')
  const toShow: ToShow[] = []
  const journalists: string[] = []
  const sections: string[] = []
  const submissions = new Map<string, string>()
  const asked = await withRequest(open.house, actor, async (tx) => {
    const fictional = prepareDemo(tx, records)
    for (const [i, { id, type }] of fictional.entries()) {
      if (records[i]?.published) toShow.push({ id, type: type.name })
      if (type.name === 'journalist') journalists.push(id)
      if (type.name === 'report_section') sections.push(id)
      if (type.name === 'submission') submissions.set(records[i]?.key ?? '', id)
    }
    await insertRecords(tx, fictional)
    // What the desks work on together, beside who made it.
    const cases = fictional.filter(({ type }) => ['case', 'country_assessment'].includes(type.name))
    await tx.sql
      .insertInto('record_team_grant')
      .values(
        cases.map(({ id }) => ({
          org_id: orgId,
          record_id: id,
          team_id: team.id,
          granted_by: administratorId,
        })),
      )
      .execute()
    const { created } = await importDirectory(tx, parseDirectory(directory).rows.map(certainPart), {
      title: 'Directory of human rights defenders, cities defending human rights',
      url: 'https://ciutatsdretshumans.cat/en/defenders/',
      text: directory,
    })
    const people = [...fictional.filter(isConsenting), ...created]
    return publishSeveral(tx, defenders, {
      records: people.map(({ id }) => ({ recordId: id, version: 1 })),
      choice: publicFields,
    })
  })
  // As everywhere: one asks, another sees it and approves.
  const clara: Actor = { ...actor, accountId: claraId, name: 'Clara Vidal', role: 'editor' }
  await withRequest(open.house, clara, async (tx) => {
    for (const one of asked)
      if ('approval' in one) await decideOn(open.house, tx, one.approval, 'approved', '')
  })
  const dora: Actor = { ...actor, accountId: doraId, name: 'Dora Lemos', role: 'case_officer' }
  await loadSubmissions(open.house, folder, { asks: actor, decides: dora, ids: submissions })
  await loadPetitions(open, folder, { asks: actor, decides: clara })
  await loadSite(open, { asks: actor, decides: clara })
  await publishTexts(open.house, { asks: actor, decides: clara }, toShow, {
    journalists: journalists.slice(0, 2),
    sections,
  })
  await loadBundles(open.house, { asks: actor, decides: dora, teamId: team.id })
}

/** Defenders of the tale who agreed to be public, and whose record is not kept to a few. */
const isConsenting = ({ type, visibility, values }: NewRecord): boolean =>
  type.name === 'person' &&
  visibility !== 'restricted' &&
  values['public_basis'] === 'consent' &&
  valuesOf(values['roles']).includes('defender')

async function readRecords(folder: string): Promise<readonly DemoRecord[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  const lists = await Promise.all(
    files.map(
      async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as readonly DemoRecord[],
    ),
  )
  return lists.flat()
}

/** All at once, because they refer to each other in circles. */
function prepareDemo(tx: Tx, records: readonly DemoRecord[]): readonly NewRecord[] {
  const ids = new Map(records.map((record) => [record.key, newId()]))
  const idOf = (key: string) => {
    const id = ids.get(key)
    if (!id) throw new Error(`demo: no record ${key}`)
    return id
  }
  return records.map((record) => {
    const type = tx.schema.types.get(record.type)
    if (!type) throw new Error(`demo: no type ${record.type}`)
    const given: Record<string, unknown> = { ...record.values, ...record.sealed }
    for (const field of type.fields) {
      if (field.type === 'reference' && given[field.name] !== undefined) {
        const references = valuesOf(given[field.name]).map((one) => {
          const { to, ...rest } = typeof one === 'string' ? { to: one } : (one as { to: string })
          return { ...rest, to: idOf(to) }
        })
        given[field.name] = field.multiple ? references : references[0]
      }
    }
    const { values, problems } = checkValues(type, given, tx.schema, true)
    if (problems.length > 0)
      throw new Error(`demo: ${record.key}: ${problems.map((p) => `${p.field}: ${p.message.en}`).join('; ')}`)
    return {
      id: idOf(record.key),
      type,
      values,
      visibility: record.visibility,
      fictitious: record.fictitious,
    }
  })
}
