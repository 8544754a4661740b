import { text } from 'node:stream/consumers'
import { mechanismFor } from '#catalogue/checks'
import type { Mechanism } from '#catalogue/mechanisms'
import type { PaperDocument } from '#platform/documents'
import { type Visit, download, route } from '#platform/http'
import { Problem } from '#platform/problem'
import { type Tx, readRecord } from '#platform/records'
import { LinkButton, Section } from '#web/components'
import { workspacePage } from '#web/workspace'
import { type SendingWords, sendingWords } from '../messages.ts'
import { copyThatGoes, ruleOf } from '../rules.ts'
import { type SheetBox, boxesOf, limitOf, sheetText, textLimits } from '../sheet.ts'
import { type Snapshot, readSnapshots, takeCopy } from '../snapshot.ts'
import { mayLeave } from './released.ts'

const path = '/workspace/submission/:id/sheet/:snapshot'

interface Sheet {
  readonly title: string
  readonly fictitious: boolean
  readonly snapshot: Snapshot
  readonly mechanism: Mechanism
  readonly boxes: readonly SheetBox[]
}

/** The frozen copy that goes, part by part. It is a taking of the copy like any other, and on the ledger. */
async function readSheet(visit: Visit, tx: Tx): Promise<Sheet> {
  const { params, house } = visit
  const record = await readRecord(tx, params['id'] ?? '')
  const snapshot = (await readSnapshots(tx, record.id)).find(({ id }) => id === params['snapshot'])
  const mechanism = snapshot && (await mechanismFor(tx, snapshot.mechanism))
  const rule = snapshot && ruleOf(snapshot.mechanism)
  if (!snapshot || !mechanism || !rule) throw new Problem('not_found')
  const file = await takeCopy(tx, house.files, snapshot, {
    audience: copyThatGoes(rule),
    format: 'json',
    released: await mayLeave(tx, snapshot),
  })
  const document = JSON.parse(await text(file.stream)) as PaperDocument
  return { title: record.title, fictitious: record.fictitious, snapshot, mechanism, boxes: boxesOf(document) }
}

const counter =
  (w: SendingWords, mechanism: Mechanism, language: string) =>
  (box: SheetBox): string => {
    const limit = limitOf(box, mechanism, language)
    const count = limit?.unit === 'characters' ? box.characters : box.words
    return [
      w('counted', { characters: box.characters, words: box.words }),
      ...(limit
        ? [
            w('limit', {
              what: limit.what,
              max: limit.max,
              unit: w(limit.unit === 'words' ? 'unit_words' : 'unit_characters'),
            }),
            ...(count > limit.max ? [w('too_long', { over: count - limit.max })] : []),
          ]
        : []),
    ].join(' · ')
  }

/** A page and a text to copy into a web form, box by box, with what each holds and what it may hold. */
export const sheetRoutes = [
  route({
    method: 'get',
    path,
    may: 'read',
    handle: (visit) =>
      visit.within(async (tx) => {
        const { language } = visit
        const w = sendingWords(language)
        const { title, fictitious, snapshot, mechanism, boxes } = await readSheet(visit, tx)
        const count = counter(w, mechanism, snapshot.language)
        const limits = textLimits(mechanism)
        return workspacePage(visit, {
          title: w('sheet_title'),
          lede: w('sheet_lede'),
          fictitious,
          breadcrumbs: [{ href: `/workspace/submission/${snapshot.submissionId}/sending`, label: title }],
          actions: (
            <LinkButton
              href={`/workspace/submission/${snapshot.submissionId}/sheet/${snapshot.id}/text`}
              download
            >
              {w('sheet_txt')}
            </LinkButton>
          ),
          children: (
            <>
              <Section title={w('limits')} id="limits">
                {limits.length === 0 ? (
                  <p>{w('limits_none')}</p>
                ) : (
                  <ul className="list">
                    {limits.map(({ what, max, unit }) => (
                      <li key={what} lang="en">
                        {w('limit', {
                          what,
                          max,
                          unit: w(unit === 'words' ? 'unit_words' : 'unit_characters'),
                        })}
                      </li>
                    ))}
                  </ul>
                )}
              </Section>
              {boxes.map((box, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the boxes of a frozen copy do not move
                <Section key={i} title={box.group === box.title ? box.title : `${box.group}: ${box.title}`}>
                  <p className="quiet">{count(box)}</p>
                  <p className="written" lang={snapshot.language} dir="auto">
                    {box.text}
                  </p>
                </Section>
              ))}
            </>
          ),
        })
      }),
  }),
  route({
    method: 'get',
    path: `${path}/text`,
    may: 'read',
    handle: async (visit) => {
      const sheet = await visit.within((tx) => readSheet(visit, tx))
      const w = sendingWords(visit.language)
      return download(
        sheetText(sheet.boxes, counter(w, sheet.mechanism, sheet.snapshot.language)),
        `${sheet.title.split(' ')[0] ?? 'submission'}.txt`,
        'text/plain; charset=utf-8',
      )
    },
  }),
]
