import { readFile } from 'node:fs/promises'
import { can } from '#platform/access'
import { type Visit, download, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { readApproval } from '#platform/approvals'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import {
  Button,
  FactList,
  FileInput,
  Form,
  FormActions,
  FormErrors,
  Notice,
  Section,
  Select,
  Table,
  TextInput,
} from '#web/components'
import { workspacePage } from '#web/workspace'
import { assignable } from '../../cases/pages/case-forms.tsx'
import { dayInWords } from '../../day.ts'
import { makeOwnKeys, openingKeys, readOwnKeys } from '../actions/bundle-keys.ts'
import { knowPartner } from '../actions/know-partner.ts'
import { makeApproved } from '../actions/make-bundle.ts'
import { receiveBundle, senderOf } from '../actions/receive-bundle.ts'
import { type OpenedBundle, fingerprintOf, mostBytes, openBundle } from '../bundle/index.ts'
import { type Words, words } from '../messages.ts'
import { receivedBundles, sentBundles } from '../queries/bundles.ts'
import { listPartners } from '../queries/partners.ts'
import { type FormProps, Partners } from './partners-section.tsx'

interface Refused {
  readonly problem?: Problem
  readonly typed?: Readonly<Record<string, string>>
  /** A bundle that holds, of a sender whom nobody knows. */
  readonly unknown?: OpenedBundle
}

async function bundlesPage(
  visit: Visit,
  tx: Tx,
  { problem, typed = {}, unknown }: Refused = {},
): Promise<Response> {
  const { language } = visit
  const w = words(language)
  const [keys, partners, sent, received] = [
    await readOwnKeys(tx),
    await listPartners(tx),
    await sentBundles(tx),
    await receivedBundles(tx),
  ]
  const errors = (problem?.fields ?? []).map(({ field, message }) => ({
    field,
    message: label(message, language),
  }))
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const csrf = visit.session?.formToken ?? ''
  const props = { visit, tx, w, csrf, errorOf, typed }
  return workspacePage(visit, {
    title: w('bundles'),
    lede: w('bundles_lede'),
    ...(problem && { status: problem.status }),
    notices: (
      <>
        <FormErrors
          title={w('errors')}
          errors={errors.map(({ field, message }) => ({ fieldId: `bundle-${field}`, message }))}
        />
        {unknown ? (
          <Notice kind="warning" title={w('unknown_sender')}>
            <p>{w('unknown_lede', { sender: unknown.manifest.sender.name })}</p>
            <p>
              <code>{unknown.fingerprint}</code>
            </p>
          </Notice>
        ) : null}
      </>
    ),
    children: (
      <>
        {can(tx.actor, 'write') && keys ? <ReceiveForm {...props} asks={unknown !== undefined} /> : null}
        <Section title={w('received')} id="received">
          {received.length === 0 ? (
            <p className="quiet">{w('none_received')}</p>
          ) : (
            <Table
              caption={w('received')}
              captionHidden
              columns={[
                { key: 'case', label: w('case'), heading: true },
                { key: 'from', label: w('from') },
                { key: 'purpose', label: w('purpose') },
                { key: 'until', label: w('until'), nowrap: true },
              ]}
              rows={received.map((one) => ({
                key: one.number,
                cells: {
                  case: <a href={`/workspace/case/${one.caseId}`}>{one.caseTitle}</a>,
                  from: <bdi>{one.sender}</bdi>,
                  purpose: <bdi>{one.purpose}</bdi>,
                  until: dayInWords(one.until, language),
                },
              }))}
            />
          )}
        </Section>
        <Section title={w('sent')} id="sent">
          {sent.length === 0 ? (
            <p className="quiet">{w('none_sent')}</p>
          ) : (
            <SentTable {...{ visit, w, sent }} />
          )}
        </Section>
        <Partners {...props} partners={partners} />
        <Section title={w('own_keys')} id="keys">
          {keys ? (
            <>
              <p>{w('own_keys_lede')}</p>
              <FactList
                facts={[
                  { label: w('recipient'), value: <code>{keys.recipient}</code> },
                  { label: w('signing_key'), value: <code>{keys.signingKey}</code> },
                  { label: w('fingerprint'), value: <code>{fingerprintOf(keys.signingKey)}</code> },
                ]}
              />
            </>
          ) : (
            <>
              <p>{w('no_keys')}</p>
              {can(tx.actor, 'administer') ? (
                <Form action="/workspace/bundles/keys" csrf={csrf}>
                  <FormActions>
                    <Button kind="primary">{w('make_keys')}</Button>
                  </FormActions>
                </Form>
              ) : null}
            </>
          )}
        </Section>
      </>
    ),
  })
}

/** Bundles that left, with the letter that asks for their deletion. */
export function SentTable({
  visit,
  w,
  sent,
}: {
  readonly visit: Visit
  readonly w: Words
  readonly sent: Awaited<ReturnType<typeof sentBundles>>
}) {
  const { language } = visit
  return (
    <Table
      caption={w('sent')}
      captionHidden
      columns={[
        { key: 'to', label: w('to'), heading: true },
        { key: 'case', label: w('case') },
        { key: 'when', label: w('when'), nowrap: true },
        { key: 'by', label: w('by') },
        { key: 'until', label: w('until'), nowrap: true },
        { key: 'letter', label: w('letter') },
      ]}
      rows={sent.map((one) => ({
        key: one.id,
        cells: {
          to: <bdi>{one.partner}</bdi>,
          case: <a href={`/workspace/case/${one.caseId}`}>{one.caseTitle}</a>,
          when: dayInWords(one.madeAt.toISOString().slice(0, 10), language),
          by: <bdi>{one.by}</bdi>,
          until: dayInWords(one.until, language),
          letter: <a href={`/workspace/bundles/${one.id}/letter`}>PDF</a>,
        },
      }))}
    />
  )
}

function ReceiveForm({ tx, w, csrf, errorOf, typed, asks }: FormProps & { readonly asks: boolean }) {
  const teams = assignable(tx, 'teams')
  return (
    <Section title={w('receive')} id="receive">
      <p>{w('receive_lede')}</p>
      <Form action="/workspace/bundles/receive" csrf={csrf} files>
        <FileInput
          id="bundle-file"
          name="file"
          label={w('file')}
          hint={w('file_hint')}
          error={errorOf('file')}
          accept=".age"
        />
        {asks || errorOf('fingerprint') ? (
          <TextInput
            id="bundle-fingerprint"
            name="fingerprint"
            label={w('fingerprint_given')}
            hint={w('fingerprint_hint')}
            error={errorOf('fingerprint')}
            maxLength={80}
            autoComplete="off"
            spellCheck={false}
          />
        ) : null}
        {teams.length > 0 ? (
          <Select
            id="bundle-team"
            name="team"
            label={w('team')}
            empty={w('no_team')}
            options={teams}
            value={typed['team'] ?? ''}
          />
        ) : null}
        <FormActions>
          <Button kind="primary">{w('check')}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

async function receive(visit: Visit): Promise<Response> {
  const { form, language } = visit
  const team = form.get('team')
  const fingerprint = form.get('fingerprint').trim()
  try {
    const [file] = form.files
    const none = words(language)('no_file')
    if (!file)
      throw new Problem('invalid', { fields: [{ field: 'file', message: { en: none, es: none, ca: none } }] })
    const sealed = await readFile(file.path)
    const identities = await visit.within((tx) => openingKeys(tx, visit.house.secrets))
    const opened = await openBundle(sealed, identities)
    if (fingerprint === '' && (await visit.within((tx) => senderOf(tx, opened))) === null)
      return await visit.within((tx) => bundlesPage(visit, tx, { unknown: opened, typed: { team } }))
    const { caseId } = await visit.within((tx) =>
      receiveBundle(tx, visit.house, opened, { fingerprint, ...(team && { teamId: team }) }),
    )
    return redirect(`/workspace/case/${caseId}`)
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
    return visit.within((tx) => bundlesPage(visit, tx, { problem: error, typed: { team } }))
  }
}

/** Keys, partners, what was handed over and what came in. */
export const bundlesRoutes = [
  route({
    method: 'get',
    path: '/workspace/bundles',
    may: 'read',
    handle: (visit) => visit.within((tx) => bundlesPage(visit, tx)),
  }),
  route({
    method: 'post',
    path: '/workspace/bundles/keys',
    may: 'administer',
    handle: async (visit) => {
      await visit.within(async (tx) => {
        if (!(await readOwnKeys(tx))) await makeOwnKeys(tx, visit.house.secrets)
      })
      return redirect('/workspace/bundles#keys')
    },
  }),
  route({
    method: 'post',
    path: '/workspace/bundles/partner',
    may: 'export',
    handle: async (visit) => {
      const { form } = visit
      const typed = {
        name: form.get('name'),
        recipient: form.get('recipient'),
        signing_key: form.get('signing_key'),
      }
      try {
        await visit.within((tx) => knowPartner(tx, { ...typed, signingKey: typed.signing_key }))
        return redirect('/workspace/bundles#partners')
      } catch (error) {
        if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
        return visit.within((tx) => bundlesPage(visit, tx, { problem: error, typed }))
      }
    },
  }),
  route({
    method: 'post',
    path: '/workspace/bundles/receive',
    may: 'write',
    bodyLimit: mostBytes + 2_000_000,
    handle: receive,
  }),
  route({
    method: 'post',
    path: '/workspace/bundles/make',
    may: 'export',
    handle: async (visit) => {
      const made = await visit.within(async (tx) =>
        makeApproved(tx, visit.house, await readApproval(tx, visit.form.get('approval'))),
      )
      return download(new Uint8Array(made.bytes), made.name, 'application/octet-stream')
    },
  }),
]
