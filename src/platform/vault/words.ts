import type { Labels } from '#platform/i18n'

/** "Ada, Bruno or Clara": the names, joined for a choice. */
const anyOf = (names: readonly string[], or: string): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${or} ${names.at(-1)}`

/** Nobody who may read it could: said with the remedy. */
export const nobodyWithKey = (names: readonly string[]): Labels => ({
  en: `This is sealed, and nobody who may read it has a key yet. First one of them (${anyOf(names, 'or')}) sets up a key, under My account, Your key. It was not kept.`,
  es: `Esto va sellado, y nadie que pueda leerlo tiene todavía una clave. Primero una de esas personas (${anyOf(names, 'o')}) crea la suya en Mi cuenta, Su clave. No se guardó.`,
  ca: `Això va segellat, i ningú que ho pugui llegir no té encara cap clau. Primer una d'aquestes persones (${anyOf(names, 'o')}) crea la seva a El meu compte, La vostra clau. No s'ha desat.`,
})

export const nobodyMayRead: Labels = {
  en: 'This is sealed, and there is nobody who may read sealed values of this record. First an administrator lets somebody, under People and access. It was not kept.',
  es: 'Esto va sellado, y nadie puede leer los valores sellados de este registro. Primero la administración lo permite a alguien, en Personas y acceso. No se guardó.',
  ca: "Això va segellat, i ningú no pot llegir els valors segellats d'aquest registre. Primer l'administració ho permet a algú, a Persones i accés. No s'ha desat.",
}

export const damaged: Labels = {
  en: 'A sealed value cannot be opened: it is not what was sealed here. Restore it from its history or from a backup, and tell whoever looks after this machine.',
  es: 'Un valor sellado no se puede abrir: no es lo que se selló aquí. Recupérelo del historial o de una copia, y avise a quien cuida esta máquina.',
  ca: "Un valor segellat no es pot obrir: no és el que es va segellar aquí. Recupereu-lo de l'historial o d'una còpia, i aviseu qui cuida aquesta màquina.",
}
