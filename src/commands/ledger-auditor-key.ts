import { sql } from 'kysely'
import { defineCommand, exit } from '#platform/cli'
import { newAuditorKey } from '#platform/ledger'
import { noOrganisation, orgOption, withOrganisations } from './ledger-ground.ts'

/** `amparo ledger auditor-key --org SLUG`: from now on the words of searches are written, for the auditor's eyes alone. */
export const command = defineCommand({
  name: 'ledger auditor-key',
  summary: {
    en: 'Makes a key for the auditor, to whom the words of searches are encrypted from then on.',
    es: 'Crea una clave para la auditoría; desde entonces las palabras buscadas se cifran para ella.',
    ca: "Crea una clau per a l'auditoria; des d'aleshores les paraules cercades es xifren per a ella.",
  },
  details: {
    en: 'The key is shown once and kept nowhere: give it to the auditor. Words encrypted to an earlier key need that one.',
    es: 'La clave se muestra una vez y no se guarda: entréguela a la auditoría. Lo cifrado con una clave anterior necesita esa.',
    ca: "La clau es mostra un cop i no es desa: doneu-la a l'auditoria. El que es va xifrar amb una clau anterior necessita aquella.",
  },
  options: { org: orgOption },
  async run({ config, options, result, note, say }) {
    return withOrganisations(config(), options.org, async (owner, organisations) => {
      const [organisation] = organisations
      if (!organisation) {
        note(say(noOrganisation))
        return exit.missing
      }
      if (organisations.length > 1) {
        note(
          say({
            en: `There are several organisations: say which with --org (${organisations.map(({ slug }) => slug).join(', ')}).`,
            es: `Hay varias organizaciones: indique cuál con --org (${organisations.map(({ slug }) => slug).join(', ')}).`,
            ca: `Hi ha diverses organitzacions: indiqueu quina amb --org (${organisations.map(({ slug }) => slug).join(', ')}).`,
          }),
        )
        return exit.usage
      }
      const { identity, recipient } = await newAuditorKey()
      await owner.transaction().execute(async (trx) => {
        await sql`update org set settings = settings || ${JSON.stringify({ auditor_recipient: recipient })}::jsonb
          where id = ${organisation.id}::uuid`.execute(trx)
        await trx
          .insertInto('ledger')
          .values({
            org_id: organisation.id,
            act: 'settings.change',
            detail: JSON.stringify({ what: 'auditor_recipient', recipient }),
          })
          .execute()
      })
      result(
        { org: organisation.slug, recipient, identity },
        () => `${organisation.slug} ${recipient}\n\n${identity}`,
      )
      note(
        say({
          en: 'Shown once: give it to the auditor, and keep no copy here.',
          es: 'Se muestra una sola vez: entréguela a la auditoría y no guarde copia aquí.',
          ca: "Es mostra un sol cop: doneu-la a l'auditoria i no en deseu cap còpia aquí.",
        }),
      )
      return exit.ok
    })
  },
})
