import { daysInPrison } from '#modules/casework'
import { labels } from '#platform/i18n'
import { type Reference, field, readRecord, readRecords, valuesOf } from '#platform/records'
import type { SectionKind } from './section-kind.ts'

const only = { field: 'kind', is: ['prisoners'] } as const

/** The people of a campaign, with their days in prison up to a day. */
export const prisonersSection: SectionKind = {
  name: 'prisoners',
  label: labels('People of a campaign', 'Personas de una campaña', 'Persones d’una campanya'),
  fields: [
    field('reference', 'of_campaign', labels('Campaign', 'Campaña', 'Campanya'), {
      targets: ['campaign'],
      when: only,
      requiredWhen: only,
      inverse: labels('Shown in reports', 'Figura en informes', 'Surt en informes'),
    }),
    field('date', 'counted_on', labels('Counted up to', 'Contado hasta', 'Comptat fins a'), {
      exact: true,
      when: only,
      requiredWhen: only,
    }),
  ],
  async show(tx, section) {
    const of = section.values['of_campaign'] as Partial<Reference> | undefined
    if (!of?.to) return { tables: [], people: [] }
    const campaign = await readRecord(tx, of.to)
    const people = await readRecords(
      tx,
      (valuesOf(campaign.values['people']) as readonly Reference[]).map(({ to }) => to),
    )
    const day = String(section.values['counted_on'])
    const days = await daysInPrison(
      tx,
      people.map(({ id }) => id),
      day,
    )
    return {
      people,
      tables: [
        {
          as: 'table',
          caption: labels('In prison', 'En prisión', 'A la presó'),
          of: labels('Who', 'Quién', 'Qui'),
          values: [
            labels('Days, at least', 'Días, al menos', 'Dies, com a mínim'),
            labels('Days, at most', 'Días, como máximo', 'Dies, com a màxim'),
          ],
          rows: people.map((person) => {
            const { least = 0, most = 0 } = days.get(person.id) ?? {}
            return {
              label: Object.fromEntries(['en', 'es', 'ca'].map((code) => [code, person.title])),
              cells: [least, most ?? '–'],
            }
          }),
          method: [
            labels(
              `Counted up to ${day} from what is known of each detention, the day of arrest included, that of release not. Two numbers where a day is not known.`,
              `Contado hasta el ${day} de lo que se sabe de cada detención, con el día de la detención y sin el de la liberación. Dos números si no se conoce algún día.`,
              `Comptat fins al ${day} del que se sap de cada detenció, amb el dia de la detenció i sense el de l’alliberament. Dos nombres si no es coneix algun dia.`,
            ),
          ],
        },
      ],
    }
  },
}
