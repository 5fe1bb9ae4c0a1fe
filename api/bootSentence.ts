/** Why the program could not start, in one sentence for the person at the terminal. */
export function bootSentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code: unknown = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return 'The port is taken by another program: stop that one, or set PORT to a free port. 端口已被占用，请停止占用它的程序，或用 PORT 另设端口。'
  const syscall: unknown = 'syscall' in error ? error.syscall : undefined
  if (code === 'EACCES' && syscall === 'listen')
    return 'This user may not listen on that port: set PORT to one above 1024. 没有权限使用该端口。'
  if (/^Sequelize(Connection|Host|Access|Database)/.test(error.name))
    return `The database cannot be reached: check DATABASE_URL and that the database runs (${error.message}). 连不上数据库，请检查 DATABASE_URL。`
  if (typeof syscall === 'string')
    return `A file or folder cannot be used: ${error.message}. 文件或目录无法使用，请检查 DATA_DIR 和 DATABASE_URL。`
  return error.stack ?? error.message
}
