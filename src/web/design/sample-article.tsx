import { Notice, Prose, Section } from '#web/components'
import { Bars, MapPicture } from '#web/charts'
import { type Assets, SiteShell } from '#web/shell'
import { siteFrame } from './sample-site.tsx'

/** A public page for reading, with its charts. */
export function SampleArticle({ assets }: { readonly assets: Assets }) {
  return (
    <SiteShell
      {...siteFrame(assets, 'data')}
      title="Qui continua a la presó"
      lede="Tres de les persones que van passar per aquesta xarxa han estat empresonades en tornar. Una ja és lliure."
      stamp="Fictici"
    >
      <Prose>
        <p>
          Aurelia Montoro va ser detinguda el 14 de març de 2026, de matinada, a la casa de la seva mare.
          L’ordre no duia el nom de cap jutge. Durant nou dies ningú no va saber on era; el desè, un
          funcionari va trucar a la família i va dir només: «És viva».
        </p>
        <p>
          El comunicat del <a href="https://example.org/tribunal/114-2026">Tribunal Segon de Marènia</a> li
          atribueix «propaganda contra l’ordre», un delicte que el Comitè de Drets Humans ha demanat derogar{' '}
          <em>tres vegades</em> des del 2015.
        </p>
        <blockquote>
          <p>
            No vam venir a demanar que ens salvin. Vam venir a demanar que no mirin cap a una altra banda.
          </p>
        </blockquote>
        <h2>Què demanem</h2>
        <ul>
          <li>La llibertat immediata i sense condicions d’Aurelia Montoro.</li>
          <li>Que la família i l’advocada la puguin veure cada setmana.</li>
        </ul>
      </Prose>
      <Notice title="Com comptem">
        Comptem una persona mentre una sentència o una mesura la priva de llibertat, també a casa seva.
      </Notice>
      <Section title="Dades">
        <Bars
          caption="Detencions conegudes de persones defensores, per any"
          labels={{ item: 'Any', value: 'Detencions', bar: 'Comparació' }}
          items={[
            { key: '2022', label: '2022', value: 11, text: '11' },
            { key: '2023', label: '2023', value: 24, text: '24' },
            { key: '2024', label: '2024', value: 19, text: '19' },
            { key: '2025', label: '2025', value: 37, text: '37' },
            { key: '2026', label: '2026 (fins al juny)', value: 21, text: '21', tone: 'partial' },
          ]}
        />
        <MapPicture
          title="D’on venien les persones convidades"
          tableCaption="Persones convidades per país"
          labels={{ place: 'País', count: 'Persones' }}
          light="map-light.svg"
          dark="map-dark.svg"
          countries={mapCountries}
          source="Font: edicions 2013–2026 de la xarxa (xifres fictícies)."
          method="Fronteres segons Natural Earth; els noms dels llocs en disputa són els que fa servir l’entitat."
        />
      </Section>
    </SiteShell>
  )
}

/** Invented counts, only to colour the sample map. */
export const mapCountries = [
  { numeric: '170', label: 'Colòmbia', count: 14, href: '#170' },
  { numeric: '484', label: 'Mèxic', count: 11, href: '#484' },
  { numeric: '320', label: 'Guatemala', count: 6, href: '#320' },
  { numeric: '222', label: 'El Salvador', count: 5, href: '#222' },
  { numeric: '180', label: 'República Democràtica del Congo', count: 4, href: '#180' },
  { numeric: '586', label: 'Pakistan', count: 3, href: '#586' },
  { numeric: '070', label: 'Bòsnia i Hercegovina', count: 2, href: '#070' },
  { numeric: '032', label: 'Argentina', count: 2, href: '#032' },
  { numeric: '608', label: 'Filipines', count: 1, href: '#608' },
] as const
