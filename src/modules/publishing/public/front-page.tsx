import { label } from '#platform/i18n'
import { MapPicture } from '#web/charts'
import { Columns, Facets, LinkButton } from '#web/components'
import { words } from '../messages.ts'
import { type DirectoryPage, readDirectory, writeQuery } from './directory-query.ts'
import { countriesOnMap } from './map-picture.ts'
import { type Place, publicPage } from './site-frame.tsx'
import { sitePath } from './site.ts'
import { inReadingOrder } from './term-words.ts'

const everything = { country: '', right: '', text: '', after: null } as const

/** The first page of an organisation's site: how many, from where, what they defend. */
export async function frontPage(place: Place): Promise<string> {
  const { house, site } = place
  return renderFront(place, await readDirectory(house.publicDb, site.orgId, everything, 0))
}

function renderFront(place: Place, found: DirectoryPage): string {
  const { site, language } = place
  const w = words(language)
  const people = sitePath(site, language, '/defenders')
  const { total: all, fictitious } = found
  const lede = w('front_lede', { people: all, countries: found.countries.length, fictitious })
  return publicPage(place, {
    title: label(site.name, language) || site.slug,
    description: lede,
    lede,
    children: (
      <>
        <p>
          <LinkButton href={people} kind="primary">
            {w('front_all')}
          </LinkButton>
        </p>
        <Columns
          main={
            <MapPicture
              title={w('front_map')}
              tableCaption={w('front_map_table')}
              labels={{ place: w('country'), count: w('people_count') }}
              light={`${people}/map.svg`}
              dark={`${people}/map.svg?scheme=dark`}
              method={w('front_map_method')}
              countries={countriesOnMap(found.countries, language).map((country) => ({
                ...country,
                href: people + writeQuery({ country: country.code }),
              }))}
            />
          }
          aside={
            <Facets
              label={w('front_rights')}
              labels={{ remove: w('remove_filter') }}
              groups={[
                {
                  label: w('front_rights'),
                  values: inReadingOrder(found.rights, language).map(({ code, words: text, count }) => ({
                    label: text,
                    href: people + writeQuery({ right: code }),
                    count: String(count),
                  })),
                },
              ]}
            />
          }
        />
      </>
    ),
  })
}
