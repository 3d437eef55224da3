// How a printed document is set: one column of A4, headings and tables that a screen reader can follow, page numbers.
export const PAGE_TEMPLATE = `
#let page-data = json(bytes(sys.inputs.page))
#let strict = sys.inputs.fonts == "own"
#let ink = rgb("#212b32")
#let blue = rgb("#005eb8")
#let quiet = rgb("#4c6272")
#let rule-colour = rgb("#d8dde0")

#set document(title: page-data.title, author: "Cadre", date: none)
#set text(
  lang: "en", region: "GB", size: 10pt, fill: ink, fallback: not strict,
  font: ("Libertinus Serif", "DejaVu Sans Mono", "New Computer Modern Math"),
  number-type: "lining",
)
#set par(leading: 0.62em, spacing: 0.9em)
#set page(
  paper: "a4",
  margin: (x: 20mm, top: 20mm, bottom: 22mm),
  footer: context [
    #set text(size: 8pt, fill: quiet)
    #page-data.title, #page-data.month
    #h(1fr)
    page #counter(page).display() of #counter(page).final().first()
  ],
)
#show heading.where(level: 1): it => block(below: 0.9em, text(size: 22pt, fill: ink, it.body))
#show heading.where(level: 2): it => block(above: 2em, below: 0.8em, sticky: true, text(size: 14pt, fill: blue, it.body))
#show link: set text(fill: blue)

= #page-data.title

#text(fill: quiet)[
  #page-data.pack.name #page-data.pack.version#if page-data.blueprint != none [, #page-data.blueprint.title #page-data.blueprint.version].
  As of #page-data.month.
]

#block(
  fill: rgb("#f0f4f5"), inset: 10pt, width: 100%, stroke: (left: 3pt + blue),
  list(spacing: 0.7em, ..page-data.summary.map(sentence => [#sentence])),
)

#let align-of(column) = if column.kind == "number" { right } else { left }

#let table-of(section) = {
  let columns = section.columns
  let count = columns.len()
  let small = if count > 6 { 7.5pt } else { 9pt }
  set text(size: small)
  set par(justify: false)
  let widths = columns.enumerate().map(((at, column)) => if column.kind == "number" { auto } else if at == 0 { 2fr } else { 1fr })
  let body = section.groups.map(group => {
    let cells = group.rows.flatten().enumerate().map(((at, cell)) => [#cell])
    if group.heading == none { cells } else {
      (table.header(level: 2, repeat: false, table.cell(colspan: count, fill: rgb("#f0f4f5"), align: left, strong(group.heading))), ..cells)
    }
  }).flatten()
  table(
    columns: widths,
    align: columns.map(align-of),
    stroke: (x, y) => (bottom: 0.5pt + rule-colour),
    inset: (x: 4pt, y: 4.5pt),
    table.header(..columns.map(column => table.cell(stroke: (bottom: 1.2pt + blue), strong(column.label)))),
    ..body,
  )
}

#for section in page-data.sections [
  == #section.heading
  #section.introduction

  #if section.groups.all(group => group.rows.len() == 0) [
    #emph(section.whenEmpty)
  ] else {
    table-of(section)
  }
]
`;
