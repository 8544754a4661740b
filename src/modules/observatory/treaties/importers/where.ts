import { labels } from '#platform/i18n'

/** Where files of treaties are got, and on which terms. */
export const where = {
  years: labels(
    'github.com/world-politics-datalab/humanrights-treaties-ratification-status: hr_status_*.csv, 18 instruments, years only, August 2022. From the UN Treaty Collection; the repository names no licence.',
    'github.com/world-politics-datalab/humanrights-treaties-ratification-status: hr_status_*.csv, 18 instrumentos, solo años, agosto de 2022. De la Colección de Tratados de la ONU; el repositorio no indica licencia.',
    "github.com/world-politics-datalab/humanrights-treaties-ratification-status: hr_status_*.csv, 18 instruments, només anys, agost de 2022. De la Col·lecció de Tractats de l'ONU; el repositori no indica llicència.",
  ),
  untc: labels(
    'UN Treaty Collection, treaties.un.org, chapter IV: the table of participants of a treaty, saved as CSV under its number (4-16.csv). A copy of March 2015 is at github.com/zmjones/untreaties.',
    'Colección de Tratados de la ONU, treaties.un.org, capítulo IV: la tabla de participantes de un tratado, guardada como CSV con su número (4-16.csv). Hay una copia de marzo de 2015 en github.com/zmjones/untreaties.',
    "Col·lecció de Tractats de l'ONU, treaties.un.org, capítol IV: la taula de participants d'un tractat, desada com a CSV amb el seu número (4-16.csv). N'hi ha una còpia de març de 2015 a github.com/zmjones/untreaties.",
  ),
  untcTexts: labels(
    'UN Treaty Collection, treaties.un.org, chapter IV: the declarations and reservations of a treaty, saved as text (declarations_4-16.txt) with a line “#Name of the State” before each.',
    'Colección de Tratados de la ONU, treaties.un.org, capítulo IV: las declaraciones y reservas de un tratado, guardadas como texto (declarations_4-16.txt) con una línea «#Nombre del Estado» antes de cada una.',
    "Col·lecció de Tractats de l'ONU, treaties.un.org, capítol IV: les declaracions i reserves d'un tractat, desades com a text (declarations_4-16.txt) amb una línia «#Nom de l'Estat» abans de cadascuna.",
  ),
} as const
