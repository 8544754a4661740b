import { countryName } from '#catalogue/countries'
import { Bars, Figure } from '#web/charts'
import { Details, FactList, Section } from '#web/components'
import { readCountries, readDays } from '../queries/read-counts.ts'
import type { PetitionPart } from './petition-page.tsx'

/** By day, by country, and by what was agreed. All of it for staff: what leaves is rounded, see `delivery/`. */
export async function NumbersPart({ visit, tx, petition, counts, w }: PetitionPart) {
  const { language } = visit
  if (counts.confirmed === 0) return null
  const number = (value: number) => value.toLocaleString(language)
  const days = await readDays(tx, petition.id)
  const countries = await readCountries(tx, petition.id)
  const dayWords = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  return (
    <Section id="numbers" title={w('numbers')}>
      <FactList
        facts={[
          { label: w('of_organisations'), value: number(counts.organisations) },
          { label: w('names_public'), value: number(counts.named) },
          { label: w('names_cleared'), value: number(counts.delivered) },
          { label: w('of_state_count'), value: number(counts.ofState) },
        ]}
      />
      <Figure title={w('by_day')} method={w('by_day_method')}>
        <Bars
          caption={w('by_day')}
          captionHidden
          labels={{ item: w('day'), value: w('signatures'), bar: w('by_day') }}
          items={days.map(({ day, count }) => ({
            key: day,
            label: dayWords.format(new Date(`${day}T12:00:00Z`)),
            value: count,
            text: number(count),
          }))}
        />
      </Figure>
      <Details summary={w('by_country')}>
        <Bars
          caption={w('by_country')}
          captionHidden
          labels={{ item: w('country_column'), value: w('signatures'), bar: w('by_country') }}
          items={countries.map(({ country, count }) => ({
            key: country ?? '-',
            label: country ? (countryName(country, language) ?? country) : w('country_unsaid'),
            value: count,
            text: number(count),
          }))}
        />
      </Details>
    </Section>
  )
}
