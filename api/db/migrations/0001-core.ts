import type { ColumnTypes } from '../dialect.js'

/** The first tables. Names of columns are those of the fields; scaled integers, ISO times, JSON as text. */
export function up(t: ColumnTypes): string[] {
  const record = `${t.id}, version ${t.int} NOT NULL, createdAt ${t.time} NOT NULL, updatedAt ${t.time} NOT NULL`
  const line = `${t.id}, parentId ${t.int} NOT NULL, lineNo ${t.int} NOT NULL`
  const table = (name: string, body: string) => `CREATE TABLE ${name} (${body}) ${t.tail}`
  const index = (name: string, on: string, unique = '') =>
    `CREATE ${unique} INDEX ${name}_${on.replace(/\W+/g, '_')} ON ${name} (${on})`
  const ref = (column: string, to: string, rule = 'RESTRICT') =>
    `FOREIGN KEY (${column}) REFERENCES ${to} (id) ON DELETE ${rule}`

  return [
    table(
      'users',
      `${record}, username ${t.text(40)} NOT NULL, name ${t.text(40)} NOT NULL, roles ${t.long} NOT NULL,
       password ${t.text(200)}, disabled ${t.bool} NOT NULL, lastSignInAt ${t.time}`,
    ),
    index('users', 'username', 'UNIQUE'),
    index('users', 'name'),
    table(
      'sessions',
      `${t.id}, tokenHash ${t.ascii(64)} NOT NULL, userId ${t.int} NOT NULL, address ${t.text(60)},
       createdAt ${t.time} NOT NULL, lastSeenAt ${t.time} NOT NULL, expiresAt ${t.time} NOT NULL, ${ref('userId', 'users', 'CASCADE')}`,
    ),
    index('sessions', 'tokenHash', 'UNIQUE'),
    index('sessions', 'expiresAt'),
    table(
      'sign_in_failures',
      `name ${t.text(120)} NOT NULL PRIMARY KEY, failures ${t.int} NOT NULL, since ${t.time} NOT NULL`,
    ),
    table(
      'api_keys',
      `${record}, name ${t.text(60)} NOT NULL, roles ${t.long} NOT NULL, site ${t.text(40)}, disabled ${t.bool} NOT NULL,
       tokenHash ${t.ascii(64)}`,
    ),
    index('api_keys', 'name', 'UNIQUE'),
    index('api_keys', 'tokenHash', 'UNIQUE'),
    table(
      'idempotency_keys',
      `scope ${t.ascii(64)} NOT NULL PRIMARY KEY, bodyHash ${t.ascii(64)} NOT NULL, status ${t.int} NOT NULL,
       body ${t.long} NOT NULL, createdAt ${t.time} NOT NULL`,
    ),
    index('idempotency_keys', 'createdAt'),

    table(
      'audit_events',
      `${record}, seq ${t.int}, hash ${t.ascii(64)}, actorKind ${t.ascii(10)} NOT NULL, userId ${t.int}, actorName ${t.text(80)} NOT NULL,
       action ${t.text(40)} NOT NULL, resource ${t.text(40)} NOT NULL, recordId ${t.int}, recordVersion ${t.int},
       requestId ${t.text(60)} NOT NULL, payload ${t.long} NOT NULL`,
    ),
    index('audit_events', 'seq', 'UNIQUE'),
    index('audit_events', 'createdAt'),
    index('audit_events', 'resource, recordId'),
    index('audit_events', 'userId'),
    table(
      'audit_head',
      `id ${t.int} NOT NULL PRIMARY KEY, seq ${t.int} NOT NULL, hash ${t.ascii(64)} NOT NULL`,
    ),
    `INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, '${'0'.repeat(64)}')`,

    table(
      'number_series',
      `series ${t.ascii(10)} NOT NULL, day ${t.ascii(8)} NOT NULL, lastNumber ${t.int} NOT NULL, PRIMARY KEY (series, day)`,
    ),
    table(
      'number_register',
      `${t.id}, series ${t.text(10)} NOT NULL, number ${t.text(30)} NOT NULL, status ${t.text(10)} NOT NULL, resource ${t.text(40)} NOT NULL,
       recordId ${t.int} NOT NULL, takenAt ${t.time} NOT NULL, takenBy ${t.text(80)} NOT NULL, reason ${t.text(200)}, voidedAt ${t.time}`,
    ),
    index('number_register', 'number', 'UNIQUE'),

    table(
      'company_profile',
      `${record}, name ${t.text(100)} NOT NULL, taxNo ${t.text(30)}, phone ${t.text(60)}, address ${t.text(200)}, bank ${t.text(200)}, logo ${t.long}`,
    ),
    table(
      'customers',
      `${record}, code ${t.text(20)} NOT NULL, name ${t.text(100)} NOT NULL, shortName ${t.text(40)}, region ${t.text(40)}, phone ${t.text(40)},
       contactName ${t.text(40)}, address ${t.text(200)}, taxNo ${t.text(30)}, creditLimit ${t.int}`,
    ),
    index('customers', 'code', 'UNIQUE'),
    index('customers', 'name'),
    index('customers', 'shortName'),
    index('customers', 'region'),
    index('customers', 'phone'),
    table(
      'products',
      `${record}, code ${t.text(30)} NOT NULL, name ${t.text(100)} NOT NULL, spec ${t.text(60)}, unit ${t.text(10)} NOT NULL, barcode ${t.text(40)},
       price ${t.int} NOT NULL, taxRate ${t.int} NOT NULL`,
    ),
    index('products', 'code', 'UNIQUE'),
    index('products', 'name'),
    index('products', 'barcode'),

    table(
      'printers',
      `${record}, name ${t.text(60)} NOT NULL, uri ${t.text(200)} NOT NULL, site ${t.text(40)} NOT NULL, paper ${t.text(40)}, status ${t.text(40)} NOT NULL,
       reasons ${t.long}, paused ${t.bool} NOT NULL, uuid ${t.text(80)}, info ${t.text(120)}, options ${t.long}, pausedBy ${t.int},
       upTime ${t.int}, leaseOwner ${t.text(80)}, leaseUntil ${t.int}, fence ${t.int} NOT NULL DEFAULT 0, ${ref('pausedBy', 'users')}`,
    ),
    index('printers', 'name', 'UNIQUE'),
    index('printers', 'site'),
    table(
      'warehouses',
      `${record}, code ${t.text(20)} NOT NULL, name ${t.text(60)} NOT NULL, isDefault ${t.bool} NOT NULL, printerId ${t.int}, ${ref('printerId', 'printers')}`,
    ),
    index('warehouses', 'code', 'UNIQUE'),

    table(
      'orders',
      `${record}, no ${t.text(30)}, status ${t.text(40)} NOT NULL, fulfilment ${t.text(40)} NOT NULL, customerId ${t.int} NOT NULL, customerName ${t.text(100)},
       warehouseId ${t.int}, channel ${t.text(40)} NOT NULL, receivedAt ${t.time}, requestedDate ${t.day}, payMethod ${t.text(40)} NOT NULL,
       shipMethod ${t.text(40)} NOT NULL, urgency ${t.text(40)} NOT NULL, shipTo ${t.long}, taxIncluded ${t.bool} NOT NULL, specialRequirements ${t.long},
       netAmount ${t.int} NOT NULL, taxAmount ${t.int} NOT NULL, grossAmount ${t.int} NOT NULL, rejectReason ${t.text(200)}, cancelReason ${t.text(200)},
       enteredAt ${t.time}, enteredBy ${t.int}, submittedAt ${t.time}, submittedBy ${t.int}, rejectedAt ${t.time}, rejectedBy ${t.int},
       confirmedAt ${t.time}, confirmedBy ${t.int}, cancelledAt ${t.time}, cancelledBy ${t.int}, completedAt ${t.time},
       CHECK (netAmount + taxAmount = grossAmount), ${ref('customerId', 'customers')}, ${ref('warehouseId', 'warehouses')}`,
    ),
    index('orders', 'no', 'UNIQUE'),
    index('orders', 'status, id'),
    index('orders', 'customerId, id'),
    index('orders', 'customerName'),
    index('orders', 'receivedAt'),
    index('orders', 'requestedDate'),
    index('orders', 'grossAmount'),
    index('orders', 'createdAt'),
    table(
      'order_lines',
      `${line}, productId ${t.int} NOT NULL, productCode ${t.text(30)}, name ${t.text(100)}, spec ${t.text(60)}, unit ${t.text(10)}, quantity ${t.int} NOT NULL,
       unitPrice ${t.int}, taxRate ${t.int}, netAmount ${t.int}, taxAmount ${t.int}, grossAmount ${t.int}, remark ${t.text(100)},
       reservedQuantity ${t.int}, shippedQuantity ${t.int}, CHECK (quantity > 0), CHECK (netAmount + taxAmount = grossAmount),
       CHECK (reservedQuantity >= 0 AND shippedQuantity >= 0 AND reservedQuantity + shippedQuantity <= quantity),
       ${ref('parentId', 'orders', 'CASCADE')}, ${ref('productId', 'products')}`,
    ),
    index('order_lines', 'parentId, lineNo'),

    table(
      'stock_balances',
      `${record}, productId ${t.int} NOT NULL, warehouseId ${t.int} NOT NULL, quality ${t.text(40)} NOT NULL, onHand ${t.int} NOT NULL, reserved ${t.int} NOT NULL,
       available ${t.int} GENERATED ALWAYS AS (onHand - reserved) VIRTUAL, CHECK (onHand >= 0), CHECK (reserved >= 0), CHECK (reserved <= onHand),
       ${ref('productId', 'products')}, ${ref('warehouseId', 'warehouses')}`,
    ),
    index('stock_balances', 'productId, warehouseId, quality', 'UNIQUE'),
    index('stock_balances', 'onHand'),
    index('stock_balances', 'available'),
    table(
      'stock_moves',
      `${record}, type ${t.text(40)} NOT NULL, productId ${t.int} NOT NULL, warehouseId ${t.int} NOT NULL, quality ${t.text(40)} NOT NULL, quantity ${t.int} NOT NULL,
       balanceAfter ${t.int}, reason ${t.text(200)}, source ${t.text(60)}, movedBy ${t.int}, ${ref('productId', 'products')}, ${ref('warehouseId', 'warehouses')}`,
    ),
    index('stock_moves', 'productId, warehouseId, quality'),
    index('stock_moves', 'source'),
    index('stock_moves', 'createdAt'),

    table(
      'shipments',
      `${record}, no ${t.text(30)}, orderId ${t.int} NOT NULL, customerName ${t.text(100)}, warehouseId ${t.int} NOT NULL, status ${t.text(40)} NOT NULL,
       carrier ${t.text(60)}, cancelReason ${t.text(200)}, issuedAt ${t.time}, dispatchedAt ${t.time}, dispatchedBy ${t.int}, deliveredAt ${t.time},
       ${ref('orderId', 'orders')}, ${ref('warehouseId', 'warehouses')}`,
    ),
    index('shipments', 'no', 'UNIQUE'),
    index('shipments', 'orderId'),
    index('shipments', 'status, id'),
    index('shipments', 'customerName'),
    table(
      'shipment_lines',
      `${line}, orderLineId ${t.int} NOT NULL, productId ${t.int} NOT NULL, name ${t.text(100)}, spec ${t.text(60)}, unit ${t.text(10)}, quantity ${t.int} NOT NULL,
       CHECK (quantity > 0), ${ref('parentId', 'shipments', 'CASCADE')}, ${ref('orderLineId', 'order_lines')}`,
    ),
    index('shipment_lines', 'parentId, lineNo'),
    table(
      'reservations',
      `${record}, orderId ${t.int} NOT NULL, orderLineId ${t.int} NOT NULL, shipmentId ${t.int}, productId ${t.int} NOT NULL, warehouseId ${t.int} NOT NULL,
       quantity ${t.int} NOT NULL, status ${t.text(40)} NOT NULL, CHECK (quantity > 0), ${ref('orderId', 'orders')}, ${ref('orderLineId', 'order_lines')},
       ${ref('shipmentId', 'shipments')}`,
    ),
    index('reservations', 'orderId, status'),
    index('reservations', 'shipmentId, status'),
    index('reservations', 'productId, warehouseId, status'),

    table(
      'templates',
      `${record}, kind ${t.text(40)} NOT NULL, edition ${t.int} NOT NULL, name ${t.text(80)} NOT NULL, builtIn ${t.bool} NOT NULL, files ${t.long} NOT NULL,
       papers ${t.long} NOT NULL, sha256 ${t.ascii(64)} NOT NULL`,
    ),
    index('templates', 'kind, edition', 'UNIQUE'),
    table(
      'copy_sets',
      `${record}, name ${t.text(60)} NOT NULL, kind ${t.text(40)} NOT NULL, isDefault ${t.bool} NOT NULL, mode ${t.text(40)} NOT NULL`,
    ),
    index('copy_sets', 'name', 'UNIQUE'),
    index('copy_sets', 'kind'),
    table(
      'copy_set_copies',
      `${line}, copyNo ${t.int} NOT NULL, name ${t.text(20)} NOT NULL, color ${t.text(40)} NOT NULL, receiver ${t.text(40)}, showsPrice ${t.bool} NOT NULL,
       mustReturn ${t.bool} NOT NULL, ${ref('parentId', 'copy_sets', 'CASCADE')}`,
    ),
    index('copy_set_copies', 'parentId, lineNo'),
    table(
      'blobs',
      `sha256 ${t.ascii(64)} NOT NULL PRIMARY KEY, mediaType ${t.ascii(60)} NOT NULL, size ${t.int} NOT NULL, bytes ${t.blob} NOT NULL, createdAt ${t.time} NOT NULL`,
    ),
    table(
      'documents',
      `${record}, kind ${t.text(40)} NOT NULL, no ${t.text(30)} NOT NULL, revision ${t.int} NOT NULL, status ${t.text(40)} NOT NULL, orderId ${t.int}, shipmentId ${t.int},
       customerName ${t.text(100)}, templateId ${t.int} NOT NULL, paper ${t.long} NOT NULL, data ${t.long} NOT NULL, contentHash ${t.ascii(64)} NOT NULL,
       pdfSha256 ${t.ascii(64)}, copyMode ${t.text(40)} NOT NULL, issuedAt ${t.time} NOT NULL, issuedBy ${t.int}, voidReason ${t.text(200)},
       ${ref('orderId', 'orders')}, ${ref('shipmentId', 'shipments')}, ${ref('templateId', 'templates')}`,
    ),
    index('documents', 'kind, no, revision', 'UNIQUE'),
    index('documents', 'no'),
    index('documents', 'orderId'),
    index('documents', 'shipmentId'),
    index('documents', 'issuedAt'),
    index('documents', 'customerName'),
    table(
      'document_copies',
      `${record}, documentId ${t.int} NOT NULL, copyNo ${t.int} NOT NULL, name ${t.text(20)} NOT NULL, color ${t.text(40)} NOT NULL, receiver ${t.text(40)},
       showsPrice ${t.bool} NOT NULL, contentHash ${t.ascii(64)} NOT NULL, ${ref('documentId', 'documents')}`,
    ),
    index('document_copies', 'documentId'),
    table(
      'print_jobs',
      `${record}, title ${t.text(120)} NOT NULL, status ${t.text(40)} NOT NULL, evidence ${t.text(40)} NOT NULL, reasons ${t.long}, printerId ${t.int} NOT NULL,
       documentId ${t.int}, copies ${t.long}, attempts ${t.int} NOT NULL, error ${t.long}, expiresAt ${t.time}, purpose ${t.text(40)} NOT NULL, reason ${t.text(200)},
       requestedBy ${t.int}, cancelRequested ${t.bool} NOT NULL, possiblyIncomplete ${t.bool} NOT NULL, templateId ${t.int} NOT NULL, paper ${t.long} NOT NULL,
       pdfSha256 ${t.ascii(64)}, startedAt ${t.time}, endedAt ${t.time}, ${ref('printerId', 'printers')}, ${ref('documentId', 'documents')}, ${ref('templateId', 'templates')}`,
    ),
    index('print_jobs', 'printerId, status, id'),
    index('print_jobs', 'status, id'),
    index('print_jobs', 'documentId'),
    table(
      'print_attempts',
      `${t.id}, jobId ${t.int} NOT NULL, n ${t.int} NOT NULL, token ${t.text(40)} NOT NULL, state ${t.ascii(10)} NOT NULL, ippJobId ${t.int}, ippJobUuid ${t.text(100)},
       printerUuid ${t.text(100)}, printerUpTime ${t.int}, bytesSha256 ${t.ascii(64)}, fence ${t.int} NOT NULL, startedAt ${t.time} NOT NULL, endedAt ${t.time},
       note ${t.text(200)}, ${ref('jobId', 'print_jobs')}`,
    ),
    index('print_attempts', 'jobId, n', 'UNIQUE'),
  ]
}
