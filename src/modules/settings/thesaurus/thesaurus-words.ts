import type { Labels } from '#platform/i18n'
import { Problem } from '#platform/problem'

const l = (en: string, es: string, ca: string): Labels => ({ en, es, ca })

/** Why a file cannot be read as a thesaurus. */
export const thesaurusWords = {
  unknown: l(
    'This file is not a thesaurus that can be read. Send SKOS (RDF/XML, Turtle, N-Triples or JSON-LD) or a microthesaurus in JSON.',
    'Este archivo no es un tesauro que se pueda leer. Envíe SKOS (RDF/XML, Turtle, N-Triples o JSON-LD) o un microtesauro en JSON.',
    'Aquest fitxer no és un tesaurus que es pugui llegir. Envieu SKOS (RDF/XML, Turtle, N-Triples o JSON-LD) o un microtesaurus en JSON.',
  ),
  doctype: l(
    'This file declares a document type, which can be used to do harm, and is not read. Save it again without one, or as Turtle or JSON-LD.',
    'Este archivo declara un tipo de documento, que puede usarse para hacer daño, y no se lee. Guárdelo de nuevo sin esa declaración, o como Turtle o JSON-LD.',
    'Aquest fitxer declara un tipus de document, que es pot fer servir per fer mal, i no es llegeix. Deseu-lo de nou sense aquesta declaració, o com a Turtle o JSON-LD.',
  ),
  broken: l(
    'This file is damaged or cut off: it could not be read to its end.',
    'Este archivo está dañado o cortado: no se pudo leer hasta el final.',
    'Aquest fitxer està malmès o tallat: no s’ha pogut llegir fins al final.',
  ),
  encoding: l(
    'This file is not UTF-8 text. Save it as UTF-8 and send it again.',
    'Este archivo no es texto UTF-8. Guárdelo como UTF-8 y envíelo de nuevo.',
    'Aquest fitxer no és text UTF-8. Deseu-lo com a UTF-8 i torneu-lo a enviar.',
  ),
  empty: l(
    'There are no concepts in this file.',
    'No hay conceptos en este archivo.',
    'No hi ha conceptes en aquest fitxer.',
  ),
} as const

/** A thesaurus that cannot be read, and why. */
export const refuse = (why: keyof typeof thesaurusWords, cause?: unknown): Problem =>
  new Problem('invalid', { explanation: thesaurusWords[why], cause })
