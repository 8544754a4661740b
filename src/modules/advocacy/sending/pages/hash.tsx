import { Fragment } from 'react'

/** A hash that may be broken where its line ends; copied, it is whole. */
export function Hash({ of }: { readonly of: string }) {
  return (
    <code>
      {(of.match(/.{1,8}/g) ?? []).map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a hash do not move
        <Fragment key={i}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </code>
  )
}
