import { Fragment, type ReactNode } from 'react'
import { can } from '#platform/access'
import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type RecordView, type Tx, readRecord, typeOf } from '#platform/records'
import { Columns, Details, Figures, LinkButton, Notice } from '#web/components'
import { RecordFacts, visibilityLabel } from '#web/records'
import { workspacePage } from '#web/workspace'
import { type PetitionWords, petitionWords } from '../messages.ts'
import { type SignatureCounts, readCounts } from '../queries/read-counts.ts'
import { type PetitionPublication, readClosing, readPublications } from '../queries/read-petition.ts'
import { AddresseesPart } from './addressees-part.tsx'
import { ChecksPart } from './checks-part.tsx'
import { DeliveryPart } from './delivery-part.tsx'
import { DoorsPart } from './doors-part.tsx'
import { KeepingPart, NewsPart } from './keeping-part.tsx'
import { NumbersPart } from './numbers-part.tsx'

/** What every part of the page is made from. */
export interface PetitionPart {
  readonly visit: Visit
  readonly tx: Tx
  readonly petition: RecordView
  readonly counts: SignatureCounts
  readonly doors: readonly PetitionPublication[]
  /** When it closes or closed. */
  readonly closing: Date | null
  readonly w: PetitionWords
  readonly csrf: string
}

/** The page of a petition: how it stands, who is asked, what left, and what can be done. */
export const petitionRoute = route({
  method: 'get',
  path: '/workspace/petitions/:id',
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const petition = await readRecord(tx, visit.params['id'] ?? '')
      if (petition.mergedInto) return redirect(`/workspace/petitions/${petition.mergedInto}`)
      if (petition.type !== 'petition' || petition.deletedAt) throw new Problem('not_found')
      return showPetition(visit, tx, petition)
    }),
})

async function showPetition(visit: Visit, tx: Tx, petition: RecordView): Promise<Response> {
  const { language } = visit
  const w = petitionWords(language)
  const counts = await readCounts(tx, petition.id)
  const part: PetitionPart = {
    ...{ visit, tx, petition, counts, w },
    doors: await readPublications(tx, petition.id),
    closing: await readClosing(tx, petition),
    csrf: visit.session?.formToken ?? '',
  }
  const panels: ReactNode[] = []
  for (const panel of visit.house.recordPanels) panels.push(await panel(visit, tx, petition))
  const path = `/workspace/record/${petition.id}`
  const type = typeOf(tx, 'petition')
  return workspacePage(visit, {
    title: petition.title,
    fictitious: petition.fictitious,
    breadcrumbs: [{ href: '/workspace/petitions', label: w('petitions') }],
    audience: {
      visibility: petition.visibility,
      visibilityLabel: label(visibilityLabel[petition.visibility], language),
      seenBy: w('seen_by'),
      publicSees: w(part.doors.some(({ kind }) => kind === 'petition') ? 'public_page' : 'public_nothing'),
    },
    actions: (
      <>
        {can(tx.actor, 'write') ? (
          <LinkButton href={`${path}/edit`} kind="primary">
            {w('edit')}
          </LinkButton>
        ) : null}
        <LinkButton href={`/workspace/petitions/${petition.id}/signatures`}>
          {w('signatures_list')}
        </LinkButton>
        <LinkButton href={`${path}?whole=1`}>{w('record')}</LinkButton>
      </>
    ),
    children: (
      <>
        <Overview {...part} />
        <Columns
          main={
            <>
              {await AddresseesPart(part)}
              {await NumbersPart(part)}
              {await ChecksPart(part)}
              {await DeliveryPart(part)}
              <Details summary={w('every_field')}>
                <RecordFacts
                  {...{ type, language }}
                  record={petition}
                  citations={new Map()}
                  schema={tx.schema}
                  words={{ original: '', source: '', sources: '' }}
                />
              </Details>
            </>
          }
          aside={
            <div className="flow">
              {await DoorsPart(part)}
              <NewsPart {...part} />
              {await KeepingPart(part)}
            </div>
          }
        />
        {panels.map((panel, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: panels stand in the order of the modules
          <Fragment key={i}>{panel}</Fragment>
        ))}
      </>
    ),
  })
}

function Overview({ visit, petition, counts, w }: PetitionPart) {
  const { language } = visit
  const number = (value: number) => value.toLocaleString(language)
  const target = petition.values['target']
  const list = `/workspace/petitions/${petition.id}/signatures`
  return (
    <>
      {petition.visibility === 'public' ? null : <Notice>{w('make_public')}</Notice>}
      <Figures
        figures={[
          { label: w('confirmed'), value: number(counts.confirmed), href: list },
          ...(typeof target === 'number' ? [{ label: w('target'), value: number(target) }] : []),
          { label: w('waiting'), value: number(counts.waiting) },
          ...(counts.invalidated > 0
            ? [
                {
                  label: w('invalidated'),
                  value: number(counts.invalidated),
                  href: `${list}?state=invalidated`,
                },
              ]
            : []),
          ...(counts.withdrawn > 0 ? [{ label: w('withdrawn'), value: number(counts.withdrawn) }] : []),
        ]}
      />
    </>
  )
}
