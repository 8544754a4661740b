import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type DraftedDocument,
  audiences,
  documentLanguages,
  draftDocument,
  draftFormats,
  findCase,
  findDraft,
  isOpenGap,
  requireMechanism,
  takeDraft,
} from '#modules/advocacy'
import { asOption, defineCommand, exit } from '#platform/cli'
import type { Language } from '#platform/i18n'
import { commandActor } from '#platform/identity'
import { withRequest } from '#platform/records'
import { openHouse } from '../open-house.ts'
import { draftWords as words } from './draft-words.ts'

/**
 * `amparo draft --case REF --mechanism ID --lang es --audience state --format pdf --out FILE`: the document of a case for
 * a mechanism. What is lacking goes to standard error as JSON; a draft with gaps is written all the same (exit code 3),
 * with --complete it is not (1). The file is new and only its owner may read it.
 */
export const command = defineCommand({
  name: 'draft',
  summary: words.summary,
  details: words.details,
  options: {
    org: { type: 'string', value: 'SLUG', summary: words.org },
    as: asOption,
    case: { type: 'string', value: 'REF', summary: words.case },
    mechanism: { type: 'string', value: 'ID', summary: words.mechanism },
    lang: { type: 'string', value: 'LANGUAGE', summary: words.lang },
    audience: { type: 'string', value: 'WHO', default: 'mechanism', summary: words.audience },
    partner: { type: 'string', value: 'NAME', summary: words.partner },
    format: { type: 'string', value: 'FORMAT', default: 'pdf', summary: words.format },
    out: { type: 'string', value: 'FILE', short: 'o', summary: words.out },
    annexes: { type: 'string', value: 'FOLDER', summary: words.annexes },
    complete: { type: 'boolean', summary: words.complete },
  },
  async run({ options, language, config, say, note, result }) {
    const format = draftFormats.find((one) => one === options.format)
    const audience = audiences.find((one) => one === options.audience)
    const lang = options.lang === undefined ? null : documentLanguages.find((one) => one === options.lang)
    const { case: reference, mechanism: mechanismId, out, partner } = options
    const wrong =
      reference === undefined || mechanismId === undefined || out === undefined
        ? words.needs
        : !format
          ? words.whichFormat
          : lang === undefined
            ? words.whichLanguage
            : !audience || (audience === 'partner' && !partner?.trim())
              ? words.whichAudience
              : null
    if (wrong || !format || !audience || lang === undefined || !reference || !mechanismId || !out) {
      note(say(wrong ?? words.needs))
      return exit.usage
    }
    const occupied = [out, options.annexes].find((path) => path !== undefined && existsSync(path))
    if (occupied !== undefined) {
      note(`${occupied}: ${say(words.exists)}`)
      return exit.failed
    }
    const asked = { audience, ...(partner !== undefined && { partner }) }
    const open = await openHouse(config())
    try {
      const org = options.org ?? (await onlyOrganisation(open.owner))
      if (org === null) {
        note(say(words.whichOrganisation))
        return exit.usage
      }
      const actor = await commandActor(open.owner, open.house.db, { org, as: options.as, command: 'draft' })
      const { looked, taken } = await withRequest(open.house, actor, async (tx) => {
        const found = await findCase(tx, reference)
        const mechanism = await requireMechanism(tx, mechanismId)
        const draft = await findDraft(tx, found.id, mechanism, lang)
        const looked = await draftDocument(tx, open.house.files, draft, asked, { withFiles: false })
        const stopped = looked.findings.length > 0 || (options.complete === true && !looked.complete)
        return {
          looked,
          taken: stopped ? null : await takeDraft(tx, open.house.files, draft, asked, format),
        }
      })
      if (looked.gaps.length > 0 || looked.findings.length > 0) note(shortcomings(looked, language))
      if (!taken) {
        note(say(looked.findings.length > 0 ? words.names : words.lacking))
        return exit.failed
      }
      // Its entry on the ledger has committed.
      await writeFile(out, taken.file.bytes, { flag: 'wx', mode: 0o600 })
      if (options.annexes !== undefined) {
        await mkdir(options.annexes, { mode: 0o700 })
        for (const { annex, bytes } of taken.drafted.files)
          await writeFile(join(options.annexes, annex.fileName ?? annex.sha256), bytes, {
            flag: 'wx',
            mode: 0o600,
          })
      }
      const lacking = looked.gaps.filter(isOpenGap).length
      result(
        {
          file: out,
          complete: looked.complete,
          gaps: lacking,
          leftOut: looked.leftOut,
          annexes: taken.drafted.files.map(({ annex }) => annex),
        },
        () => `${out}: ${say(words.written)}${lacking > 0 ? `, ${say(words.gaps)}: ${lacking}` : ''}`,
      )
      return looked.complete ? exit.ok : exit.review
    } finally {
      await open.close()
    }
  },
})

/** What is lacking and which names stand in the way, as JSON. */
function shortcomings({ gaps, findings }: DraftedDocument, language: Language): string {
  const data = {
    gaps: gaps.map(({ level, field, label, why, href }) => ({
      level,
      field,
      label: label[language],
      why: why[language],
      href,
    })),
    names: findings.map(({ place, words: found, whose, around }) => ({
      place,
      words: found,
      put: whose.map(({ code }) => code),
      before: around.before,
      after: around.after,
    })),
  }
  return JSON.stringify(data, null, 2)
}

/** The short name of the organisation where there is only one; null where there are none or several. */
async function onlyOrganisation(
  owner: Awaited<ReturnType<typeof openHouse>>['owner'],
): Promise<string | null> {
  const rows = await owner.selectFrom('org').select('slug').limit(2).execute()
  return rows.length === 1 ? (rows[0]?.slug ?? null) : null
}
