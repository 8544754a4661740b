import { type Labels, labels } from '#platform/i18n'

/** Where a file is got, and on which terms. */
export const where = {
  undlGa: labels(
    'UN Digital Library, digitallibrary.un.org/record/4060887: download the CSV by hand (the library answers no programs). © United Nations, non-commercial use with attribution.',
    'Biblioteca Digital de la ONU, digitallibrary.un.org/record/4060887: descargue el CSV a mano (la biblioteca no responde a programas). © Naciones Unidas, uso no comercial con mención de la fuente.',
    "Biblioteca Digital de l'ONU, digitallibrary.un.org/record/4060887: descarregueu el CSV a mà (la biblioteca no respon a programes). © Nacions Unides, ús no comercial amb menció de la font.",
  ),
  undlSc: labels(
    'UN Digital Library, digitallibrary.un.org/record/4055387: download the CSV by hand. © United Nations, non-commercial use with attribution.',
    'Biblioteca Digital de la ONU, digitallibrary.un.org/record/4055387: descargue el CSV a mano. © Naciones Unidas, uso no comercial con mención de la fuente.',
    "Biblioteca Digital de l'ONU, digitallibrary.un.org/record/4055387: descarregueu el CSV a mà. © Nacions Unides, ús no comercial amb menció de la font.",
  ),
  undlMarc: labels(
    'UN Digital Library: search the voting data, then save the result as MARCXML, a year at a time.',
    'Biblioteca Digital de la ONU: busque en los datos de votación y guarde el resultado como MARCXML, un año por vez.',
    "Biblioteca Digital de l'ONU: cerqueu a les dades de votació i deseu el resultat com a MARCXML, un any cada vegada.",
  ),
  ohchrMarc: labels(
    'OHCHR search library, searchlibrary.ohchr.org, collection Voting: save the result as MARCXML, a year at a time (at most 5,000 records).',
    'Biblioteca de búsqueda del ACNUDH, searchlibrary.ohchr.org, colección Voting: guarde el resultado como MARCXML, un año por vez (5.000 registros como máximo).',
    "Biblioteca de cerca de l'ACNUDH, searchlibrary.ohchr.org, col·lecció Voting: deseu el resultat com a MARCXML, un any cada vegada (5.000 registres com a màxim).",
  ),
  voeten: labels(
    'Harvard Dataverse, hdl:1902.1/12379 (Voeten, Strezhnev, Bailey): CC0. The file of roll calls first, then the votes.',
    'Harvard Dataverse, hdl:1902.1/12379 (Voeten, Strezhnev, Bailey): CC0. Primero el archivo de votaciones y después los votos.',
    'Harvard Dataverse, hdl:1902.1/12379 (Voeten, Strezhnev, Bailey): CC0. Primer el fitxer de votacions i després els vots.',
  ),
  unvotes: labels(
    'R package unvotes, written as CSV: un_roll_calls, un_roll_call_issues, un_votes, in this order. To January 2020.',
    'Paquete unvotes de R, escrito como CSV: un_roll_calls, un_roll_call_issues, un_votes, en este orden. Hasta enero de 2020.',
    "Paquet unvotes d'R, escrit com a CSV: un_roll_calls, un_roll_call_issues, un_votes, en aquest ordre. Fins al gener de 2020.",
  ),
  hrc: labels(
    'github.com/lszoszk/hrc-voting: resolutions.csv first, then votes_long.csv. Compiled from the OHCHR search library; non-commercial.',
    'github.com/lszoszk/hrc-voting: primero resolutions.csv y después votes_long.csv. Compilado de la biblioteca del ACNUDH; uso no comercial.',
    "github.com/lszoszk/hrc-voting: primer resolutions.csv i després votes_long.csv. Compilat de la biblioteca de l'ACNUDH; ús no comercial.",
  ),
  hrcReport: labels(
    'The report of a session, A/HRC/{number}/2, from undocs.org, saved as plain text (UTF-8).',
    'El informe de un período de sesiones, A/HRC/{número}/2, de undocs.org, guardado como texto (UTF-8).',
    "L'informe d'un període de sessions, A/HRC/{número}/2, d'undocs.org, desat com a text (UTF-8).",
  ),
  vetoes: labels(
    'UN peace and security data hub, psdata.un.org, dataset DPPA-SCVETOES: CSV.',
    'Centro de datos de paz y seguridad de la ONU, psdata.un.org, conjunto DPPA-SCVETOES: CSV.',
    "Centre de dades de pau i seguretat de l'ONU, psdata.un.org, conjunt DPPA-SCVETOES: CSV.",
  ),
  oas: labels(
    'No dataset exists: paste the words of the minutes or of the press release, or save them as a text file.',
    'No existe un conjunto de datos: pegue el texto del acta o del comunicado de prensa, o guárdelo como archivo de texto.',
    "No hi ha cap conjunt de dades: enganxeu el text de l'acta o del comunicat de premsa, o deseu-lo com a fitxer de text.",
  ),
} as const satisfies Record<string, Labels>
