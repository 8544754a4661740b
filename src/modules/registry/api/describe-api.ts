import {
  type FieldDefinition,
  type RecordTypeDefinition,
  type Schema,
  classOf,
  fieldType,
  visibilities,
} from '#platform/records'

type Json = Readonly<Record<string, unknown>>

const reference = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })
const content = (schema: Json): Json => ({ 'application/json': { schema } })
const answer = (description: string, schema: Json): Json => ({ description, content: content(schema) })
const problems: Json = {
  default: {
    description: 'A problem (RFC 9457)',
    content: { 'application/problem+json': { schema: reference('Problem') } },
  },
}
const query = (name: string, description: string, schema: Json = { type: 'string' }): Json => ({
  name,
  in: 'query',
  description,
  schema,
})
const idParameter: Json = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string', format: 'uuid' },
}

function valueSchema(field: FieldDefinition, schema: Schema): Json {
  const one = fieldType(field.type).jsonSchema(field, schema)
  const cls = classOf(field)
  return {
    title: field.label.en,
    ...(field.hint && { description: field.hint.en }),
    ...(cls !== 'open' && { 'x-class': cls }),
    ...(field.multiple ? { type: 'array', items: one } : one),
  }
}

const valuesSchema = (type: RecordTypeDefinition, schema: Schema): Json => ({
  type: 'object',
  title: type.label.en,
  properties: Object.fromEntries(type.fields.map((field) => [field.name, valueSchema(field, schema)])),
  additionalProperties: false,
})

const record = (values: Json): Json => ({
  type: 'object',
  properties: {
    id: { type: 'string', format: 'uuid' },
    type: { type: 'string' },
    title: { type: 'string' },
    version: { type: 'integer', minimum: 1 },
    visibility: { type: 'string', enum: visibilities },
    fictitious: { type: 'boolean' },
    created_at: { type: 'string', format: 'date-time' },
    updated_at: { type: 'string', format: 'date-time' },
    values,
    linked: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        properties: { type: { type: 'string' }, title: { type: 'string' } },
      },
    },
  },
  required: ['id', 'values'],
})

const body = (properties: Json, required: readonly string[]): Json => ({
  required: true,
  content: content({ type: 'object', properties, required, additionalProperties: false }),
})

function pathsOf(type: RecordTypeDefinition): Json {
  const { name } = type
  const values = reference(`${name}.values`)
  const visibility = { type: 'string', enum: visibilities }
  const reason = { type: 'string', maxLength: 2000 }
  const filters = type.fields
    .filter((field) => field.facet)
    .map((field) =>
      query(`f.${field.name}`, `Filter: ${field.label.en}. May be repeated; any of the values.`),
    )
  const listing = [
    query('q', 'Words; accents, case and small misspellings do not matter'),
    ...filters,
    ...(type.timeline
      ? [query('from', `From this date on (${type.timeline}, EDTF)`), query('to', 'Up to this date (EDTF)')]
      : []),
  ]
  const sorts = [
    '_title',
    '_updated',
    ...type.fields.filter((field) => field.sortable).map((field) => field.name),
  ]
  const tags = [type.plural.en]
  return {
    [`/api/v1/records/${name}`]: {
      get: {
        tags,
        summary: `List: ${type.plural.en}`,
        parameters: [
          ...listing,
          query('sort', 'Order', { type: 'string', enum: sorts }),
          query('after', 'Key of the page, from `next`'),
          query('limit', 'Rows a page', { type: 'integer', minimum: 1, maximum: 500, default: 50 }),
        ],
        responses: {
          200: answer('A page', {
            type: 'object',
            properties: {
              items: { type: 'array', items: reference(name) },
              count: { type: 'integer', description: 'Exact up to 10,000; then `more` is true' },
              more: { type: 'boolean' },
              similar: { type: 'boolean', description: 'Nothing had exactly these words' },
              next: { type: ['string', 'null'], description: 'Address of the next page' },
            },
          }),
          ...problems,
        },
      },
      post: {
        tags,
        summary: `Create: ${type.label.en}`,
        requestBody: body({ values, visibility, reason }, ['values']),
        responses: { 201: answer('Created', reference('Written')), ...problems },
      },
    },
    [`/api/v1/records/${name}/{id}`]: {
      parameters: [idParameter],
      get: {
        tags,
        summary: `Read: ${type.label.en}`,
        responses: { 200: answer('The record', reference(name)), ...problems },
      },
      patch: {
        tags,
        summary: `Change: ${type.label.en}. Fields given are set, null clears, others stay; a stale version is 409.`,
        requestBody: body({ version: { type: 'integer' }, values, visibility, reason }, ['version']),
        responses: { 200: answer('Written', reference('Written')), ...problems },
      },
      delete: {
        tags,
        summary: `Move to the trash: ${type.label.en}`,
        parameters: [query('version', 'The version seen', { type: 'integer' })],
        responses: { 200: { description: 'In the trash' }, ...problems },
      },
    },
    [`/api/v1/facets/${name}`]: {
      get: {
        tags,
        summary: `Counts by facet: ${type.plural.en}`,
        parameters: listing,
        responses: { 200: { description: 'Counts' }, ...problems },
      },
    },
  }
}

/** The API as OpenAPI 3.1, made from the same definitions that make the forms. */
export function describeApi(schema: Schema): Json {
  const types = [...schema.types.values()]
  return {
    openapi: '3.1.0',
    info: {
      title: 'Amparo',
      version: '1',
      description:
        'Records of a human-rights organisation. Authorise with `Authorization: Bearer TOKEN`, or from a signed-in browser with the header `X-Amparo-Token`.',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    security: [{ bearer: [] }],
    paths: {
      '/api/v1/types': {
        get: { summary: 'The record types', responses: { 200: { description: 'Definitions' }, ...problems } },
      },
      '/api/v1/vocabularies/{name}': {
        parameters: [{ name: 'name', in: 'path', required: true, schema: { type: 'string' } }],
        get: {
          summary: 'A vocabulary with its terms',
          responses: { 200: { description: 'Terms' }, ...problems },
        },
      },
      ...Object.assign({}, ...types.map(pathsOf)),
      '/api/v1/records/{type}/{id}/versions': {
        parameters: [{ name: 'type', in: 'path', required: true, schema: { type: 'string' } }, idParameter],
        get: {
          summary: 'Who changed what when',
          responses: { 200: { description: 'Versions' }, ...problems },
        },
      },
      '/api/v1/records/{type}/{id}/versions/{version}': {
        parameters: [
          { name: 'type', in: 'path', required: true, schema: { type: 'string' } },
          idParameter,
          { name: 'version', in: 'path', required: true, schema: { type: 'integer' } },
        ],
        get: {
          summary: 'The values at a version',
          responses: { 200: { description: 'Values' }, ...problems },
        },
      },
    },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Problem: {
          type: 'object',
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            errors: {
              type: 'array',
              items: {
                type: 'object',
                properties: { field: { type: 'string' }, detail: { type: 'string' } },
              },
            },
          },
        },
        Written: { type: 'object', properties: { id: { type: 'string' }, version: { type: 'integer' } } },
        ...Object.fromEntries(
          types.flatMap((type) => [
            [`${type.name}.values`, valuesSchema(type, schema)],
            [type.name, record(reference(`${type.name}.values`))],
          ]),
        ),
      },
    },
  }
}
