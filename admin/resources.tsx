import { lazy, type ComponentType } from 'react'
import { Resource } from 'react-admin'
import { batchScreens } from './batches'
import { companyScreens } from './company'
import { exportSetScreens } from './exportSets'
import { foundPrinterScreens } from './foundPrinters'
import { imageScreens } from './images'
import { importScreens } from './imports'
import { monthScreens } from './month'
import { orderScreens } from './orders'
import { paperScreens, subjectScreens } from './papers'
import { printRuleScreens } from './printRules'
import { scanScreens } from './scans'
import { printerScreens } from './printers'
import { printQueueScreens } from './printQueue'
import { recordTitle } from './schema/recordTitle'
import type { Row } from './schema/row'
import type { ResourceSchema, Schema } from './schema/types'
import { receiptScreens } from './receipts'
import { settingsScreens } from './settings'
import { shipmentScreens } from './shipments'
import { statementScreens } from './statements'
import { stocktakeScreens } from './stocktakes'
import { draftScreens, templateScreens } from './templates'

export type Screen = ComponentType<{ resource: ResourceSchema }>

/** The screens of a resource; those that are not named are drawn from the schema. */
export interface Screens {
  list?: Screen
  show?: Screen
  edit?: Screen
  create?: Screen
}

const handMade: Record<string, Screens> = {
  orders: orderScreens,
  documents: paperScreens,
  'copy-scans': scanScreens,
  'print-rules': printRuleScreens,
  shipments: shipmentScreens,
  stocktakes: stocktakeScreens,
  'change-requests': subjectScreens,
  handovers: subjectScreens,
  receipts: receiptScreens,
  statements: statementScreens,
  'export-sets': exportSetScreens,
  'print-jobs': printQueueScreens,
  'print-batches': batchScreens,
  printers: printerScreens,
  'found-printers': foundPrinterScreens,
  images: imageScreens,
  imports: importScreens,
  'company-profile': companyScreens,
  'month-exports': monthScreens,
  templates: templateScreens,
  'template-drafts': draftScreens,
  settings: settingsScreens,
}

const generated: Required<Screens> = {
  list: lazy(async () => ({ default: (await import('./engine/list/ListPage')).ListPage })),
  show: lazy(async () => ({ default: (await import('./engine/show/ShowPage')).ShowPage })),
  edit: lazy(async () => ({ default: (await import('./engine/form/EditPage')).EditPage })),
  create: lazy(async () => ({ default: (await import('./engine/form/CreatePage')).CreatePage })),
}

/** The resources of the person signed in; nobody signed in has none. */
export const resourcesOf = (schema: Schema | null) =>
  (schema?.resources ?? []).map((resource) => {
    const {
      list: List,
      show: Show,
      edit: Edit,
      create: Create,
    } = { ...generated, ...handMade[resource.name] }
    return (
      <Resource
        key={resource.name}
        name={resource.name}
        recordRepresentation={(record: Row) => recordTitle(resource.name, record)}
        list={<List resource={resource} />}
        show={<Show resource={resource} />}
        {...(resource.can.update ? { edit: <Edit resource={resource} /> } : {})}
        {...(resource.can.create ? { create: <Create resource={resource} /> } : {})}
      />
    )
  })
