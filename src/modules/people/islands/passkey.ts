/**
 * Passkeys in the browser: fetches a challenge, has the browser answer it, and sends the answer by the form that asked,
 * so that what follows is an ordinary page. Its own script: only the pages that offer passkeys load it.
 */
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))

const toBase64 = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

interface Listed {
  readonly id: string
  readonly transports?: AuthenticatorTransport[]
}

interface Creation {
  readonly challenge: string
  readonly rp: PublicKeyCredentialRpEntity
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string }
  readonly pubKeyCredParams: PublicKeyCredentialParameters[]
  readonly timeout?: number
  readonly excludeCredentials?: readonly Listed[]
  readonly authenticatorSelection?: AuthenticatorSelectionCriteria
}

interface Request {
  readonly challenge: string
  readonly rpId: string
  readonly timeout?: number
}

async function ask<Options>(path: string): Promise<Options> {
  const response = await fetch(path, { headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(String(response.status))
  return (await response.json()) as Options
}

async function create(): Promise<string> {
  const options = await ask<Creation>('/workspace/me/passkeys/new')
  const made = (await navigator.credentials.create({
    publicKey: {
      rp: options.rp,
      pubKeyCredParams: options.pubKeyCredParams,
      attestation: 'none',
      challenge: fromBase64(options.challenge),
      user: { ...options.user, id: fromBase64(options.user.id) },
      excludeCredentials: (options.excludeCredentials ?? []).map(({ id, transports }) => ({
        type: 'public-key' as const,
        id: fromBase64(id),
        ...(transports && { transports }),
      })),
      ...(options.timeout && { timeout: options.timeout }),
      ...(options.authenticatorSelection && { authenticatorSelection: options.authenticatorSelection }),
    },
  })) as PublicKeyCredential | null
  if (!made) throw new Error('none')
  const answer = made.response as AuthenticatorAttestationResponse
  return JSON.stringify({
    id: made.id,
    rawId: made.id,
    type: made.type,
    clientExtensionResults: {},
    response: {
      attestationObject: toBase64(answer.attestationObject),
      clientDataJSON: toBase64(answer.clientDataJSON),
      transports: answer.getTransports(),
    },
  })
}

async function prove(): Promise<string> {
  const options = await ask<Request>('/sign-in-passkey')
  const found = (await navigator.credentials.get({
    publicKey: {
      challenge: fromBase64(options.challenge),
      rpId: options.rpId,
      userVerification: 'required',
      ...(options.timeout && { timeout: options.timeout }),
    },
  })) as PublicKeyCredential | null
  if (!found) throw new Error('none')
  const answer = found.response as AuthenticatorAssertionResponse
  return JSON.stringify({
    id: found.id,
    rawId: found.id,
    type: found.type,
    clientExtensionResults: {},
    response: {
      authenticatorData: toBase64(answer.authenticatorData),
      clientDataJSON: toBase64(answer.clientDataJSON),
      signature: toBase64(answer.signature),
      ...(answer.userHandle && { userHandle: toBase64(answer.userHandle) }),
    },
  })
}

async function answer(form: HTMLFormElement): Promise<void> {
  const failed = form.querySelector<HTMLElement>('[data-failed]')
  if (failed) failed.hidden = true
  try {
    const field = form.querySelector<HTMLInputElement>('input[name=answer]')
    if (!field) return
    field.value = await (form.dataset['passkey'] === 'add' ? create() : prove())
    // Not `requestSubmit`: that would come back here.
    form.submit()
  } catch {
    if (failed) {
      failed.textContent = failed.dataset['failed'] ?? ''
      failed.hidden = false
    }
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  if (!('PublicKeyCredential' in window)) break
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void answer(form)
  })
}

export {}
