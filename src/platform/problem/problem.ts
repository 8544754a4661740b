import type { Labels } from '#platform/i18n'

/**
 * The one table of what can go wrong for a person. `status` is what HTTP says; the code is never reused.
 * Every phrase says what is wrong and what to do.
 */
export const problemTable = {
  invalid: {
    status: 422,
    title: {
      en: 'Some values need attention',
      es: 'Algunos valores necesitan revisión',
      ca: 'Alguns valors necessiten revisió',
    },
  },
  malformed: {
    status: 400,
    title: {
      en: 'The request could not be read',
      es: 'No se pudo leer el pedido',
      ca: "No s'ha pogut llegir la petició",
    },
  },
  not_signed_in: {
    status: 401,
    title: {
      en: 'Please sign in',
      es: 'Inicie sesión, por favor',
      ca: 'Inicieu la sessió, si us plau',
    },
  },
  not_found: {
    status: 404,
    title: {
      en: 'Nothing here that you can open',
      es: 'No hay nada aquí que usted pueda abrir',
      ca: 'No hi ha res aquí que pugueu obrir',
    },
  },
  forbidden: {
    status: 403,
    title: {
      en: 'This is not among the things you may do',
      es: 'Esto no está entre lo que usted puede hacer',
      ca: 'Això no és entre el que podeu fer',
    },
  },
  form_expired: {
    status: 403,
    title: {
      en: 'This form is no longer valid: open the page again and repeat the step',
      es: 'Este formulario ya no es válido: abra de nuevo la página y repita el paso',
      ca: 'Aquest formulari ja no és vàlid: obriu la pàgina de nou i repetiu el pas',
    },
  },
  stale: {
    status: 409,
    title: {
      en: 'Someone else changed this record while you were editing',
      es: 'Otra persona modificó este registro mientras usted lo editaba',
      ca: "Una altra persona ha modificat aquest registre mentre l'editàveu",
    },
  },
  conflict: {
    status: 409,
    title: {
      en: 'This cannot be done as things stand',
      es: 'Esto no puede hacerse en el estado actual',
      ca: "Això no es pot fer en l'estat actual",
    },
  },
  too_large: {
    status: 413,
    title: {
      en: 'This is larger than can be taken in',
      es: 'Esto supera el tamaño que se puede recibir',
      ca: 'Això supera la mida que es pot rebre',
    },
  },
  unavailable: {
    status: 503,
    title: {
      en: 'The database cannot be reached at the moment; nothing was saved. Please try again shortly',
      es: 'La base de datos no responde en este momento; no se guardó nada. Intente de nuevo en un momento',
      ca: "La base de dades no respon en aquest moment; no s'ha desat res. Torneu-ho a provar d'aquí a un moment",
    },
  },
  full: {
    status: 507,
    title: {
      en: 'The disk is full; nothing was saved. Free some space and repeat the step',
      es: 'El disco está lleno; no se guardó nada. Libere espacio y repita el paso',
      ca: "El disc és ple; no s'ha desat res. Allibereu espai i repetiu el pas",
    },
  },
  internal: {
    status: 500,
    title: {
      en: 'Something failed on our side; nothing was saved',
      es: 'Algo falló de nuestro lado; no se guardó nada',
      ca: "Alguna cosa ha fallat per part nostra; no s'ha desat res",
    },
  },
} as const satisfies Record<string, { status: number; title: Labels }>

export type ProblemKind = keyof typeof problemTable

/** What is wrong with one value: the field's name (`country`, `acts.2.victim`) and a phrase in three languages. */
export interface FieldProblem {
  readonly field: string
  readonly message: Labels
}

/** The only error a person is meant to read. Anything else thrown is a fault of ours. */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly fields: readonly FieldProblem[]
  readonly explanation: Labels | null
  /** What a caller needs to show more than words, e.g. the current version beside a stale one. */
  readonly data: unknown

  constructor(
    kind: ProblemKind,
    more: { fields?: readonly FieldProblem[]; explanation?: Labels; data?: unknown; cause?: unknown } = {},
  ) {
    const words = more.explanation?.en ?? more.fields?.map((f) => `${f.field}: ${f.message.en}`).join('; ')
    super(`${problemTable[kind].title.en}${words ? ` (${words})` : ''}`, { cause: more.cause })
    this.name = 'Problem'
    this.kind = kind
    this.fields = more.fields ?? []
    this.explanation = more.explanation ?? null
    this.data = more.data
  }

  get status(): number {
    return problemTable[this.kind].status
  }
}
