import { defineCommand } from '../command.ts'
import { exit } from '../exit.ts'
import { listenOptions } from '../listen-options.ts'
import { phrase, terms } from '../words.ts'
import { checkDatabase } from './database.ts'
import { checkMachine } from './machine.ts'

const marks = { ok: '✓', warning: '!', failed: '✗' } as const

/** `amparo doctor`. Exit code 1 when something must be mended before the program can run. */
export const command = defineCommand({
  name: 'doctor',
  summary: {
    en: 'Checks this machine and says how to mend what is wrong.',
    es: 'Revisa esta máquina y dice cómo arreglar lo que esté mal.',
    ca: 'Revisa aquesta màquina i diu com arreglar el que estigui malament.',
  },
  details: {
    en: 'A private database that is stopped is started for the check and stopped again; nothing else is changed.',
    es: 'Si la base de datos privada está detenida, se inicia para la revisión y se detiene de nuevo; no se cambia nada más.',
    ca: "Si la base de dades privada està aturada, s'engega per a la revisió i s'atura de nou; no es canvia res més.",
  },
  options: listenOptions,
  async run({ config: readConfig, language, result }) {
    const config = readConfig()
    const findings = [...(await checkMachine(config)), ...(await checkDatabase(config))]
    const healthy = findings.every(({ state }) => state !== 'failed')
    const said = findings.map(({ check, state, text, remedy }) => ({
      check,
      state,
      text: phrase(text, language),
      ...(remedy && { remedy: phrase(remedy, language) }),
    }))
    result({ healthy, findings: said }, () =>
      said
        .flatMap(({ state, text, remedy }) => [
          `${marks[state]} ${text}`,
          ...(remedy ? [`  ${terms.remedy[language]}: ${remedy}`] : []),
        ])
        .join('\n'),
    )
    return healthy ? exit.ok : exit.failed
  },
})
