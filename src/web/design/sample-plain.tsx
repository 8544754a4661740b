import { Button, Form, Notice, TextInput } from '#web/components'
import { type Assets, PlainShell } from '#web/shell'

/** Signing in, with a mistake, in Catalan. */
export function SampleSignIn({ assets }: { readonly assets: Assets }) {
  return (
    <PlainShell
      lang="ca"
      title="Inicieu la sessió"
      assets={assets}
      org={{ name: 'Ciutats per la Defensa', href: '#' }}
      labels={{ languages: 'Llengües' }}
      languages={[
        { code: 'ca', label: 'Català', href: '#', current: true },
        { code: 'es', label: 'Castellano', href: '#' },
        { code: 'en', label: 'English', href: '#' },
      ]}
    >
      <Notice kind="warning">
        L’adreça o la contrasenya no coincideixen. Podeu tornar-ho a provar d’aquí a un minut.
      </Notice>
      <Form action="#" csrf="sample">
        <TextInput
          id="email"
          name="email"
          type="email"
          label="Adreça electrònica"
          autoComplete="username webauthn"
          value="ines@example.org"
        />
        <TextInput
          id="password"
          name="password"
          type="password"
          label="Contrasenya"
          autoComplete="current-password"
        />
        <Button kind="primary">Inicia la sessió</Button>
      </Form>
    </PlainShell>
  )
}
