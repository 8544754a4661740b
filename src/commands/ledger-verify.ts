import { readFile } from 'node:fs/promises'
import { defineCommand, exit } from '#platform/cli'
import { type Checkpoint, type Verdict, publicText, readLedgerKey, verifyLedger } from '#platform/ledger'
import { noOrganisation, orgOption, withOrganisations } from './ledger-ground.ts'
import { findingWords, verdictWords } from './ledger-words.ts'
import { readKept } from './kept-checkpoints.ts'

const noKey = {
  en: 'keys/ledger.key is missing: whether the checkpoints in the database were signed by this instance is not known.',
  es: 'Falta keys/ledger.key: no se sabe si los puntos de control de la base de datos los firmó esta instancia.',
  ca: 'Falta keys/ledger.key: no se sap si els punts de control de la base de dades els va signar aquesta instància.',
} as const

/** `amparo ledger verify [--org SLUG] [--checkpoint FILE]`: 0 when every chain holds, 1 when one does not. */
export const command = defineCommand({
  name: 'ledger verify',
  summary: {
    en: 'Proves that no entry of the ledger was changed, removed or moved.',
    es: 'Comprueba que ninguna entrada del libro de registro fue modificada, quitada ni movida.',
    ca: "Comprova que cap entrada del llibre de registre no s'ha modificat, tret ni mogut.",
  },
  details: {
    en: 'Whoever owns the database can write a whole chain anew: only a checkpoint that was kept elsewhere finds that.',
    es: 'Quien controla la base de datos puede reescribir toda la cadena: solo lo descubre un punto de control guardado en otro lugar.',
    ca: 'Qui controla la base de dades pot reescriure tota la cadena: només ho descobreix un punt de control desat en un altre lloc.',
  },
  options: {
    org: orgOption,
    checkpoint: {
      type: 'string',
      value: 'FILE',
      many: true,
      summary: {
        en: 'checkpoints that were kept elsewhere (amparo ledger checkpoint --json)',
        es: 'puntos de control guardados en otro lugar (amparo ledger checkpoint --json)',
        ca: 'punts de control desats en un altre lloc (amparo ledger checkpoint --json)',
      },
    },
  },
  async run({ config: readConfig, options, result, note, say, language }) {
    const config = readConfig()
    const kept: Checkpoint[] = []
    for (const file of options.checkpoint ?? []) kept.push(...readKept(file, await readFile(file, 'utf8')))
    const key = readLedgerKey(config.home)
    return withOrganisations(config, options.org, async (owner, organisations) => {
      if (organisations.length === 0 && options.org !== undefined) {
        note(say(noOrganisation))
        return exit.missing
      }
      const verdicts: Verdict[] = []
      for (const organisation of organisations)
        verdicts.push(await verifyLedger(owner, organisation, { key: key && publicText(key), kept }))
      // A kept checkpoint of an organisation that is not there any more is not to be passed over.
      const gone =
        options.org === undefined ? kept.filter(({ org }) => organisations.every(({ id }) => id !== org)) : []
      const ok = gone.length === 0 && verdicts.every(({ findings }) => findings.length === 0)
      if (!key && verdicts.some(({ checkpoints }) => checkpoints > kept.length)) note(say(noKey))
      result({ ok, organisations: verdicts, gone }, () =>
        [
          ...verdicts.flatMap((verdict) => [
            verdictWords(verdict, language),
            ...verdict.findings.map((finding) => `  ${findingWords(finding, language)}`),
            ...(verdict.more ? ['  …'] : []),
          ]),
          ...gone.map(({ org }) => `${org}: ${say(noOrganisation)}`),
        ].join('\n'),
      )
      return ok ? exit.ok : exit.failed
    })
  },
})
