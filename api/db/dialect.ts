export type Dialect = 'sqlite' | 'mysql'

/** The column types that differ between the databases, for migrations. Times are ISO texts, hashes ASCII. */
export function columnTypes(dialect: Dialect) {
  const mysql = dialect === 'mysql'
  const ascii = (n: number) =>
    mysql ? `VARCHAR(${n}) CHARACTER SET ascii COLLATE ascii_bin` : `VARCHAR(${n})`
  return {
    id: mysql ? 'id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY' : 'id INTEGER PRIMARY KEY AUTOINCREMENT',
    int: 'BIGINT',
    bool: mysql ? 'TINYINT(1)' : 'TINYINT(1)',
    text: (n: number) => (mysql ? `VARCHAR(${n})` : `VARCHAR(${n}) COLLATE NOCASE`),
    long: mysql ? 'LONGTEXT' : 'TEXT',
    ascii,
    time: ascii(24),
    day: ascii(10),
    blob: mysql ? 'LONGBLOB' : 'BLOB',
    tail: mysql ? 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci' : '',
  }
}

export type ColumnTypes = ReturnType<typeof columnTypes>
