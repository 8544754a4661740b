import { sourceAddress } from '../../sources/addresses.ts'
import type { TreatyWords } from '../messages.ts'
import { ownDataset, type SourcedAct } from '../queries/read-acts.ts'

/** Where an act is read: the file and its row, or who typed it in and from where. */
export function ActOrigin({ act, w }: { readonly act: SourcedAct; readonly w: TreatyWords }) {
  const link = /^https?:\/\/\S+$/.exec(act.file)?.[0]
  if (act.dataset === ownDataset)
    return (
      <>
        {link ? (
          <a href={link} rel="noreferrer">
            {link}
          </a>
        ) : (
          <bdi>{act.file}</bdi>
        )}{' '}
        ({w('by_hand', { by: act.by })})
      </>
    )
  return (
    <>
      <a href={sourceAddress(act.fileId)}>{act.file}</a>
      {act.version === '' ? '' : ` ${act.version}`}, {w('row', { row: act.row })}
    </>
  )
}
