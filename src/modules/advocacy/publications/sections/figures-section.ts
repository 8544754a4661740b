import { type Measure, measures, readFigures, suppress } from '#modules/casework'
import type { PublicTexts } from '#platform/house'
import { labels, languages } from '#platform/i18n'
import { field, valuesOf } from '#platform/records'
import type { SectionKind, ShownTable } from './section-kind.ts'

const measureLabels = {
  opened: labels('Cases opened', 'Casos abiertos', 'Casos oberts'),
  closed: labels('Cases closed', 'Casos cerrados', 'Casos tancats'),
  followed: labels('Cases followed', 'Casos en seguimiento', 'Casos en seguiment'),
  gender: labels(
    'People at risk, by gender',
    'Personas en riesgo, por género',
    'Persones en risc, per gènere',
  ),
  age: labels('People at risk, by age', 'Personas en riesgo, por edad', 'Persones en risc, per edat'),
  steps: labels('Steps taken', 'Gestiones', 'Gestions'),
  asked: labels('Asked, by whom', 'Pedidos, por contraparte', 'Peticions, per contrapart'),
  replies: labels('Answers', 'Respuestas', 'Respostes'),
  stays: labels('Refuge stays', 'Estadías de refugio', 'Estades de refugi'),
  nights: labels('Nights of refuge', 'Noches de refugio', 'Nits de refugi'),
} as const satisfies Readonly<Record<Measure, ReturnType<typeof labels>>>

const only = { field: 'kind', is: ['figures'] } as const

/** The three languages of what `read` gives for each. */
async function inEach<T>(
  read: (language: 'en' | 'es' | 'ca') => Promise<T>,
): Promise<Readonly<Record<string, T>>> {
  const all: Record<string, T> = {}
  for (const language of languages) all[language] = await read(language)
  return all
}

/** Figures of the casework in a period, as a table or drawn as bars. */
export const figuresSection: SectionKind = {
  name: 'figures',
  label: labels(
    'Figures of the casework',
    'Cifras del seguimiento de casos',
    'Xifres del seguiment de casos',
  ),
  fields: [
    field('date', 'first_day', labels('From', 'Desde', 'Des de'), {
      exact: true,
      when: only,
      requiredWhen: only,
    }),
    field('date', 'last_day', labels('Up to', 'Hasta', 'Fins a'), {
      exact: true,
      when: only,
      requiredWhen: only,
    }),
    field('choice', 'figures', labels('Figures', 'Cifras', 'Xifres'), {
      multiple: true,
      when: only,
      requiredWhen: only,
      options: measures.map((code) => ({ code, label: measureLabels[code] })),
    }),
    field('choice', 'drawn', labels('Shown as', 'Se muestran como', 'Es mostren com'), {
      when: only,
      options: [
        { code: 'table', label: labels('Table', 'Tabla', 'Taula') },
        { code: 'chart', label: labels('Bars', 'Barras', 'Barres') },
      ],
    }),
  ],
  async show(tx, section) {
    const { values } = section
    const period = { from: String(values['first_day']), to: String(values['last_day']) }
    const chosen = valuesOf(values['figures'])
    const read = await inEach((language) => readFigures(tx, period, language))
    const tables = measures.flatMap((measure): readonly ShownTable[] => {
      if (!chosen.includes(measure)) return []
      const said = Object.entries(read).flatMap(([language, figures]) =>
        figures.filter((one) => one.measure === measure).map((one) => [language, one] as const),
      )
      const first = said[0]?.[1]
      if (!first || first.cells.length === 0) return []
      // In public no small cell is told, of cases neither: there it is people who read them.
      const told = suppress(first.cells.map((cell) => (cell.told === null ? 1 : cell.told)))
      const kept = first.cells.some((cell) => cell.told === null)
      return [
        {
          as: values['drawn'] === 'chart' ? 'chart' : 'table',
          caption: labelled(measureLabels[measure]),
          of: labelled(labels('Of', 'De', 'De')),
          values: [labelled(labels('Number', 'Cantidad', 'Quantitat'))],
          rows: first.cells.map((cell, i) => ({
            label: Object.fromEntries(said.map(([language, { cells }]) => [language, cells[i]?.label ?? ''])),
            cells: [cell.told === null ? null : (told.cells[i] ?? null)],
          })),
          total: {
            label: labelled(labels('In all', 'En total', 'En total')),
            cells: [kept ? first.total : told.total],
          },
          method: [
            labelled({
              en: `Counted from our own casework, from ${period.from} to ${period.to}.`,
              es: `Contado de nuestro propio seguimiento de casos, del ${period.from} al ${period.to}.`,
              ca: `Comptat del nostre propi seguiment de casos, del ${period.from} al ${period.to}.`,
            }),
            labelled(
              labels(
                'Numbers under five are not told, nor those from which they could be worked out.',
                'No se dan los números menores de cinco, ni los que permitirían deducirlos.',
                'No es donen els nombres inferiors a cinc, ni els que permetrien deduir-los.',
              ),
            ),
          ],
        },
      ]
    })
    return { tables, people: [] }
  },
}

const labelled = (texts: Readonly<Record<'en' | 'es' | 'ca', string>>): PublicTexts => texts
