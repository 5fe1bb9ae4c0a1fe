const body = (properties: Record<string, unknown>, required: string[] = Object.keys(properties)) => ({
  content: { 'application/json': { schema: { type: 'object', properties, required } } },
})
const replies = (description: string) => ({ 200: { description }, default: { description: 'Refused' } })
const post = (summary: string, requestBody: object, description: string) => ({
  post: { summary, requestBody, responses: replies(description), tags: ['Print server'] },
})
const id = { parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }] }
const renderId = { parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }] }
const fence = { fence: { type: 'integer' } }
const string = { type: 'string' }

/** The paths that no declaration yields: sessions, the schema, events, PDFs and the print server's protocol. */
export const otherOpenApiPaths: Record<string, unknown> = {
  '/session': {
    post: {
      summary: 'Sign in',
      security: [],
      requestBody: body({ username: string, password: string }),
      responses: replies('The user and a CSRF token; sets the cookie'),
    },
    get: { summary: 'Who am I', responses: replies('The user and a CSRF token') },
    delete: { summary: 'Sign out', responses: replies('Signed out') },
  },
  '/session/password': {
    post: {
      summary: 'Change my password',
      requestBody: body({ current: string, next: string }),
      responses: replies('Changed'),
    },
  },
  '/schema': { get: { summary: 'What I may see and do', responses: replies('The published schema') } },
  '/events': {
    get: {
      summary: 'Server-sent events of changed records',
      responses: replies('A stream of {seq, resource, id, version}'),
    },
  },
  '/search': {
    get: {
      summary: 'Records of all types by number, code or name; exact ones first',
      parameters: [{ name: 'q', in: 'query', required: true, schema: string }],
      responses: replies('{results: [{resource, exact, record}]}'),
    },
  },
  '/dashboard': {
    get: {
      summary: 'Figures of the house, each with the list that it counts, and sales by day',
      responses: replies('{figures: [{name, resource, filter, count}], sales: {days, asOf} or null}'),
    },
  },
  '/system': {
    get: {
      summary: 'How this installation stands, for the administrator; nothing in it is secret',
      responses: replies('{versions, database, lastBackup, auditHead, printServers, environment}'),
    },
  },
  '/preferences': {
    get: { summary: 'What I have arranged on screen', responses: replies('Values by name') },
    put: {
      summary: 'Change some of it; null takes a value away',
      requestBody: body({}),
      responses: replies('Values by name'),
    },
  },
  '/document-copies/scan': {
    post: {
      summary: 'A paper was scanned: what does that mean here?',
      requestBody: body({
        code: string,
        place: { type: 'string', enum: ['packing', 'dispatch', 'receiving', 'filing'] },
      }),
      responses: {
        ...replies('{outcome, message, copy, document}'),
        409: { description: 'The paper must not be used: the same, with the code stale_paper' },
      },
    },
  },
  '/document-copies/{id}/attachment': {
    ...id,
    get: { summary: 'The photo or scan of the signed copy', responses: replies('JPEG, PNG, WebP or PDF') },
    put: {
      summary: 'Attach a photo or scan of the signed copy, at most 7 MB',
      requestBody: { content: { 'application/octet-stream': {} } },
      responses: replies('The copy'),
    },
  },
  '/documents/{id}/pdf': {
    ...id,
    get: {
      summary: 'The archived PDF; of a document that was not printed yet it is drawn and archived now',
      responses: replies('The archived bytes'),
    },
  },
  '/template-previews': {
    post: {
      summary: 'A template drawn with sample or real data; nothing is kept',
      requestBody: body(
        {
          kind: string,
          draftId: { type: 'integer' },
          templateId: { type: 'integer' },
          files: { type: 'object', additionalProperties: string },
          paper: { type: 'object' },
          documentId: { type: 'integer' },
          copyNo: { type: 'integer' },
        },
        ['kind'],
      ),
      responses: replies('The PDF; 422 `template_fault` with {message, place: {file, line, column}}'),
    },
  },
  '/template-samples/{kind}': {
    parameters: [{ name: 'kind', in: 'path', required: true, schema: string }],
    get: {
      summary: 'Sample data of a kind of paper',
      responses: replies('What its template is filled with'),
    },
  },
  '/images': {
    post: {
      summary: 'A picture for templates, under the name of the query: PNG or JPEG, at most 1 MB',
      parameters: [{ name: 'name', in: 'query', required: true, schema: string }],
      requestBody: { content: { 'application/octet-stream': {} } },
      responses: { ...replies('The picture'), 201: { description: 'The picture' } },
    },
  },
  '/images/{id}/picture': {
    ...id,
    get: { summary: 'The bytes of a picture', responses: replies('PNG or JPEG') },
    put: {
      summary: 'Puts other bytes under its name; issued documents keep the former ones',
      requestBody: { content: { 'application/octet-stream': {} } },
      responses: replies('The picture'),
    },
  },
  '/month-exports/{id}/zip': {
    ...id,
    get: { summary: 'The finished ZIP of a month', responses: replies('The ZIP') },
  },
  '/print-batches/{id}/places': {
    ...id,
    get: {
      summary: 'What became of every sheet of a batch',
      responses: replies('{places: [{place, id, title, status, evidence, …}], sentence: {zh, en}}'),
    },
  },
  '/imports': {
    post: {
      summary: 'Upload a CSV or XLSX file to import; ?target= and ?fileName= say what it is',
      requestBody: { content: { 'application/octet-stream': {} } },
      responses: { 201: { description: 'The import, to be mapped' }, default: { description: 'Refused' } },
    },
  },
  '/imports/template': {
    get: { summary: 'An empty table with the right heads', responses: replies('CSV or XLSX') },
  },
  '/imports/{id}/errors': {
    ...id,
    get: {
      summary: 'What is wrong with the cells of the file',
      responses: replies('JSON, or CSV by ?format=csv'),
    },
  },
  '/print-server/v1/claim': post(
    "Claim work of the key's site",
    body({ server: string, printers: { type: 'array' }, waitSeconds: { type: 'number' } }, ['server']),
    'A lease, its printer and a job; 204 when there is none',
  ),
  '/print-server/v1/jobs/{id}/next': {
    ...id,
    ...post('The next job of the leased printer', body(fence), 'The job or null'),
  },
  '/print-server/v1/jobs/{id}/content': {
    ...id,
    get: {
      tags: ['Print server'],
      summary: 'Template, data and copies',
      responses: replies('What to render'),
    },
  },
  '/print-server/v1/jobs/{id}/pdf': {
    ...id,
    put: {
      tags: ['Print server'],
      summary: 'Archive the rendered PDF',
      requestBody: { content: { 'application/pdf': {} } },
      responses: replies('The archived hash'),
    },
  },
  '/print-server/v1/pdf/{sha256}': {
    get: { tags: ['Print server'], summary: 'Archived bytes', responses: replies('The PDF') },
    parameters: [{ name: 'sha256', in: 'path', required: true, schema: string }],
  },
  '/print-server/v1/jobs/{id}/attempt': {
    ...id,
    ...post('Open an attempt', body({ ...fence, token: string }), 'Its number'),
  },
  '/print-server/v1/jobs/{id}/report': {
    ...id,
    ...post('Report what was seen', body(fence), 'Status, and whether to stop'),
  },
  '/print-server/v1/printers/{id}/state': {
    ...id,
    ...post(
      "Report a printer's state",
      body({ ...fence, status: string, reasons: { type: 'array' } }),
      'Stored',
    ),
  },
  '/print-server/v1/renders/claim': post(
    'Take something to draw that is not printed',
    body({ waitSeconds: { type: 'number' } }, []),
    'Its id, a claim with its seconds, and the content; 204 when there is nothing',
  ),
  '/print-server/v1/renders/{id}/renew': {
    ...renderId,
    ...post('Keep the claim', body({ claim: string }), 'Its seconds; 409 when nobody wants it any more'),
  },
  '/print-server/v1/renders/{id}/pdf': {
    ...renderId,
    put: {
      tags: ['Print server'],
      summary: 'Hand in the drawn PDF; ?claim=',
      requestBody: { content: { 'application/pdf': {} } },
      responses: replies('Taken'),
    },
  },
  '/print-server/v1/renders/{id}/failed': {
    ...renderId,
    ...post(
      'Say why there is no PDF',
      body(
        {
          claim: string,
          code: string,
          detail: string,
          file: string,
          line: { type: 'integer' },
          column: { type: 'integer' },
        },
        ['claim', 'code', 'detail'],
      ),
      'Taken',
    ),
  },
  '/print-server/v1/printers/due': post(
    'The printers of the site that are to be asked how they are',
    body({}),
    '{printers}; each is given to one print server',
  ),
  '/print-server/v1/printers/found': post(
    'Report the printers that announce themselves in the network',
    body({ server: string, printers: { type: 'array' } }, ['server', 'printers']),
    'Stored',
  ),
  '/print-server/v1/printers/{id}': {
    ...id,
    get: {
      tags: ['Print server'],
      summary: 'A printer of the site as it is set up now, with its credentials',
      responses: replies('{printer}'),
    },
  },
  '/print-server/v1/printers/{id}/look': {
    ...id,
    ...post(
      'Report what a printer said when nobody was printing',
      body({ status: string, reasons: { type: 'array' }, capabilities: { type: 'object' } }, [
        'status',
        'reasons',
      ]),
      'Stored',
    ),
  },
  '/print-server/v1/leases/{id}/renew': { ...id, ...post('Renew a lease', body(fence), 'Its seconds') },
  '/print-server/v1/leases/{id}/release': { ...id, ...post('Release a lease', body(fence), 'Released') },
}
