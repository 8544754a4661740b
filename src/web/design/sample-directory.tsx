import { Card, CardGrid, Columns, Facets, Pager, SearchBox } from '#web/components'
import { type Assets, SiteShell } from '#web/shell'
import { siteFrame } from './sample-site.tsx'

const people = [
  ['Aurelia Montoro', 'Marènia', 'Drets de les dones', 'Drets de les persones migrants i refugiades'],
  ['Teodor Vašek', 'Norvàlia', 'Llibertat d’expressió i d’opinió', ''],
  ['Ixchel Ramos Tum', 'Marènia', 'Drets dels pobles indígenes', 'Dret al medi ambient'],
  ['ليلى الناصري', 'Orvània', 'Drets de les dones', 'Dret a l’educació'],
  ['Joaquín Beltrán', 'Marènia', 'Dret a la veritat, a la justícia i a la reparació', ''],
  ['Maryam Qaderi', 'Orvània', 'Dones i joves en la construcció de la pau', ''],
  ['Ngozi Adébáyọ̀', 'Norvàlia', 'Drets sexuals i reproductius', ''],
  ['Ламара Цхадая', 'Norvàlia', 'Dret a la memòria', 'Llibertat d’associació'],
] as const

/** The public directory of defenders, in Catalan. */
export function SampleDirectory({ assets }: { readonly assets: Assets }) {
  return (
    <SiteShell
      {...siteFrame(assets, 'people')}
      title="Persones defensores"
      lede="Des del 2013 hem convidat persones defensores de drets humans de més de trenta països. La majoria viuen sota amenaça; algunes són a la presó. Aquí hi ha les que han volgut ser-hi."
      stamp="Fictici"
    >
      <Columns
        asideAt="start"
        aside={
          <Facets
            label="Filtres"
            labels={{ remove: 'Treu el filtre' }}
            groups={[
              {
                label: 'País',
                values: [
                  { label: 'Marènia', href: '?', count: '9', chosen: true },
                  { label: 'Norvàlia', href: '?c=qn', count: '6' },
                  { label: 'Orvània', href: '?c=qo', count: '3' },
                ],
              },
              {
                label: 'Drets',
                values: [
                  { label: 'Drets de les dones', href: '?r=1', count: '7' },
                  { label: 'Dret al medi ambient', href: '?r=2', count: '4' },
                  { label: 'Llibertat d’expressió', href: '?r=3', count: '4' },
                  { label: 'Dret a la veritat', href: '?r=4', count: '3' },
                  { label: 'Drets dels pobles indígenes', href: '?r=5', count: '2' },
                ],
              },
            ]}
          />
        }
        main={
          <>
            <SearchBox id="q" action="#" label="Cerca un nom, un país o un dret" button="Cerca" />
            <CardGrid label="Persones defensores">
              {people.map(([name, country, ...rights]) => (
                <Card
                  key={name}
                  href="#"
                  title={name}
                  place={country}
                  lines={rights.filter((right) => right !== '')}
                />
              ))}
              <Card
                title="Sabela Ferro"
                href="#"
                place="Marènia"
                lines={['Dret a la vida']}
                note="Pública a la seva font, sense consentiment donat a aquesta entitat. Font: butlletí municipal, 2019."
              />
            </CardGrid>
            <Pager
              label="Pàgines"
              summary="De l’1 al 9"
              previous={{ href: '#', label: 'Anteriors' }}
              next={{ href: '#', label: 'Següents' }}
            />
          </>
        }
      />
    </SiteShell>
  )
}
