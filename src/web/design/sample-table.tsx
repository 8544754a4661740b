import {
  Columns,
  Facets,
  Figures,
  LinkButton,
  Pager,
  Table,
  VisibilityBadge,
  type Visibility,
} from '#web/components'
import { type Assets, WorkspaceShell } from '#web/shell'
import { workFrame } from './sample-work.tsx'

const visibilities: readonly (readonly [Visibility, string])[] = [
  ['public', 'Público'],
  ['internal', 'Interno'],
  ['restricted', 'Restringido'],
  ['sealed', 'Sellado'],
]
const names = [
  'Aurelia Montoro',
  'Teodor Vašek',
  'Ixchel Ramos Tum',
  'ليلى الناصري',
  'Joaquín Beltrán',
  'COLIBRÍ-7',
]
const states = [
  'Detenida',
  'Amenazado',
  'En refugio temporal',
  'Exiliada',
  'Excarcelado, con condiciones',
  'Desaparecida',
]
const places = ['Marenia', 'Norvalia', 'Marenia', 'Orvania', 'Marenia', 'Norvalia']
const pick = <T,>(list: readonly T[], index: number): T => list[index % list.length] as T

/** A long list, as found every day. */
export function SampleTable({ assets }: { readonly assets: Assets }) {
  return (
    <WorkspaceShell
      {...workFrame(assets, 'cases')}
      title="Casos"
      actions={
        <>
          <LinkButton kind="primary" href="#">
            Abrir un caso
          </LinkButton>
          <LinkButton href="#">Exportar</LinkButton>
        </>
      }
    >
      <Figures
        figures={[
          { label: 'en curso', value: '41', href: '#1' },
          { label: 'privadas de libertad', value: '17', href: '#2' },
          { label: 'con plazo vencido', value: '3', href: '#3' },
        ]}
      />
      <Columns
        asideAt="start"
        aside={
          <Facets
            label="Filtros"
            labels={{ remove: 'Quitar el filtro' }}
            groups={[
              {
                label: 'Situación',
                values: [
                  { label: 'Detención', href: '#1', count: '17', chosen: true },
                  { label: 'Amenaza', href: '#2', count: '12' },
                  { label: 'Refugio temporal', href: '#3', count: '5' },
                ],
              },
              {
                label: 'País',
                values: [
                  { label: 'Marenia', href: '#4', count: '22' },
                  { label: 'Norvalia', href: '#5', count: '11' },
                  { label: 'Orvania', href: '#6', count: '8' },
                ],
              },
            ]}
          />
        }
        main={
          <>
            <Table
              caption="Casos, del cambio más reciente al más antiguo"
              captionHidden
              columns={[
                { key: 'name', label: 'Persona o caso', heading: true, sort: { href: '#n' } },
                { key: 'place', label: 'País' },
                { key: 'state', label: 'Situación' },
                { key: 'seen', label: 'Visibilidad' },
                { key: 'steps', label: 'Gestiones', numeric: true },
                {
                  key: 'changed',
                  label: 'Último cambio',
                  nowrap: true,
                  sort: { href: '#c', order: 'descending' },
                },
              ]}
              rows={Array.from({ length: 24 }, (_, index) => {
                const [visibility, label] = pick(visibilities, index * 3 + 1)
                return {
                  key: String(index),
                  cells: {
                    name: <a href={`#r${index}`}>{pick(names, index)}</a>,
                    place: pick(places, index),
                    state: pick(states, index * 5),
                    seen: <VisibilityBadge visibility={visibility} label={label} />,
                    steps: String((index * 37) % 113),
                    changed: `${21 - (index % 20)} nov 2026`,
                  },
                }
              })}
            />
            <Pager
              label="Páginas"
              summary="24 de los que puede ver"
              first={{ href: '#', label: 'Primeros' }}
              next={{ href: '#', label: 'Siguientes' }}
            />
          </>
        }
      />
    </WorkspaceShell>
  )
}
