export { stopDatabaseBroker as default } from './databaseBroker.mjs'
