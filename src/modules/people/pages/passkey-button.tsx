import { Button } from '#web/components'

/**
 * Signs in by passkey where scripts run and the browser knows them; hidden otherwise. The island fetches a challenge,
 * asks the browser, and sends the answer by the form, so that what follows is an ordinary page.
 */
export function PasskeyButton(props: {
  readonly purpose: 'sign-in' | 'second'
  readonly label: string
  readonly failed: string
  readonly carried: { readonly back: string; readonly draft: string; readonly pending?: string }
}) {
  const { purpose, label, failed, carried } = props
  return (
    <form method="post" action="/sign-in-passkey" data-passkey={purpose} hidden>
      {Object.entries(carried).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <input type="hidden" name="answer" />
      <p>
        <Button type="submit">{label}</Button>
      </p>
      <p className="error" role="alert" hidden data-failed={failed} />
    </form>
  )
}
