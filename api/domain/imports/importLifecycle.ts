import { lifecycle } from '../../engine/lifecycle.js'
import { say } from '../../engine/text.js'

/** The way of an import: mapped, checked, run, and perhaps taken back. Work in the background ends the states in -ing. */
export const importLifecycle = lifecycle({
  field: 'status',
  initial: 'draft',
  states: {
    draft: { label: say('待对应列', 'To be mapped'), tone: 'neutral' },
    checking: { label: say('检查中', 'Being checked'), tone: 'info' },
    faulty: { label: say('有错误', 'Has errors'), tone: 'error' },
    ready: { label: say('可导入', 'Ready'), tone: 'info' },
    running: { label: say('导入中', 'Importing'), tone: 'info' },
    done: { label: say('已导入', 'Imported'), tone: 'success' },
    undoing: { label: say('撤销中', 'Being undone'), tone: 'warning' },
    undone: { label: say('已撤销', 'Undone'), tone: 'neutral' },
    failed: { label: say('未完成', 'Failed'), tone: 'error' },
  },
  transitions: {
    check: { from: ['draft', 'faulty', 'ready', 'failed'], to: 'checking' },
    refuse: { from: ['checking', 'running'], to: 'faulty' },
    pass: { from: ['checking'], to: 'ready' },
    run: { from: ['ready'], to: 'running' },
    finish: { from: ['running', 'undoing'], to: 'done' },
    undo: { from: ['done'], to: 'undoing' },
    revert: { from: ['undoing'], to: 'undone' },
    fail: { from: ['checking', 'running'], to: 'failed' },
  },
})
