import type { AnyResource } from '../engine/resource.js'
import { apiKeys } from './access/apiKey.js'
import { sessions } from './access/session.js'
import { users } from './access/user.js'
import { auditEvents } from './audit/auditEvent.js'
import { backupRuns } from './backup/backupRun.js'
import { changeRequests } from './changeRequests/changeRequest.js'
import { companyProfile } from './company/companyProfile.js'
import { customers } from './customers/customer.js'
import { monthExports } from './month/monthExport.js'
import { numberRegister } from './numbers/numberRegister.js'
import { handovers } from './handovers/handover.js'
import { exportSets } from './exportSets/exportSet.js'
import { images } from './images/image.js'
import { importDeclaration } from './imports/importDeclaration.js'
import { orders } from './orders/order.js'
import { autoPrints } from './printing/auto/autoPrint.js'
import { printProblems } from './printing/auto/printProblem.js'
import { copyScans } from './printing/copies/copyScan.js'
import { printBatches } from './printing/batches/printBatch.js'
import { copySets } from './printing/copies/copySet.js'
import { documents } from './printing/documents/document.js'
import { documentCopies } from './printing/copies/documentCopy.js'
import { printAttempts } from './printing/jobs/printAttempt.js'
import { printers } from './printing/printers/printer.js'
import { printJobs } from './printing/jobs/printJob.js'
import { printRules } from './printing/rules/printRule.js'
import { templates } from './printing/templates/template.js'
import { templateDrafts } from './printing/templates/templateDraft.js'
import { printerAlerts } from './printing/alerts/printerAlert.js'
import { foundPrinters } from './printing/found/foundPrinter.js'
import { products } from './products/product.js'
import { receipts } from './receipts/receipt.js'
import { settings } from './settings/settings.js'
import { shipments } from './shipping/shipment.js'
import { reservations } from './stock/reservation.js'
import { stockBalances } from './stock/stockBalance.js'
import { stockMoves } from './stock/stockMove.js'
import { statements } from './statements/statement.js'
import { statementRuns } from './statements/statementRun.js'
import { stocktakes } from './stocktakes/stocktake.js'
import { stocktakeLines } from './stocktakes/stocktakeLine.js'
import { warehouses } from './stock/warehouse.js'

const recordTypes: readonly AnyResource[] = [
  orders,
  changeRequests,
  exportSets,

  shipments,
  handovers,
  copyScans,
  stockBalances,
  stockMoves,
  reservations,
  stocktakes,
  stocktakeLines,

  printJobs,
  printBatches,
  printProblems,
  documents,
  documentCopies,
  printers,
  printerAlerts,
  foundPrinters,

  receipts,
  statements,
  statementRuns,

  customers,
  products,
  warehouses,

  companyProfile,
  settings,
  templates,
  templateDrafts,
  images,
  copySets,
  printRules,
  autoPrints,
  users,
  apiKeys,
  sessions,

  monthExports,
  numberRegister,
  printAttempts,
  backupRuns,
]

const withImports: readonly AnyResource[] = [...recordTypes, importDeclaration(recordTypes)]

/** The table of contents: every record type, in the order of the menu. */
export const declarations: readonly AnyResource[] = [...withImports, auditEvents(withImports)]
