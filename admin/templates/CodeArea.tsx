import { autocompletion, type CompletionSource } from '@codemirror/autocomplete'
import { css } from '@codemirror/lang-css'
import { html } from '@codemirror/lang-html'
import { json } from '@codemirror/lang-json'
import { lintGutter, setDiagnostics } from '@codemirror/lint'
import { Decoration, EditorView, MatchDecorator, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import Box from '@mui/material/Box'
import { useTheme } from '@mui/material/styles'
import CodeMirror from '@uiw/react-codemirror'
import { useEffect, useMemo, useState } from 'react'
import type { Fault } from './usePreview'

interface CodeAreaProps {
  file: string
  text: string
  fault: Fault | null
  complete: CompletionSource
  /** Absent: it is only looked at. */
  onChange?: (text: string) => void
}

const mustaches = new MatchDecorator({
  regexp: /\{\{(?:!--[\s\S]*?--|[^{}]*)\}\}/g,
  decoration: ([text]) =>
    Decoration.mark({
      class: text.startsWith('{{!')
        ? 'hbs-comment'
        : /^\{\{~?[#/^]|^\{\{~?else/.test(text)
          ? 'hbs-block'
          : 'hbs-value',
    }),
})

/** Handlebars over HTML: the language itself knows only tags. */
const handlebars = ViewPlugin.fromClass(
  class {
    decorations
    constructor(view: EditorView) {
      this.decorations = mustaches.createDeco(view)
    }
    update(update: ViewUpdate) {
      this.decorations = mustaches.updateDeco(update, this.decorations)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

/** One file of a template, with its language, completion of fields, and the fault at its place. */
export function CodeArea({ file, text, fault, complete, onChange }: CodeAreaProps) {
  const { palette } = useTheme()
  const [view, setView] = useState<EditorView | null>(null)
  const extensions = useMemo(() => {
    const isTemplate = file.endsWith('.hbs')
    const language = isTemplate ? html({ selfClosingTags: true }) : file.endsWith('.css') ? css() : json()
    return [
      language,
      lintGutter(),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': file }),
      ...(isTemplate ? [handlebars, autocompletion({ override: [complete] })] : [autocompletion()]),
    ]
  }, [file, complete])

  useEffect(() => {
    if (!view) return
    const isHere = fault && fault.line !== undefined && fault.file === file
    const line = view.state.doc.line(
      Math.min(Math.max(isHere ? (fault.line ?? 1) : 1, 1), view.state.doc.lines),
    )
    const from = Math.min(line.from + Math.max((fault?.column ?? 1) - 1, 0), line.to)
    const marks = isHere ? [{ from, to: line.to, severity: 'error' as const, message: fault.message }] : []
    view.dispatch(setDiagnostics(view.state, marks))
  }, [view, fault, file, text])

  return (
    <Box
      sx={{
        flex: 1,
        minHeight: 0,
        overflow: 'hidden',
        '& .cm-theme, & .cm-theme-light, & .cm-theme-dark, & .cm-editor': { height: '100%' },
        '& .cm-editor': { fontSize: 13 },
        '& .cm-scroller': { fontFamily: 'ui-monospace, Menlo, Consolas, "Noto Sans Mono CJK SC", monospace' },
        '& .hbs-value, & .hbs-value *': { color: `${palette.primary.main} !important`, fontWeight: 600 },
        '& .hbs-block, & .hbs-block *': { color: `${palette.info.main} !important`, fontWeight: 600 },
        '& .hbs-comment, & .hbs-comment *': {
          color: `${palette.text.secondary} !important`,
          fontStyle: 'italic',
        },
      }}
    >
      <CodeMirror
        key={file}
        value={text}
        height="100%"
        theme={palette.mode}
        extensions={extensions}
        editable={onChange !== undefined}
        readOnly={onChange === undefined}
        onChange={onChange}
        onCreateEditor={setView}
      />
    </Box>
  )
}
