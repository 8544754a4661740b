import { type Command, asOption, defineCommand, exit } from '#platform/cli'
import { withRequest } from '#platform/records'
import { undoImport } from '#platform/transfer'
import { importWords } from './import-words.ts'
import { type OpenHouse, asOperator } from './opened-house.ts'

const words = {
  summary: {
    en: 'take an import back in one step',
    es: 'deshacer una importación en un solo paso',
    ca: "desfer una importació d'un sol pas",
  },
  details: {
    en: 'What it made goes to the trash, what it changed goes back. What people edited since is named and left alone; the command then ends with 3.',
    es: 'Lo que creó va a la papelera, lo que modificó vuelve atrás. Lo que alguien editó después se nombra y queda como está; el comando termina entonces con 3.',
    ca: "El que va crear va a la paperera, el que va modificar torna enrere. El que algú ha editat després s'anomena i queda com és; l'ordre acaba llavors amb 3.",
  },
  id: {
    en: 'the id of the import',
    es: 'el identificador de la importación',
    ca: "l'identificador de la importació",
  },
  removed: { en: 'to the trash', es: 'a la papelera', ca: 'a la paperera' },
  restored: { en: 'back as before', es: 'como antes', ca: 'com abans' },
  left: { en: 'edited since, left', es: 'editados después, sin tocar', ca: 'editats després, sense tocar' },
} as const

/** `amparo import undo ID --org SLUG`. */
export const undoImportCommand = (open: OpenHouse): Command =>
  defineCommand({
    name: 'import undo',
    summary: words.summary,
    details: words.details,
    arguments: [{ name: 'import', summary: words.id }],
    options: { org: { type: 'string', value: 'SLUG', summary: importWords.org }, as: asOption },
    async run({ args, options, language, config, say, note, result }) {
      if (options.org === undefined) {
        note(say(importWords.whichOrganisation))
        return exit.usage
      }
      const undone = await asOperator(
        open,
        config(),
        { org: options.org, as: options.as, command: 'import undo' },
        (house, actor) => withRequest(house, actor, (tx) => undoImport(tx, args.import)),
      )
      result(undone, () =>
        [
          `${undone.removed} ${words.removed[language]}, ${undone.restored} ${words.restored[language]}, ${undone.leftCount} ${words.left[language]}`,
          ...undone.left.map(({ id, title }) => `  ${id} ${title}`),
        ].join('\n'),
      )
      return undone.leftCount > 0 ? exit.review : exit.ok
    },
  })
