import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Actor } from '#platform/access'
import { type Command, asOption, defineCommand, exit } from '#platform/cli'
import type { Language } from '#platform/i18n'
import type { JobGround } from '#platform/jobs'
import { Problem } from '#platform/problem'
import { typeOf, withRequest } from '#platform/records'
import { TabularRefusal, estimateRows, openTable } from '#platform/tabular'
import {
  type ImportReport,
  attachAsEvidence,
  createImport,
  findOwnHeader,
  importLimits,
  previewImport,
  proposeMapping,
  rememberedMapping,
  runImport,
  unreadable,
} from '#platform/transfer'
import { shippedMaps } from '../import/shipped-maps.ts'
import { importWords as words } from './import-words.ts'
import { type OpenHouse, asOperator } from './opened-house.ts'

/** `amparo import TYPE FILE --org SLUG [--map MAP] [--dry-run] [--on-problem stop|skip]`. */
export const importCommand = (open: OpenHouse): Command =>
  defineCommand({
    name: 'import',
    summary: words.summary,
    details: words.details,
    arguments: [
      { name: 'type', summary: words.type },
      { name: 'file', summary: words.file },
    ],
    options: {
      org: { type: 'string', value: 'SLUG', summary: words.org },
      as: asOption,
      map: { type: 'string', value: 'MAP', summary: words.map },
      'on-problem': { type: 'string', value: 'stop|skip', default: 'stop', summary: words.onProblem },
      'dry-run': { type: 'boolean', summary: words.dryRun },
    },
    async run({ args, options, language, config, say, note, result, progress, signal }) {
      const onProblem = options['on-problem']
      if (options.org === undefined || (onProblem !== 'stop' && onProblem !== 'skip')) {
        note(say(options.org === undefined ? words.whichOrganisation : words.whichPolicy))
        return exit.usage
      }
      if (!existsSync(args.file)) throw new Problem('not_found', { explanation: words.noFile })
      return asOperator(
        open,
        config(),
        { org: options.org, as: options.as, command: 'import' },
        async (house, actor) => {
          const openFile = () =>
            openTable(args.file, {
              fileName: basename(args.file),
              tempDir: house.scratch,
              limits: importLimits,
            })
          const { columns, own } = await look(openFile)
          const mapping = own ? undefined : await chooseMapping(house, actor, args.type, columns, options.map)
          if (mapping === null) {
            const proposal = await withRequest(house, actor, async (tx) =>
              proposeMapping(typeOf(tx, args.type), columns, tx.schema),
            )
            result(
              { mapping: proposal },
              () => `${say(words.proposal)}\n${JSON.stringify(proposal, null, 2)}`,
            )
            return exit.usage
          }
          const total = await estimateRows(args.file, args.file)
          const shown = progress(say(words.reading), total ?? undefined)
          let read = 0
          const given = {
            open: openFile,
            signal,
            progress: (rows: number) => {
              shown.advance(rows - read)
              read = rows
            },
          }
          const began = performance.now()
          const { report, importId } = options['dry-run']
            ? {
                importId: null,
                report: await withRequest(house, actor, (tx) =>
                  previewImport(tx, {
                    ...given,
                    onProblem,
                    type: args.type,
                    ...(mapping !== undefined && { mapping }),
                  }),
                ),
              }
            : await bring(house, actor, given, {
                type: args.type,
                sourceName: basename(args.file),
                plan: { columns, onProblem, ...(mapping !== undefined && { mapping }) },
              })
          shown.finish()
          const seconds = Math.round(performance.now() - began) / 1000
          result({ ...report, import: importId, seconds }, () => describe(report, importId, language))
          if (!options['dry-run'] && !report.written) return exit.failed
          return report.counts.refused + report.counts.review > 0 ? exit.review : exit.ok
        },
      )
    },
  })

async function bring(
  house: JobGround,
  actor: Actor,
  given: Omit<Parameters<typeof runImport>[3], 'attach'>,
  plan: Parameters<typeof createImport>[1],
): Promise<{ readonly report: ImportReport; readonly importId: string }> {
  const importId = await withRequest(house, actor, (tx) => createImport(tx, plan))
  return {
    importId,
    report: await runImport(house, actor, importId, {
      ...given,
      attach: attachAsEvidence(house.files),
      files: house.files,
    }),
  }
}

/** The columns of the file, and whether it is one of ours. */
async function look(openFile: () => ReturnType<typeof openTable>) {
  try {
    const table = await openFile()
    await table.close()
    return { columns: table.columns, own: findOwnHeader(table.columns) !== null }
  } catch (error) {
    throw error instanceof TabularRefusal ? unreadable(error) : error
  }
}

/** A mapping that ships, one in a file, or the one that brought in the last file of this shape; null when there is none. */
async function chooseMapping(
  house: JobGround,
  actor: Actor,
  type: string,
  columns: readonly string[],
  named: string | undefined,
): Promise<unknown> {
  if (named === undefined) return withRequest(house, actor, (tx) => rememberedMapping(tx, type, columns))
  const shipped = shippedMaps[basename(named, '.json')]
  if (shipped !== undefined && !existsSync(named)) return shipped
  if (!existsSync(named)) throw new Problem('not_found', { explanation: words.noMap })
  try {
    return JSON.parse(await readFile(named, 'utf8')) as unknown
  } catch (error) {
    throw new Problem('malformed', { explanation: words.badMap, cause: error })
  }
}

const shownAtMost = 50

function describe(report: ImportReport, importId: string | null, language: Language): string {
  const { counts, findings } = report
  const types = Object.entries(report.byType).map(
    ([type, of]) =>
      `  ${type}: ${of.created} ${words.created[language]}, ${of.updated} ${words.updated[language]}, ${of.unchanged} ${words.unchanged[language]}`,
  )
  const rows = findings
    .slice(0, shownAtMost)
    .map(
      (one) =>
        `  ${one.kind === 'refused' ? '!' : '?'} ${words.row[language]} ${one.row} · ${one.field} · “${one.value}”: ${one.message[language]}`,
    )
  const more = counts.refused + counts.review > shownAtMost ? ['  …'] : []
  return [
    ...report.warnings.map((one) => one[language]),
    `${counts.read} ${words.rows[language]}, ${counts.refused} ${words.refusedRows[language]}, ${counts.review} ${words.reviewRows[language]}`,
    ...types,
    ...rows,
    ...more,
    ...(report.ignored.length > 0 ? [`${words.ignored[language]}: ${report.ignored.join(', ')}`] : []),
    report.written ? `${words.importId[language]} ${importId}` : words.nothing[language],
  ].join('\n')
}
