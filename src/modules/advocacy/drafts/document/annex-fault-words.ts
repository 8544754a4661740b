import type { AnnexFault } from '../annexes/annexes.ts'
import { type DraftLabels, draftLabels } from '../gaps/gap-words.ts'

const words: Readonly<Record<AnnexFault, DraftLabels>> = {
  sealed: draftLabels(
    'it is sealed, and what is sealed goes along with nothing.',
    'está sellado, y lo sellado no acompaña ningún documento.',
    "c'est scellé, et ce qui est scellé n'accompagne aucun document.",
    'està segellat, i el que és segellat no acompanya cap document.',
  ),
  gone: draftLabels(
    'the file is not there, or not for you.',
    'el archivo no está, o no está a su alcance.',
    "le fichier n'est pas là, ou vous n'y avez pas accès.",
    'el fitxer no hi és, o no el podeu veure.',
  ),
  class: draftLabels(
    'a file of its class does not go into this copy.',
    'un archivo de su clase no va en esta copia.',
    'un fichier de sa classe ne va pas dans cette copie.',
    'un fitxer de la seva classe no va en aquesta còpia.',
  ),
  unlooked: draftLabels(
    'what it tells of itself (author, place, earlier versions) cannot be taken out: somebody has to look at it and confirm.',
    'lo que cuenta de sí mismo (autoría, lugar, versiones anteriores) no se puede quitar: alguien debe revisarlo y confirmarlo.',
    "ce qu'il dit de lui-même (auteur, lieu, versions antérieures) ne peut être retiré : quelqu'un doit le regarder et confirmer.",
    "el que explica de si mateix (autoria, lloc, versions anteriors) no es pot treure: algú l'ha de revisar i confirmar.",
  ),
}

/** Why an annex does not go, in words. */
export const annexFaultWords = (fault: AnnexFault, position: number): DraftLabels =>
  draftLabels(
    `Annex ${position}: ${words[fault].en}`,
    `Anexo ${position}: ${words[fault].es}`,
    `Annexe ${position} : ${words[fault].fr}`,
    `Annex ${position}: ${words[fault].ca}`,
  )
