import { type FormBody, type Visit, html, readForm, redirect, route } from '#platform/http'
import { Problem } from '#platform/problem'
import { Notice, Prose } from '#web/components'
import { type Place, type PublishedThing, kindsOf, placeOf, publicPage, readPublished } from '#web/site'
import { formToken } from '../form-token.ts'
import { petitionWords } from '../messages.ts'
import { namesPerPage, readShownNames, readStage } from '../queries/read-live.ts'
import { type SignerFault, type SignerGiven, readSigner } from '../signer.ts'
import { type PetitionData, isForAll, textIn } from './petition-data.ts'
import { NameList, Paragraphs } from './petition-matter.tsx'
import { type FormTrouble, SignForm, emptySigner, titleIn } from './sign-form.tsx'
import { takeForm } from './sign-steps.ts'

interface Found {
  readonly place: Place
  readonly thing: PublishedThing<PetitionData>
}

/** A public petition that anyone may sign, by its address; what was withdrawn answers as what never was. */
async function find(visit: Visit, rest: string): Promise<Found> {
  const slug = visit.params['slug'] ?? ''
  const place = await placeOf(visit, `/petitions/${slug}${rest}`)
  const thing = await readPublished<PetitionData>(visit.house.publicDb, place.site.orgId, 'petition', slug)
  if (!thing || !isForAll(thing.data)) throw new Problem('not_found')
  return { place, thing }
}

/** The same with the menu of the site, for a page. */
const withMenu = async (visit: Visit, place: Place): Promise<Place> => ({
  ...place,
  kinds: await kindsOf(visit.house, place.site),
})

const addressOf = ({ place, thing }: Found, rest = ''): string =>
  `/site/${place.site.slug}/${place.language}/petitions/${thing.slug}${rest}`

interface Shown {
  readonly status?: number
  readonly given?: SignerGiven
  readonly faults?: readonly SignerFault[]
  readonly trouble?: FormTrouble | null
  readonly way?: 'site' | 'embed'
}

async function formPage(visit: Visit, found: Found, shown: Shown = {}): Promise<Response> {
  const { thing } = found
  const stage = await readStage(visit.house.publicDb, thing.id)
  if (stage === null) throw new Problem('not_found')
  const place = await withMenu(visit, found.place)
  const { language } = place
  const w = petitionWords(language)
  const { data } = thing
  const text = textIn(data.text, language)
  return html(
    publicPage(place, {
      title: w('sign_title', { heading: titleIn(data, language) }),
      heading: titleIn(data, language),
      current: 'petitions',
      noIndex: true,
      ...(data.fictitious && { stamp: w('fictitious') }),
      children:
        stage === 'open' && text ? (
          <>
            <details>
              <summary>{w('read_text')}</summary>
              <Prose lang={text.language}>
                <Paragraphs {...text} />
              </Prose>
            </details>
            <SignForm
              action={addressOf(found, '/sign')}
              token={formToken(visit.house.secrets, thing.id)}
              {...{ data, language }}
              letter={false}
              given={shown.given ?? emptySigner(false)}
              faults={shown.faults ?? []}
              trouble={shown.trouble ?? null}
              way={shown.way ?? 'site'}
            />
          </>
        ) : (
          <Notice>
            <p>
              {w(stage === 'before' ? 'not_yet' : 'closed_now')}{' '}
              <a href={addressOf(found)}>{w('back_to_petition')}</a>
            </p>
          </Notice>
        ),
    }),
    shown.status ?? 200,
  )
}

const signPageRoute = route({
  method: 'get',
  path: '/site/:org/:language/petitions/:slug/sign',
  may: 'guest',
  handle: async (visit) => formPage(visit, await find(visit, '/sign')),
})

