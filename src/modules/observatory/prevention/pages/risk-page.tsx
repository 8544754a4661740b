import { route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { FactList, Notice, Section, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { caveats } from '../../files/caveats.ts'
import { preventionAddress, riskAddress, warningAddress } from '../addresses.ts'
import { preventionWords } from '../messages.ts'
import { type Warned, readCountryYear, readRisks, readWarningRuns } from '../warning/read-warning.ts'
import { FileLink, nameOf, numberText, percentText } from './warning-parts.tsx'

/** On what one risk rests: the row of the file, each predictor with its coefficient, and their sum. */
const page = route({
  method: 'get',
  path: riskAddress(':run', ':polity'),
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language } = visit
      const w = preventionWords(language)
      const code = visit.params['polity'] ?? ''
      const [run] = await readWarningRuns(tx, visit.params['run'] ?? '')
      if (!run?.report) throw new Problem('not_found')
      const risks = await readRisks(tx, run)
      const risk: Warned | undefined = risks.find((each) => each.polity === code)
      const row =
        risk && run.file
          ? await readCountryYear(tx, { file: run.file.id, polity: code, year: run.report.year })
          : null
      if (!risk) throw new Problem('not_found')
      const { report } = run
      const number = numberText(language)
      const terms = report.coefficients.map(({ name, value }) => ({
        name,
        coefficient: value,
        said: row?.predictors[name] ?? null,
      }))
      const sum = terms.reduce(
        (all, { coefficient, said }) => all + coefficient * (said ?? 0),
        report.intercept,
      )
      return workspacePage(visit, {
        title: w('risk_of', { state: nameOf(code, language), year: report.year }),
        breadcrumbs: [
          { href: preventionAddress, label: w('title') },
          { href: `${warningAddress}?run=${run.id}`, label: w('warning') },
        ],
        notices: <Notice kind="warning">{label(caveats.earlyWarning, language)}</Notice>,
        children: (
          <>
            <FactList
              facts={[
                { label: w('risk'), value: percentText(risk.risk, language) },
                {
                  label: w('rank'),
                  value: w('rank_of', { rank: risk.rank, count: risks.length + report.unplaced.length }),
                },
                {
                  label: w('file'),
                  value: run.file ? <FileLink file={run.file} {...{ w }} /> : w('file_gone'),
                },
                ...(row
                  ? [{ label: w('row'), value: w('row_words', { row: row.row, country: row.country }) }]
                  : []),
              ]}
            />
            {row ? (
              <Section title={w('why_risk')}>
                <Table
                  caption={w('why_risk')}
                  captionHidden
                  columns={[
                    { key: 'name', label: w('predictor'), heading: true },
                    { key: 'said', label: w('value'), numeric: true },
                    { key: 'coefficient', label: w('coefficient'), numeric: true },
                    { key: 'product', label: w('product'), numeric: true },
                  ]}
                  rows={[
                    { key: '', cells: { name: w('intercept'), product: number(report.intercept) } },
                    ...terms
                      .filter(({ coefficient }) => coefficient !== 0)
                      .toSorted(
                        (a, b) =>
                          Math.abs(b.coefficient * (b.said ?? 0)) - Math.abs(a.coefficient * (a.said ?? 0)),
                      )
                      .map(({ name, coefficient, said }) => ({
                        key: name,
                        cells: {
                          name: <code>{name}</code>,
                          said: said === null ? '' : String(said),
                          coefficient: number(coefficient),
                          product: number(coefficient * (said ?? 0)),
                        },
                      })),
                  ]}
                  foot={{ name: w('sum'), product: number(sum) }}
                />
                <p className="quiet">
                  {w('formula', { sum: number(sum), risk: percentText(1 / (1 + Math.exp(-sum)), language) })}
                </p>
              </Section>
            ) : null}
          </>
        ),
      })
    }),
})

export const riskRoutes = [page]
