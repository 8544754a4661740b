import type { Labels } from '#platform/i18n'

const l = (en: string, es: string, ca: string): Labels => ({ en, es, ca })

/** What may be wrong with a definition. Each phrase says what to do. */
export const ruleWords = {
  missing: l('This is needed.', 'Este dato es necesario.', 'Aquesta dada és necessària.'),
  shape: l(
    'This is not in the form expected here.',
    'Esto no tiene la forma que se espera aquí.',
    "Això no té la forma que s'espera aquí.",
  ),
  too_long: l(
    'This is too long. Shorten it.',
    'Es demasiado largo. Acórtelo.',
    'És massa llarg. Escurceu-lo.',
  ),
  name: l(
    'A technical name begins with a letter and has small letters without accents, digits and single underscores only: place_of_work.',
    'Un nombre técnico empieza con una letra y lleva solo minúsculas sin acentos, cifras y guiones bajos simples: lugar_de_trabajo.',
    'Un nom tècnic comença amb una lletra i només porta minúscules sense accents, xifres i guions baixos simples: lloc_de_treball.',
  ),
  reserved: l(
    'This name is kept for the system. Choose another one.',
    'Este nombre está reservado para el sistema. Elija otro.',
    'Aquest nom està reservat per al sistema. Trieu-ne un altre.',
  ),
  taken: l(
    'This name is already in use. Choose another one.',
    'Este nombre ya está en uso. Elija otro.',
    'Aquest nom ja està en ús. Trieu-ne un altre.',
  ),
  label: l(
    'A name in this language is needed.',
    'Hace falta un nombre en este idioma.',
    'Cal un nom en aquesta llengua.',
  ),
  one_label: l(
    'Write the name in at least one language.',
    'Escriba el nombre en al menos un idioma.',
    'Escriviu el nom almenys en una llengua.',
  ),
  not_here: l(
    'This does not go with this type of field. Leave it out.',
    'Esto no corresponde a este tipo de campo. Quítelo.',
    'Això no correspon a aquest tipus de camp. Traieu-ho.',
  ),
  retention_field: l(
    'Choose a field of this type that fits: a choice or term for a condition, a date to count from.',
    'Elija un campo de este tipo que corresponda: una opción o término como condición, una fecha para contar.',
    'Trieu un camp d’aquest tipus que hi correspongui: una opció o terme com a condició, una data per comptar.',
  ),
  retention_class: l(
    'Only an open field may be looked at: the day on which a record goes is shown to everybody.',
    'Solo puede usarse un campo abierto: el día en que un registro se elimina lo ven todas las personas.',
    'Només es pot fer servir un camp obert: el dia en què un registre se suprimeix el veu tothom.',
  ),
  retention_why: l(
    'Write why, in at least one language: it stands on the page of every record.',
    'Escriba por qué, en al menos un idioma: figura en la página de cada registro.',
    'Escriviu per què, almenys en una llengua: surt a la pàgina de cada registre.',
  ),
  options: l('Give at least one option.', 'Indique al menos una opción.', 'Indiqueu almenys una opció.'),
  option_kept: l(
    'An option that records may use cannot be taken away. Keep it in the list.',
    'No se puede quitar una opción que los registros pueden estar usando. Manténgala en la lista.',
    'No es pot treure una opció que els registres poden estar fent servir. Manteniu-la a la llista.',
  ),
  vocabulary: l(
    'There is no vocabulary of this name. Choose one of the list.',
    'No hay un vocabulario con este nombre. Elija uno de la lista.',
    'No hi ha cap vocabulari amb aquest nom. Trieu-ne un de la llista.',
  ),
  targets: l(
    'Choose at least one existing record type.',
    'Elija al menos un tipo de registro existente.',
    'Trieu almenys un tipus de registre existent.',
  ),
  multiple: l(
    'This type of field takes one value.',
    'Este tipo de campo lleva un solo valor.',
    'Aquest tipus de camp porta un sol valor.',
  ),
  facet: l(
    'Only options, terms, relations and places can be filters.',
    'Solo las opciones, los términos, las relaciones y los lugares pueden ser filtros.',
    'Només les opcions, els termes, les relacions i els llocs poden ser filtres.',
  ),
  sortable: l(
    'Lists can be sorted by a field with one value that is a short text, name, date, number, option, term or place.',
    'Las listas se ordenan por un campo de un solo valor que sea texto breve, nombre, fecha, número, opción, término o lugar.',
    "Les llistes s'ordenen per un camp d'un sol valor que sigui text breu, nom, data, nombre, opció, terme o lloc.",
  ),
  listed: l(
    'Only open values that are not relations can be columns of the list.',
    'Solo los valores abiertos que no sean relaciones pueden ser columnas de la lista.',
    'Només els valors oberts que no siguin relacions poden ser columnes de la llista.',
  ),
  sealed: l(
    'A sealed value is never counted, sorted or searched. Leave this off.',
    'Un valor sellado nunca se cuenta, ordena ni busca. Déjelo sin marcar.',
    "Un valor segellat mai no es compta, s'ordena ni se cerca. Deixeu-ho sense marcar.",
  ),
  section: l(
    'There is no heading of this name in the form.',
    'No hay un título con este nombre en el formulario.',
    'No hi ha cap títol amb aquest nom al formulari.',
  ),
  fields: l(
    'A record type needs at least one field.',
    'Un tipo de registro necesita al menos un campo.',
    'Un tipus de registre necessita almenys un camp.',
  ),
  title: l(
    'The title is made of fields of this type that everyone who sees the record may read, and that are not relations.',
    'El título se forma con campos de este tipo que pueda leer toda persona que vea el registro, y que no sean relaciones.',
    'El títol es forma amb camps d’aquest tipus que pugui llegir tothom qui vegi el registre, i que no siguin relacions.',
  ),
  timeline: l(
    'The timeline needs a date field of this type.',
    'La línea de tiempo necesita un campo de fecha de este tipo.',
    'La línia de temps necessita un camp de data d’aquest tipus.',
  ),
  map: l(
    'The map needs a field of this type that is a place, or a term of the list of countries.',
    'El mapa necesita un campo de este tipo que sea un lugar o un término de la lista de países.',
    'El mapa necessita un camp d’aquest tipus que sigui un lloc o un terme de la llista de països.',
  ),
  shipped_field: l(
    'This field comes with the product, which relies on it: this cannot be changed.',
    'Este campo viene con el producto, que depende de él: esto no se puede cambiar.',
    'Aquest camp ve amb el producte, que en depèn: això no es pot canviar.',
  ),
  order: l(
    'The order must name every field of the form once.',
    'El orden debe nombrar cada campo del formulario una vez.',
    "L'ordre ha d'anomenar cada camp del formulari una vegada.",
  ),
  code: l(
    'A code begins with a letter or a digit and has no spaces, commas, semicolons or quotation marks.',
    'Un código empieza con una letra o una cifra y no lleva espacios, comas, puntos y comas ni comillas.',
    'Un codi comença amb una lletra o una xifra i no porta espais, comes, punts i comes ni cometes.',
  ),
  parent: l(
    'There is no term of this code in the vocabulary.',
    'No hay un término con este código en el vocabulario.',
    'No hi ha cap terme amb aquest codi al vocabulari.',
  ),
  cycle: l(
    'A term cannot stand under itself, nor under one of those that stand under it.',
    'Un término no puede estar debajo de sí mismo ni de uno de los que están debajo de él.',
    'Un terme no pot ser a sota de si mateix ni d’un dels que són a sota seu.',
  ),
  too_deep: l(
    'The tree has more than 100 levels, which is certainly a mistake in the file.',
    'El árbol tiene más de 100 niveles, lo que seguramente es un error del archivo.',
    'L’arbre té més de 100 nivells, cosa que segurament és un error del fitxer.',
  ),
  too_many: l(
    'More than 100,000 terms in one vocabulary. Split it.',
    'Más de 100.000 términos en un vocabulario. Divídalo.',
    'Més de 100.000 termes en un vocabulari. Dividiu-lo.',
  ),
  no_terms: l('There are no terms in it.', 'No contiene términos.', 'No conté cap terme.'),
  twice: l('This code occurs twice.', 'Este código aparece dos veces.', 'Aquest codi apareix dues vegades.'),
  own_only: l(
    'This comes with the product. You can add fields to it, but not change it.',
    'Esto viene con el producto. Puede agregarle campos, pero no modificarlo.',
    'Això ve amb el producte. Hi podeu afegir camps, però no modificar-lo.',
  ),
  stale: l(
    'Someone else changed this while you were editing. Look at how it is now, and repeat your change if it is still needed.',
    'Otra persona modificó esto mientras usted lo editaba. Mire cómo está ahora y repita el cambio si todavía hace falta.',
    "Una altra persona ha modificat això mentre l'editàveu. Mireu com està ara i repetiu el canvi si encara cal.",
  ),
} as const
