import {
  Agenda,
  ClassBadge,
  Columns,
  Details,
  FactList,
  Line,
  LinkButton,
  Notice,
  Prose,
  Sealed,
  Section,
  SourceList,
  Tabs,
  Tag,
  Timestamp,
} from '#web/components'
import { RelationGraph, Timeline } from '#web/charts'
import { type Assets, WorkspaceShell } from '#web/shell'
import { workFrame } from './sample-work.tsx'

const cite = (number: number, source: string) => ({
  number,
  href: `#s${number}`,
  label: `fuente ${number}, ${source}`,
})

/** A case record as an advocacy officer sees it, in Spanish. */
export function SampleCase({ assets }: { readonly assets: Assets }) {
  return (
    <WorkspaceShell
      {...workFrame(assets, 'cases')}
      title="Aurelia Montoro"
      breadcrumbs={[
        { href: '#c', label: 'Casos' },
        { href: '#q', label: 'Marenia' },
      ]}
      lede="Cantautora, detenida el 14 de marzo de 2026 en Puerto Alba. Imputada por «propaganda contra el orden»."
      actions={
        <>
          <LinkButton href="#" kind="primary">
            Registrar una gestión
          </LinkButton>
          <LinkButton href="#e">Modificar</LinkButton>
        </>
      }
      audience={{
        visibility: 'restricted',
        visibilityLabel: 'Restringido',
        seenBy: (
          <>
            Lo ven <b>4 personas</b>: el equipo del caso
          </>
        ),
        publicSees: (
          <>
            El público ve <b>nombre, país y derecho</b>
          </>
        ),
      }}
      notices={
        <Notice kind="danger" title="Plan de contacto seguro">
          <p>
            No llame antes de las 20. No escriba la palabra «visita». El teléfono es compartido con su
            hermano. <a href="#plan">Abrir el plan completo</a>
          </p>
        </Notice>
      }
    >
      <Tabs
        label="Partes del caso"
        tabs={[
          { href: '#1', label: 'Resumen', current: true },
          { href: '#2', label: 'Hechos', count: '6' },
          { href: '#3', label: 'Gestiones', count: '15' },
          { href: '#4', label: 'Presentaciones', count: '2' },
          { href: '#5', label: 'Documentos', count: '9' },
          { href: '#6', label: 'Historial' },
        ]}
      />
      <Columns
        main={
          <>
            <FactList
              facts={[
                {
                  label: 'Nombre',
                  value: 'Aurelia Montoro Díaz',
                  citations: [cite(1, 'expediente 114/2026')],
                  badge: <ClassBadge valueClass="identity" label="identidad" />,
                },
                { label: 'País', value: 'Marenia', citations: [cite(1, 'expediente 114/2026')] },
                {
                  label: 'Situación',
                  value: (
                    <>
                      Detenida <Tag>confirmado</Tag>
                    </>
                  ),
                  citations: [cite(1, 'expediente 114/2026'), cite(2, 'carta de la familia')],
                },
                {
                  label: 'Lugar de detención',
                  value: 'Unidad 4, Puerto Alba',
                  badge: <ClassBadge valueClass="location" label="ubicación" />,
                  original: {
                    label: 'Texto original',
                    text: 'a la unitat quatre, al costat del port',
                    lang: 'ca',
                  },
                },
                {
                  label: 'Salud',
                  value: 'Diabetes; sin insulina desde el 16 de marzo',
                  citations: [cite(2, 'carta de la familia')],
                  badge: <ClassBadge valueClass="health" label="salud" />,
                },
                {
                  label: 'Defensa',
                  value: 'Imputada; audiencia el 2 de diciembre',
                  badge: <ClassBadge valueClass="legal" label="situación jurídica" />,
                },
                {
                  label: 'Contacto de la familia',
                  value: <Sealed label="Sellado" action={<a href="#o">Abrir con motivo</a>} />,
                },
                { label: 'Publicidad', value: 'Pública, decidida por la persona el 20 de marzo de 2026' },
                { label: 'Derechos', value: <span className="quiet">No se registró</span> },
              ]}
            />
            <Section title="Relato">
              <Prose>
                <p>
                  Llegaron a las cuatro y diez. Golpearon la puerta de la vecina y preguntaron por «la que
                  canta». Cuando mi hija bajó, ya estaban adentro. No mostraron ningún papel. Se llevaron la
                  guitarra, dos cuadernos y el teléfono de mi nieto.
                </p>
              </Prose>
            </Section>
            <Section title="Cronología">
              <Timeline
                caption="Cronología del caso"
                captionHidden
                lang="es"
                labels={{ when: 'Cuándo', what: 'Qué', drawing: 'En el tiempo' }}
                items={sampleTimeline}
              />
            </Section>
            <Section title="Relaciones">
              <RelationGraph
                title="Relaciones del caso"
                tableCaption="Las mismas relaciones, en palabras"
                labels={{ from: 'Quién', relation: 'Relación', to: 'Con quién', unsure: 'sin confirmar' }}
                {...sampleGraph}
              />
            </Section>
            <Section title="Fuentes">
              <SourceList
                sources={[
                  {
                    id: 's1',
                    content:
                      'Tribunal Segundo de Marenia, expediente 114/2026, foja 3. Fuente oficial; leída por dos personas.',
                  },
                  { id: 's2', content: 'Carta de la madre, 17 de marzo de 2026. Testimonio directo.' },
                ]}
              />
            </Section>
          </>
        }
        aside={
          <div className="flow">
            <Section title="Lo que vence">
              <Agenda
                items={[
                  {
                    key: '1',
                    late: true,
                    when: <Timestamp dateTime="2026-11-18">18 de noviembre, hace 3 días</Timestamp>,
                    what: 'Respuesta del Estado a la carta de alegaciones',
                  },
                  {
                    key: '2',
                    when: <Timestamp dateTime="2026-11-25">25 de noviembre</Timestamp>,
                    what: 'Llamamiento urgente: falta la fecha de la última visita',
                  },
                ]}
              />
            </Section>
            <Section title="Quiénes lo siguen">
              <Line>
                <Tag>Inés Paz</Tag>
                <Tag>Bruno Rey</Tag>
                <Tag>+2</Tag>
              </Line>
            </Section>
            <Details summary="Consentimientos">
              <p>Firmado el 20 de marzo de 2026: nombre, país y derecho, en los tres idiomas.</p>
            </Details>
          </div>
        }
      />
    </WorkspaceShell>
  )
}

