import { Fragment } from 'react'
import { type Language, label } from '#platform/i18n'
import type { Tx } from '#platform/records'
import { ClassBadge, FactList } from '#web/components'
import { classLabel } from '#web/records'
import type { Words } from '../messages.ts'
import { type Portion, calledIn, factsOf } from '../portion.ts'

/** A portion as it would leave: every value of it. */
export function PortionView({
  tx,
  portion,
  language,
  w,
}: {
  readonly tx: Tx
  readonly portion: Portion
  readonly language: Language
  readonly w: Words
}) {
  return (
    <>
      {portion.records.map((record) => (
        <Fragment key={record.local}>
          <h3 dir="auto">{calledIn(tx, record, language)}</h3>
          <FactList
            facts={factsOf(tx, portion, record, language).map((fact) => ({
              label: fact.label,
              value: fact.value,
              ...(fact.class !== 'open' && {
                badge: <ClassBadge valueClass={fact.class} label={label(classLabel[fact.class], language)} />,
              }),
            }))}
          />
        </Fragment>
      ))}
      {portion.files.length > 0 ? (
        <>
          <h3>{w('files')}</h3>
          <ul className="list">
            {portion.files.map((file) => (
              <li key={file.attachmentId}>
                <a href={`/workspace/file/${file.attachmentId}`}>{file.path}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}
