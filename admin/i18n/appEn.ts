import { requestEn } from '../changeRequests/texts'
import { alertEn } from '../printerAlerts/texts'
import { dashboardEn } from '../dashboard/texts'
import { foundEn } from '../foundPrinters/texts'
import { imageEn } from '../images/texts'
import { monthEn } from '../month/texts'
import { orderEn } from '../orders/texts'
import { exportSetEn } from '../exportSets/texts'
import { papersEn } from '../papers/texts'
import { ruleEn } from '../printRules/texts'
import { scanEn } from '../scans/texts'
import { printerEn } from '../printers/texts'
import { searchEn } from '../search/texts'
import { settingsEn } from '../settings/texts'
import { setupEn } from '../setup/texts'
import { stocktakeEn } from '../stocktakes/texts'
import { shipmentEn } from '../shipments/texts'
import { templateEn } from '../templates/texts'
import type { AppMessage } from './appZh'

/** The console's own texts, English. */
export const appEn: Record<AppMessage, string> = {
  ...dashboardEn,
  ...alertEn,
  ...foundEn,
  ...imageEn,
  ...monthEn,
  ...orderEn,
  ...exportSetEn,
  ...papersEn,
  ...ruleEn,
  ...scanEn,
  ...printerEn,
  ...searchEn,
  ...requestEn,
  ...settingsEn,
  ...setupEn,
  ...stocktakeEn,
  ...shipmentEn,
  ...templateEn,
  busy: 'Working',
  copy: 'Copy',
  copied: 'Copied',
  auditTrail: 'Audit trail',
  timeLine: 'History',

  'action.made': 'Made: %{name}',
  'action.open': 'Open',
  'batch.waiting':
    'Waiting: %{why}. Once that is seen to it goes on where it stopped; nobody has to count sheets.',
  'batch.places': 'Places',
  'batch.cover': 'Cover',
  'batch.decide': 'Please look at the printer: did these sheets come out?',
  'batch.out': 'It came out',
  'batch.again': 'No, print again',
  'batch.allOut': 'All came out',
  'batch.allAgain': 'Print all again',
  'batch.refused': 'Left out of this batch',
  'batch.onPaper': 'On paper now',
  'batch.of': 'Batch %{name} · %{place}/%{count}',
  'batch.perhaps': 'perhaps incomplete',

  'bulk.done': '%{count} done',
  'bulk.failed': 'Not done',
  'bulk.ok': 'Done',
  'bulk.result': '%{done} done, %{failed} not done',
  'bulk.subject': '%{count} × %{name}',

  'dashboard.mine': 'Waiting for me',
  'dashboard.all': 'In progress',
  'dashboard.others': 'Elsewhere in progress',
  'task.uncertain': 'Prints to be checked',
  'task.recall': 'Stale papers to recall',
  'task.overdue': 'Signed copies overdue',
  'task.check': 'To be checked before print',
  'task.notPrinted': 'Papers that could not print by themselves',
  'task.failed': 'Failed prints',
  'task.printers': 'Printers that stand still',
  'task.paused': 'Paused printers',
  'task.drafts': 'Draft orders to submit',
  'task.toConfirm': 'Orders to confirm',
  'task.toShip': 'Confirmed orders to ship',
  'task.collecting': 'Export papers to complete',
  'task.counted': 'Stocktakes to approve',
  'task.toReceive': 'Receipts to confirm',
  'task.disputed': 'Disputed statements',
  'task.toAgree': 'Statements to be agreed',
  'task.toDecide': 'Change requests to decide',
  'task.toIssue': 'Shipments to issue',
  'task.toDispatch': 'Issued, to dispatch',
  'task.toDeliver': 'On the way, to deliver',
  'task.printing': 'Print queue',

  'edit.saveFirst': 'Save what you typed first',
  'error.sessionEnded': 'Your session has ended. What you typed is kept: sign in again and go on.',
  'error.unreachable':
    'The server cannot be reached. What you typed is still here: check the network and try again.',
  'error.status': 'The server answered with an error (%{status}). Try again shortly.',

  'invalid.integer': 'Enter a whole number',
  'invalid.quantity': 'Enter a number with at most four decimal places',
  'invalid.money': 'Enter an amount with at most two decimal places',
  'invalid.price': 'Enter a price with at most six decimal places',
  'invalid.rate': 'Enter a percentage such as 13 or 13%',

  'invalid.json': 'This is not valid JSON',

  'lines.add': 'Add a line',
  'lines.remove': 'Remove this line',
  'lines.none': 'No lines',
  'lines.scrolls': 'Table wider than the window: the arrow keys scroll it',
  'lines.keys': 'Enter next cell · ↑↓ rows · Ctrl+Enter to an empty line · Ctrl+Delete removes the row',

  'export.xlsx': 'Export as Excel (XLSX)',
  'export.csv': 'Export as CSV',

  'list.all': 'All',
  'list.pin': 'Keep over the list',
  'list.chosen': '%{count} chosen records',
  'list.filter': 'Filter',
  'list.from': 'from',
  'list.to': 'to',
  'list.noMatch': 'Nothing in %{name} fits these conditions',
  'list.madeElsewhere': 'Made by a colleague who may, or by other work.',
  'list.import': 'Import from a spreadsheet',

  'live.on': 'Follows the server live',
  'live.off': 'Live updates are interrupted; reconnecting. You can refresh by hand.',
  'live.short': 'Live',
  'live.offShort': 'Offline',

  'order.noShipments': 'Nothing shipped yet',
  'order.nothingToShip': 'No reserved stock is left to ship',
  'order.shipNothing': 'Nothing to ship: enter the quantity of at least one line, or cancel.',
  'order.line': 'Product',
  'order.open': 'Open',

  'password.title': 'Change password',
  'password.current': 'Current password',
  'password.next': 'New password',
  'password.again': 'New password again',
  'password.differ': 'The two new passwords differ',
  'password.done': 'Password changed',

  'queue.preview': 'Preview: what will be printed',
  'queue.openFirst': 'Open the preview and look at it, then come back and tick.',
  'queue.noOther': 'There is no other printer.',
  'queue.otherPaper': 'holds other paper',
  'queue.drawing': 'Drawing the preview…',
  'queue.uncertain': 'Please look at the printer: did it come out?',
  'queue.checked': 'It is right, print',
  'queue.waits': 'Waiting: %{reasons}',
  'queue.actions': 'Actions',

  'reference.none': 'Nothing found; try another word',
  'reference.searching': 'Searching…',

  'role.admin': 'Administrator',
  'role.clerk': 'Order clerk',
  'role.sales': 'Sales',
  'role.confirmer': 'Confirmer',
  'role.finance': 'Finance',
  'role.warehouse': 'Warehouse',
  'role.service': 'Customer service',
  'role.supervisor': 'Supervisor',
  'role.auditor': 'Auditor',

  'shortcut.title': 'Shortcuts',
  'shortcut.here': 'On this page',
  'shortcut.grid': 'In line grids',
  'shortcut.search': 'Search',
  'shortcut.create': 'Create',
  'shortcut.edit': 'Edit',
  'shortcut.save': 'Save',
  'shortcut.help': 'Show shortcuts',
  'shortcut.toLines': 'To an empty line',
  'shortcut.nextCell': 'Next cell; a new row after the last',
  'shortcut.rows': 'Row above, row below',
  'shortcut.removeRow': 'Remove the row',
  'shortcut.scanner': 'Barcode scanner: the code of a paper opens it from any page.',

  'saved.title': 'My filters',
  'saved.none': 'Nothing saved yet. Set filters and order, then save them under a name.',
  'saved.name': 'Save this filter as',
  'saved.save': 'Save',

  'show.related': 'Related',
  'reveal.title': 'Copy it now',
  'reveal.text': 'This is shown only once and cannot be seen again after closing.',
  'signIn.what': 'Orders · Shipments · Paper',

  'stale.title': 'Somebody else has just changed this record. It now has:',
  'stale.keep': 'Load it, keep what I typed',
  'stale.discard': 'Discard what I typed',
}
