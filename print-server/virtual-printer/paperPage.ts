import type { Paper } from './paperTray.js'
import { pageTexts, type PageTexts } from './pageTexts.js'

export interface PrinterView {
  state: 'idle' | 'processing' | 'stopped'
  reasons: string[]
  waiting: number
  papers: Paper[]
}

const REFRESH_S = 3

/** The page on which a person sees what the printer did; it has no script and reloads itself. */
export function paperPage(view: PrinterView, language: 'zh' | 'en'): string {
  const texts = pageTexts[language]
  return `<!doctype html>
<html lang="${texts.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${REFRESH_S}">
<title>${texts.title}</title>
<style>${style}</style>
</head>
<body>
<header><h1>${texts.title}</h1><a href="/?lang=${texts.other.lang}">${texts.other.label}</a></header>
<p>${texts.intro}</p>
<section class="${view.state}"><strong>${stateLine(view, texts)}</strong>${buttons(view, texts, language)}</section>
${view.papers.length === 0 ? `<p>${texts.nothing}</p>` : table(view.papers, texts)}
</body>
</html>
`
}

function stateLine(view: PrinterView, texts: PageTexts): string {
  const reasons = view.reasons.map((reason) => escapeHtml(texts.reason(reason))).join(' · ')
  const waiting = view.waiting > 0 ? texts.waiting(view.waiting) : ''
  return [texts[view.state], reasons, waiting].filter((part) => part !== '').join(' · ')
}

function buttons(view: PrinterView, texts: PageTexts, language: string): string {
  const form = (label: string, state: string, reason?: string) =>
    `<form method="post" action="/control?lang=${language}"><input type="hidden" name="state" value="${state}">` +
    (reason === undefined ? '' : `<input type="hidden" name="reasons" value="${reason}">`) +
    `<button>${label}</button></form>`
  if (view.state === 'stopped') return form(texts.putRight, 'idle')
  return form(texts.takePaper, 'stopped', 'media-empty') + form(texts.stop, 'stopped', 'paused')
}

function table(papers: Paper[], texts: PageTexts): string {
  const clock = new Intl.DateTimeFormat(texts.lang, {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'medium',
  })
  const rows = papers.map(
    ({ file, bytes, printedAt }) =>
      `<tr><td><a href="/paper/${encodeURIComponent(file)}">${escapeHtml(file)}</a></td>` +
      `<td>${clock.format(printedAt)}</td><td>${Math.ceil(bytes / 1024)} KB</td></tr>`,
  )
  return `<table><thead><tr><th>${texts.paper}</th><th>${texts.printedAt}</th><th>${texts.size}</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}

const style = `
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1c2430; background: #f6f7f9;
  font: 15px/1.6 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif }
header { display: flex; justify-content: space-between; align-items: baseline }
h1 { font-size: 1.5rem; margin: 0 }
a { color: #1f5fbf }
section { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; margin: 1rem 0; padding: .75rem 1rem;
  background: #fff; border-left: 4px solid #2e8b57; border-radius: 4px }
section.processing { border-color: #1f5fbf }
section.stopped { border-color: #c0392b }
strong { flex: 1 1 auto }
form { margin: 0 }
button { font: inherit; padding: .3rem .9rem; border: 1px solid #b8c0cc; border-radius: 4px; background: #fff; cursor: pointer }
table { width: 100%; border-collapse: collapse; background: #fff; border-radius: 4px }
th, td { padding: .5rem .75rem; text-align: left; border-bottom: 1px solid #e4e7ec; overflow-wrap: anywhere }
th { font-weight: 600; color: #56616f }
td:nth-child(n + 2), th:nth-child(n + 2) { white-space: nowrap }
`
