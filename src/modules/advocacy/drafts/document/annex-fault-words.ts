import { type Labels, labels } from '#platform/i18n'
import type { AnnexFault } from '../annexes/annexes.ts'

const words: Readonly<Record<AnnexFault, Labels>> = {
  sealed: labels(
    'it is sealed, and what is sealed goes along with nothing.',
    'está sellado, y lo sellado no acompaña ningún documento.',
    'està segellat, i el que és segellat no acompanya cap document.',
  ),
  gone: labels(
    'the file is not there, or not for you.',
    'el archivo no está, o no está a su alcance.',
    'el fitxer no hi és, o no el podeu veure.',
  ),
  class: labels(
    'a file of its class does not go into this copy.',
    'un archivo de su clase no va en esta copia.',
    'un fitxer de la seva classe no va en aquesta còpia.',
  ),
  unlooked: labels(
    'what it tells of itself (author, place, earlier versions) cannot be taken out: somebody has to look at it and confirm.',
    'lo que cuenta de sí mismo (autoría, lugar, versiones anteriores) no se puede quitar: alguien debe revisarlo y confirmarlo.',
    "el que explica de si mateix (autoria, lloc, versions anteriors) no es pot treure: algú l'ha de revisar i confirmar.",
  ),
}

/** Why an annex does not go, in words. */
export const annexFaultWords = (fault: AnnexFault, position: number): Labels =>
  labels(
    `Annex ${position}: ${words[fault].en}`,
    `Anexo ${position}: ${words[fault].es}`,
    `Annex ${position}: ${words[fault].ca}`,
  )
