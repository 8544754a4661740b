import type { FieldTypeName } from '#platform/records'

/** What can be said of a field of each type in the form that makes it. */
export const fieldKinds: Readonly<
  Record<
    FieldTypeName,
    {
      readonly multiple: boolean
      readonly facet: boolean
      readonly sortable: boolean
      readonly listed: boolean
    }
  >
> = {
  text: { multiple: true, facet: false, sortable: true, listed: true },
  long_text: { multiple: false, facet: false, sortable: false, listed: false },
  localized_text: { multiple: false, facet: false, sortable: false, listed: false },
  choice: { multiple: true, facet: true, sortable: true, listed: true },
  term: { multiple: true, facet: true, sortable: true, listed: true },
  date: { multiple: false, facet: false, sortable: true, listed: true },
  moment: { multiple: false, facet: false, sortable: true, listed: true },
  number: { multiple: false, facet: false, sortable: true, listed: true },
  person_name: { multiple: true, facet: false, sortable: true, listed: true },
  place: { multiple: true, facet: true, sortable: true, listed: true },
  url: { multiple: true, facet: false, sortable: false, listed: true },
  reference: { multiple: true, facet: true, sortable: false, listed: false },
}
