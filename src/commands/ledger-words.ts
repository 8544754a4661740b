import type { Language } from '#platform/i18n'
import type { Finding, Verdict } from '#platform/ledger'

type Said = Readonly<Record<Language, string>>

/** How the chain of an organisation was found, in a line. */
export function verdictWords(
  { org, entries, checkpoints, findings, head }: Verdict,
  language: Language,
): string {
  const said: Said =
    findings.length === 0
      ? {
          en: `holds: ${entries} entries, ${checkpoints} checkpoints`,
          es: `íntegro: ${entries} entradas, ${checkpoints} puntos de control`,
          ca: `íntegre: ${entries} entrades, ${checkpoints} punts de control`,
        }
      : {
          en: `DOES NOT HOLD: ${entries} entries, ${checkpoints} checkpoints`,
          es: `ALTERADO: ${entries} entradas, ${checkpoints} puntos de control`,
          ca: `ALTERAT: ${entries} entrades, ${checkpoints} punts de control`,
        }
  return `${org}: ${said[language]}${entries > 0 ? ` (${head.place}: ${head.hash})` : ''}`
}

/** What is wrong, in a line. */
export const findingWords = (finding: Finding, language: Language): string => say(finding)[language]

function say(one: Finding): Said {
  switch (one.kind) {
    case 'changed':
      return {
        en: `changed: entry ${one.place} (${one.act}, ${one.time})`,
        es: `modificada: entrada ${one.place} (${one.act}, ${one.time})`,
        ca: `modificada: entrada ${one.place} (${one.act}, ${one.time})`,
      }
    case 'reordered':
      return {
        en: `moved: entry ${one.place} (${one.act}, ${one.time}) belongs at place ${one.belongs}`,
        es: `movida: la entrada ${one.place} (${one.act}, ${one.time}) corresponde al lugar ${one.belongs}`,
        ca: `moguda: l'entrada ${one.place} (${one.act}, ${one.time}) correspon al lloc ${one.belongs}`,
      }
    case 'unchained':
      return {
        en: `outside of the chain: entry number ${one.seq} (${one.act}, ${one.time})`,
        es: `fuera de la cadena: entrada número ${one.seq} (${one.act}, ${one.time})`,
        ca: `fora de la cadena: entrada número ${one.seq} (${one.act}, ${one.time})`,
      }
    case 'missing':
      return missing(one)
    case 'head':
      return {
        en: `the end of the chain is written down as ${one.place}, the entries end at ${one.entries}`,
        es: `el final de la cadena figura como ${one.place}; las entradas terminan en ${one.entries}`,
        ca: `el final de la cadena consta com a ${one.place}; les entrades acaben a ${one.entries}`,
      }
    case 'checkpoint_differs':
      return {
        en: `written anew: up to entry ${one.place} the chain is not the one that was signed on ${one.time}`,
        es: `reescrita: hasta la entrada ${one.place} la cadena no es la que se firmó el ${one.time}`,
        ca: `reescrita: fins a l'entrada ${one.place} la cadena no és la que es va signar el ${one.time}`,
      }
    case 'kept_differs':
      return {
        en: `written anew: up to entry ${one.place} the chain is not the one of the checkpoint kept elsewhere, of ${one.time}`,
        es: `reescrita: hasta la entrada ${one.place} la cadena no es la del punto de control guardado aparte, del ${one.time}`,
        ca: `reescrita: fins a l'entrada ${one.place} la cadena no és la del punt de control desat a part, del ${one.time}`,
      }
    case 'checkpoint_changed':
      return {
        en: `the checkpoint at entry ${one.place} (${one.time}) is not what was signed`,
        es: `el punto de control de la entrada ${one.place} (${one.time}) no es lo que se firmó`,
        ca: `el punt de control de l'entrada ${one.place} (${one.time}) no és el que es va signar`,
      }
    case 'kept_changed':
      return {
        en: `the kept checkpoint at entry ${one.place} (${one.time}) is not what was signed: it was changed since`,
        es: `el punto de control guardado de la entrada ${one.place} (${one.time}) no es lo que se firmó: fue modificado`,
        ca: `el punt de control desat de l'entrada ${one.place} (${one.time}) no és el que es va signar: s'ha modificat`,
      }
    case 'checkpoint_key':
      return {
        en: `the checkpoint at entry ${one.place} (${one.time}) was signed with another key than keys/ledger.key`,
        es: `el punto de control de la entrada ${one.place} (${one.time}) se firmó con otra clave que keys/ledger.key`,
        ca: `el punt de control de l'entrada ${one.place} (${one.time}) es va signar amb una altra clau que keys/ledger.key`,
      }
  }
}

function missing({ from, to, after, before }: Extract<Finding, { kind: 'missing' }>): Said {
  const which = from === to ? String(from) : `${from}–${to}`
  const near = [after, before]
    .flatMap((one) => (one ? [`${one.place} (${one.act}, ${one.time})`] : []))
    .join(' … ')
  const beside = near === '' ? '' : ` [${near}]`
  return {
    en: `missing: entry ${which}${beside}`,
    es: `falta: entrada ${which}${beside}`,
    ca: `falta: entrada ${which}${beside}`,
  }
}
