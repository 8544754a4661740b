import { readFile } from 'node:fs/promises'
import type { ReactNode } from 'react'
import { type Visit, redirect, route } from '#platform/http'
import { type Tx, fieldType } from '#platform/records'
import { EmptyState } from '#web/components'
import { workspacePage } from '#web/workspace'
import { certainPart, findKnown, importDirectory } from '../actions/import-directory.ts'
import { type DirectoryRow, decodePage, longestPage, parseDirectory, tidyPage } from '../directory/index.ts'
import {
  type AnswerError,
  type RowAnswer,
  confirmRows,
  firstAnswer,
  readAnswers,
} from './directory-answers.ts'
import { DirectoryForm, type DirectoryGiven, directoryPath } from './directory-form.tsx'
import { DirectoryReview } from './directory-review.tsx'
import { type Words, words } from './messages.ts'

// Each person has up to a dozen controls, and a form as many as the platform reads.
const mostRows = 1_500

type FormError = { readonly fieldId: string; readonly message: string }

const nothing: DirectoryGiven = { text: '', title: '', url: '' }

/** A directory's page: pasted, read, confirmed row by row, then made into records. Between, nothing is kept. */
export const directoryRoutes = [
  route({
    method: 'get',
    path: directoryPath,
    may: 'write',
    handle: async (visit) => formPage(visit, nothing, [], 200),
  }),
  route({
    method: 'post',
    path: directoryPath,
    may: 'write',
    // A file with a page saved by a browser is mostly markup and scripts.
    bodyLimit: 24 * 1024 * 1024,
    handle: async (visit) => {
      const w = words(visit.language)
      const { given, errors: unread } = await readGiven(visit, w)
      const errors = [...unread, ...urlErrors(given.url, visit)]
      if (errors.length > 0) return formPage(visit, given, errors, 422)
      const { rows } = parseDirectory(given.text)
      if (rows.length > mostRows)
        return formPage(
          visit,
          given,
          [{ fieldId: 'text', message: w('error_many', { count: rows.length, most: mostRows }) }],
          422,
        )
      if (rows.length === 0)
        return formPage(
          visit,
          given,
          [],
          422,
          <EmptyState title={w('none_title')}>{w('none_text')}</EmptyState>,
        )
      if (visit.form.get('step') !== 'confirm')
        return visit.within((tx) => reviewPage(visit, tx, given, rows, rows.map(firstAnswer), []))
      return confirm(visit, given, rows)
    },
  }),
]

async function confirm(
  visit: Visit,
  given: DirectoryGiven,
  rows: readonly DirectoryRow[],
): Promise<Response> {
  const w = words(visit.language)
  const answers = readAnswers(visit.form, rows)
  const confirmed = confirmRows(rows, answers, visit.language, w)
  const errors: readonly AnswerError[] =
    confirmed.errors.length === 0 && confirmed.rows.length === 0
      ? [{ control: '', message: w('error_all_left') }]
      : confirmed.errors
  return visit.within(async (tx) => {
    if (errors.length > 0) return reviewPage(visit, tx, given, rows, answers, errors)
    const { importId } = await importDirectory(tx, confirmed.rows, {
      title:
        given.title ||
        w('untitled', { date: new Date().toLocaleDateString(visit.language, { dateStyle: 'long' }) }),
      ...(given.url && { url: given.url }),
      text: given.text,
      confidential: rows.some((row) => row.personStatus !== undefined),
    })
    return redirect(`/workspace/imports/${importId}`)
  })
}

/** The text, pasted or in a file, and where it comes from; with what is wrong with it. */
async function readGiven(
  visit: Visit,
  w: Words,
): Promise<{ readonly given: DirectoryGiven; readonly errors: readonly FormError[] }> {
  const { form } = visit
  const pasted = tidyPage(form.get('text'))
  const file = form.files.find(({ field }) => field === 'file')
  const where = { title: form.get('title').trim().slice(0, 300), url: form.get('url').trim() }
  const refuse = (fieldId: string, message: string) => ({
    given: { text: '', ...where },
    errors: [{ fieldId, message }],
  })
  if (pasted === '' && !file) return refuse('text', w('error_empty'))
  const read = pasted === '' && file ? decodePage(await readFile(file.path)) : { text: pasted }
  if ('refused' in read)
    return refuse(
      'file',
      w(read.refused === 'empty' ? 'error_file_empty' : 'error_binary', { file: file?.name ?? '' }),
    )
  if (read.text.length > longestPage)
    return refuse(
      pasted === '' ? 'file' : 'text',
      w('error_long', { length: read.text.length, most: longestPage }),
    )
  return {
    given: { text: read.text, ...where, title: where.title || (pasted === '' ? (file?.name ?? '') : '') },
    errors: [],
  }
}

function urlErrors(url: string, visit: Visit): readonly FormError[] {
  const field = visit.house.shipped.types.get('source')?.fields.find(({ name }) => name === 'url')
  const read = url && field ? fieldType('url').parse(url, field, visit.house.shipped) : null
  return read && 'problem' in read ? [{ fieldId: 'url', message: read.problem[visit.language] }] : []
}

function formPage(
  visit: Visit,
  given: DirectoryGiven,
  errors: readonly FormError[],
  status: number,
  notices?: ReactNode,
): Response {
  const w = words(visit.language)
  return workspacePage(visit, {
    title: w('paste_title'),
    lede: w('paste_lede'),
    status,
    notices,
    children: <DirectoryForm {...{ visit, given, errors, w }} />,
  })
}

async function reviewPage(
  visit: Visit,
  tx: Tx,
  given: DirectoryGiven,
  rows: readonly DirectoryRow[],
  answers: readonly RowAnswer[],
  errors: readonly AnswerError[],
): Promise<Response> {
  const w = words(visit.language)
  const certain = rows.map(certainPart)
  const known = await findKnown(tx, certain)
  const review = rows.filter(({ status }) => status === 'review').length
  return workspacePage(visit, {
    title: w('review_title'),
    lede: w('summary', { count: rows.length, sure: rows.length - review, review }),
    status: errors.length > 0 ? 422 : 200,
    breadcrumbs: [{ href: directoryPath, label: w('paste_title') }],
    children: (
      <DirectoryReview
        {...{ visit, given, errors, w }}
        rows={rows.flatMap((row, at) => {
          const [answer, sure] = [answers[at], certain[at]]
          return answer && sure ? [{ at, row, answer, known: known.get(sure) }] : []
        })}
      />
    ),
  })
}
