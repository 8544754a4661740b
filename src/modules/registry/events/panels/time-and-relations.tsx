import type { Visit } from '#platform/http'
import type { Schema } from '#platform/records'
import { RelationGraph, Timeline } from '#web/charts'
import { Section } from '#web/components'
import type { Words } from '../messages.ts'
import type { RelationData } from './relations.ts'
import { type Dated, timelineItems } from './timeline-items.ts'

/** What every panel is drawn with. */
export interface PanelGround {
  readonly visit: Visit
  readonly schema: Schema
  readonly w: Words
}

/** Things in order of date under a heading; nothing when none has a date. */
export function InTime(props: PanelGround & { readonly dated: readonly Dated[]; readonly title?: string }) {
  const { visit, w, dated, title = w('timeline') } = props
  const { items, undated } = timelineItems(dated, visit.language)
  if (items.length === 0) return null
  return (
    <Section title={title} id="timeline">
      <Timeline
        caption={w('timeline_caption')}
        captionHidden
        items={items}
        lang={visit.language}
        labels={{ when: w('when'), what: w('what'), drawing: w('drawing') }}
      />
      {undated > 0 ? <p className="quiet">{w('undated', { count: undated })}</p> : null}
    </Section>
  )
}

/** Whether the reader asked for sources in the graph, by `?graph=sources`. */
export const withSources = (visit: Visit): boolean => visit.url.searchParams.get('graph') === 'sources'

/** The graph of relations, as picture and table; nothing when there is no relation. */
export function Relations(
  props: PanelGround & { readonly data: RelationData; readonly offerSources: boolean },
) {
  const { visit, w, data, offerSources } = props
  const shown = withSources(visit)
  if (data.edges.length === 0 && !(offerSources && !shown)) return null
  return (
    <Section
      title={w('graph')}
      id="relations"
      action={
        offerSources ? (
          <a href={`${visit.url.pathname}${shown ? '' : '?graph=sources'}#relations`}>
            {w(shown ? 'graph_without_sources' : 'graph_with_sources')}
          </a>
        ) : null
      }
    >
      {data.edges.length > 0 ? (
        <RelationGraph
          nodes={data.nodes}
          edges={data.edges}
          title={w('graph')}
          tableCaption={w('graph_caption')}
          labels={{
            from: w('graph_from'),
            relation: w('graph_relation'),
            to: w('graph_to'),
            unsure: w('graph_unsure'),
          }}
        />
      ) : null}
    </Section>
  )
}