/** One of each way a date can be known. */
export const sampleTimeline = [
  {
    key: '1',
    kind: 'span',
    earliest: null,
    latest: '2025-11-30',
    label: 'Vigilancia frente a la casa',
    when: 'hasta noviembre de 2025',
    uncertain: true,
  },
  {
    key: '2',
    kind: 'point',
    earliest: '2025-12-10',
    latest: '2025-12-10',
    label: 'Concierto prohibido',
    when: '10 de diciembre de 2025',
    href: '#',
  },
  {
    key: '3',
    kind: 'point',
    earliest: '2026-01-01',
    latest: '2026-02-28',
    label: 'Primera amenaza',
    when: 'enero o febrero de 2026',
  },
  {
    key: '4',
    kind: 'point',
    earliest: '2026-03-14',
    latest: '2026-03-14',
    label: 'Detención',
    when: '14 de marzo de 2026',
    href: '#',
  },
  {
    key: '5',
    kind: 'point',
    earliest: '2026-03-23',
    latest: '2026-03-23',
    label: 'Traslado a la Unidad 4',
    when: 'hacia el 23 de marzo de 2026',
    uncertain: true,
  },
  {
    key: '6',
    kind: 'span',
    earliest: '2026-03-14',
    latest: null,
    label: 'Privación de libertad',
    when: 'desde el 14 de marzo de 2026',
  },
  {
    key: '7',
    kind: 'span',
    earliest: '2026-04-02',
    latest: '2026-05-20',
    label: 'Incomunicación',
    when: '2 de abril a 20 de mayo de 2026',
  },
] as const

/** A small case: who did what to whom. */
export const sampleGraph = {
  nodes: [
    { id: 'a', label: 'Aurelia Montoro', href: '#', weight: 'main' },
    { id: 'd', label: 'Detención, 14 de marzo', href: '#' },
    { id: 'p', label: 'Policía de Marenia', href: '#' },
    { id: 't', label: 'Tribunal Segundo', href: '#' },
    { id: 'm', label: 'Madre (sellado)', weight: 'soft' },
    { id: 'c', label: 'Colectivo La Orilla', href: '#' },
    { id: 'j', label: 'Comisario sin identificar', weight: 'soft' },
    { id: 'e', label: 'Concierto prohibido', href: '#' },
  ],
  edges: [
    { from: 'd', to: 'a', label: 'víctima' },
    { from: 'p', to: 'd', label: 'detuvo' },
    { from: 'j', to: 'p', label: 'mandaba en', uncertain: true },
    { from: 't', to: 'a', label: 'procesa' },
    { from: 'm', to: 'a', label: 'denunció por' },
    { from: 'a', to: 'c', label: 'integra' },
    { from: 'e', to: 'c', label: 'afectó a' },
    { from: 'p', to: 'e', label: 'impidió' },
  ],
} as const
