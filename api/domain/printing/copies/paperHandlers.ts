/** Who handles papers: scans them, takes signed ones back and stale ones out of the world. */
export const paperHandlers: readonly string[] = ['clerk', 'sales', 'warehouse', 'finance', 'supervisor']