const signRoute = route({
  method: 'post',
  path: '/site/:org/:language/petitions/:slug/sign',
  may: 'guest',
  bodyLimit: 20_000,
  handle: async (visit) => {
    const found = await find(visit, '/sign')
    const { thing, place } = found
    const signed = await takeForm(visit, visit.form, {
      orgId: place.site.orgId,
      publicationId: thing.id,
      data: thing.data,
      letter: null,
    })
    if (signed.how === 'gone') throw new Problem('not_found')
    if (signed.how === 'closed') return formPage(visit, found)
    if (signed.how === 'again')
      return formPage(visit, found, { ...signed, way: visit.form.get('way') === 'embed' ? 'embed' : 'site' })
    return redirect(addressOf(found, '/sent'))
  },
})

/**
 * Where a form on somebody else's site sends what was typed there: it changes nothing, and answers with our own form
 * filled in, to be looked at and sent. Nobody can be made to sign by a page that they only visited.
 */
const beginRoute = route({
  method: 'post',
  path: '/site/:org/:language/petitions/:slug/begin',
  may: 'guest',
  // Read here, and not before: it comes from another site's page.
  api: true,
  handle: async (visit) => {
    const found = await find(visit, '/sign')
    const form: FormBody = await readForm(visit.request, visit.house.scratch, 20_000)
    return formPage(visit, found, { given: readSigner(form, false), way: 'embed' })
  },
})

/** The same words for everyone who sent the form. */
const sentRoute = route({
  method: 'get',
  path: '/site/:org/:language/petitions/:slug/sent',
  may: 'guest',
  handle: async (visit) => {
    const found = await find(visit, '/sent')
    const { thing } = found
    const place = await withMenu(visit, found.place)
    const w = petitionWords(place.language)
    return html(
      publicPage(place, {
        title: w('sent_title'),
        current: 'petitions',
        noIndex: true,
        ...(thing.data.fictitious && { stamp: w('fictitious') }),
        children: (
          <>
            <Notice kind="success">
              <p>{w('sent')}</p>
            </Notice>
            <p>{w('sent_more')}</p>
            <p>
              <a href={addressOf(found)}>{w('back_to_petition')}</a>
            </p>
          </>
        ),
      }),
    )
  },
})

/** All names that were given for the public, in alphabetical order. */
const namesRoute = route({
  method: 'get',
  path: '/site/:org/:language/petitions/:slug/names',
  may: 'guest',
  handle: async (visit) => {
    const slug = visit.params['slug'] ?? ''
    const at = await placeOf(visit, `/petitions/${slug}/names`)
    const { publicDb } = visit.house
    const thing = await readPublished<PetitionData>(publicDb, at.site.orgId, 'petition', slug)
    if (!thing) throw new Problem('not_found')
    const place = await withMenu(visit, at)
    const w = petitionWords(place.language)
    const signer = visit.url.searchParams.get('of') === 'person' ? 'person' : 'organisation'
    const [id = '', ...rest] = (visit.url.searchParams.get('after') ?? '').split('~')
    const after = /^[0-9a-f-]{36}$/.test(id) ? { id, shown: rest.join('~') } : null
    const names = await readShownNames(publicDb, thing.id, signer, after, namesPerPage)
    const last = names.length === namesPerPage ? names.at(-1) : undefined
    const here = `/site/${place.site.slug}/${place.language}/petitions/${slug}`
    return html(
      publicPage(place, {
        title: `${w('names')}: ${titleIn(thing.data, place.language)}`,
        current: 'petitions',
        noIndex: true,
        ...(thing.data.fictitious && { stamp: w('fictitious') }),
        children: (
          <>
            <NameList
              names={names.map(({ shown }) => shown)}
              label={w(signer === 'person' ? 'people' : 'organisations')}
            />
            <p>
              {last ? (
                <a
                  href={`${here}/names?of=${signer}&after=${encodeURIComponent(`${last.id}~${last.shown}`)}`}
                >
                  {w('more')}
                </a>
              ) : signer === 'organisation' ? (
                <a href={`${here}/names?of=person`}>{w('people')}</a>
              ) : null}
            </p>
            <p>
              <a href={here}>{w('back_to_petition')}</a>
            </p>
          </>
        ),
      }),
    )
  },
})

export const signRoutes = [signPageRoute, signRoute, beginRoute, sentRoute, namesRoute]
