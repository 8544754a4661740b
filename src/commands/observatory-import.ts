import { basename, resolve } from 'node:path'
import { asOption, defineCommand, exit } from '#platform/cli'
import { withRequest } from '#platform/records'
import { asOperator } from './as-operator.ts'
import { orgOption, whichOrganisation } from './observatory-words.ts'

/** `amparo observatory import KIND FILE`: one file into the observatory of an organisation, whole or not at all. */
export const command = defineCommand({
  name: 'observatory import',
  summary: {
    en: 'Reads a file about states into the observatory.',
    es: 'Incorpora al observatorio un archivo sobre Estados.',
    ca: "Incorpora a l'observatori un fitxer sobre Estats.",
  },
  details: {
    en: 'KIND is what the sources page calls it (voeten, upr-info, …), or auto. The same file again changes nothing; a newer edition takes the place of the older one, which stays readable.',
    es: 'KIND es como lo llama la página de fuentes (voeten, upr-info, …), o auto. El mismo archivo otra vez no cambia nada; una edición más nueva ocupa el lugar de la anterior, que sigue legible.',
    ca: "KIND és com l'anomena la pàgina de fonts (voeten, upr-info, …), o auto. El mateix fitxer un altre cop no canvia res; una edició més nova ocupa el lloc de l'anterior, que continua llegible.",
  },
  arguments: [
    {
      name: 'kind',
      summary: {
        en: 'what it is, or auto to recognise it',
        es: 'qué es, o auto para reconocerlo',
        ca: 'què és, o auto per reconèixer-lo',
      },
    },
    { name: 'file', summary: { en: 'plain or .gz', es: 'tal cual o .gz', ca: 'tal qual o .gz' } },
  ],
  options: {
    org: orgOption,
    as: asOption,
    version: {
      type: 'string',
      value: 'TEXT',
      summary: {
        en: 'what its publisher calls this edition',
        es: 'como llama a esta edición quien la publica',
        ca: 'com anomena aquesta edició qui la publica',
      },
    },
  },
  async run({ args, options, config, say, note, result, progress, signal }) {
    const { org } = options
    if (org === undefined) {
      note(say(whichOrganisation))
      return exit.usage
    }
    const { importFile, importerOf, knownImporters, readFileHead, recogniseOrRefuse } = await import(
      '#modules/observatory/sources'
    )
    const path = resolve(args.file)
    const head = await readFileHead(path)
    const importers = await knownImporters()
    const importer =
      args.kind === 'auto' ? recogniseOrRefuse(importers, head) : importerOf(importers, args.kind)
    const bar = progress(basename(path))
    let told = 0
    const imported = await asOperator(
      config(),
      { org, as: options.as, command: 'observatory import' },
      (house, actor) =>
        withRequest(house, actor, (tx) =>
          importFile(tx, importer, {
            path,
            head,
            ...(options.version !== undefined && { version: options.version }),
            progress: (done) => {
              bar.advance(done - told)
              told = done
            },
            signal,
          }),
        ),
    )
    bar.finish()
    const { known, fileId, loaded } = imported
    const { rows, dataUntil, version, findings } = loaded
    result({ dataset: importer.dataset, file: fileId, known, rows, dataUntil, version, findings }, () =>
      [
        known
          ? say({
              en: `${head.name}: read before, nothing changed`,
              es: `${head.name}: ya se había leído, no cambió nada`,
              ca: `${head.name}: ja s'havia llegit, no ha canviat res`,
            })
          : say({
              en: `${head.name}: ${rows} rows (${importer.dataset}), data until ${dataUntil}`,
              es: `${head.name}: ${rows} filas (${importer.dataset}), datos hasta ${dataUntil}`,
              ca: `${head.name}: ${rows} files (${importer.dataset}), dades fins a ${dataUntil}`,
            }),
        ...findings.map(({ what, count, examples }) =>
          [`  ${say(what)} (${count})`, ...examples.slice(0, 3).map((one) => `    ${one}`)].join('\n'),
        ),
      ].join('\n'),
    )
    return exit.ok
  },
})
