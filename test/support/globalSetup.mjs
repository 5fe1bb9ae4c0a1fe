export { startDatabaseBroker as default } from './databaseBroker.mjs'
