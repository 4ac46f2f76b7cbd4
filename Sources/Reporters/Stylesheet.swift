/// The looks of every page: a printed document rather than a screen, black on white, with colour only where something is to be done.
enum Stylesheet {
    static let css: StaticString = """
        @page { size: A4; margin: 18mm 15mm 17mm; @bottom-center { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #666 } }
        :root { --ink: #1d2329; --soft: #5d6873; --rule: #c9d0d6; --pale: #f4f6f7; --red: #a8201a; --redpale: #fbeceb; --amber: #8a5a00;
          --amberpale: #fdf4e0; --blue: #1f5582; --bluepale: #ebf2f8; --green: #1c6b3f; --greenpale: #e9f5ee; --accent: #23405c;
          --paper: #fff; --desk: #e7eaec; --target: #fff6c9; --termpale: #fdf6f1 }
        * { box-sizing: border-box }
        html { background: var(--desk); -webkit-text-size-adjust: 100% }
        body { margin: 0 auto; max-width: 210mm; padding: 0; color: var(--ink); font: 10.5pt/1.7 "PingFang SC", "Hiragino Sans GB",
          "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; line-break: strict }
        .sheet { background: var(--paper); padding: 16mm 15mm; margin: 6mm 0; box-shadow: 0 1px 4px rgba(0, 0, 0, .18) }
        h1, h2, h3, h4 { font-family: "Songti SC", "STSong", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", serif; line-height: 1.35;
          break-after: avoid; margin: 0 }
        h1 { font-size: 19pt; letter-spacing: .04em }
        h2 { font-size: 13.5pt; color: var(--accent); border-bottom: 1.5px solid var(--accent); padding-bottom: 1.2mm; margin: 10mm 0 3.5mm }
        h3 { font-size: 11.5pt; margin: 6mm 0 2mm }
        h4 { font-size: 11pt }
        p { margin: 1.2mm 0 }
        a { color: inherit; text-decoration-color: #9fb0bf; text-underline-offset: 2px }
        .kicker { font-size: 9.5pt; color: var(--soft); letter-spacing: .18em; margin: 0 0 1mm }
        .masthead { border-bottom: 3px double var(--accent); padding-bottom: 4mm }
        table { border-collapse: collapse; width: 100%; font-size: 9pt; line-height: 1.5; font-variant-numeric: tabular-nums }
        th, td { border: .6px solid var(--rule); padding: .9mm 1.6mm; vertical-align: top; text-align: left }
        th { background: var(--pale); font-weight: 600 }
        thead { display: table-header-group }
        tr { break-inside: avoid }
        td.n, th.n { text-align: right; white-space: nowrap }
        .facts { margin: 4mm 0 0 }
        .facts th { width: 24mm; background: none; color: var(--soft); font-weight: 400 }
        .facts th, .facts td { border: 0; padding: .3mm 2mm .3mm 0 }
        .path, .mono { font-family: "SF Mono", Consolas, "DejaVu Sans Mono", monospace; font-size: 8.5pt; overflow-wrap: anywhere }
        .soft { color: var(--soft) }
        .verdict { margin: 5mm 0 0; padding: 3.5mm 5mm; border: 1px solid; border-left-width: 5px; break-inside: avoid }
        .verdict strong { font-size: 13pt; font-family: "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", serif }
        .verdict p { margin: .6mm 0 0 }
        .verdict.compliant { color: var(--green); background: var(--greenpale) }
        .verdict.non-compliant { color: var(--red); background: var(--redpale) }
        .verdict.undetermined { color: var(--amber); background: var(--amberpale) }
        .verdict p { color: var(--ink) }
        .group { color: var(--soft); font: 9pt/1.5 sans-serif; font-weight: 400; margin-left: 2mm }
        .finding { border: .8px solid var(--rule); border-left: 4px solid var(--soft); padding: 2.6mm 4mm; margin: 2.6mm 0; break-inside: avoid }
        .finding.consequence { margin-left: 9mm; margin-top: -1.4mm } .finding.waived { opacity: .75 }
        .finding header { display: flex; gap: 2.4mm; align-items: baseline }
        .finding header h4 { flex: 1 }
        .finding .message { margin: 1.2mm 0 1.8mm }
        .finding dl { display: grid; grid-template-columns: 4.2em 1fr; margin: 1.6mm 0 0; font-size: 9.5pt }
        .finding dt { color: var(--soft) } .finding dd { margin: 0 }
        .badge { font-size: 8.5pt; font-weight: 600; padding: 0 1.6mm; border: 1px solid; border-radius: 2px; white-space: nowrap }
        .error { border-left-color: var(--red) } .error > header .badge, .badge.error { color: var(--red); background: var(--redpale) }
        .query { border-left-color: #c98a12 } .query > header .badge, .badge.query { color: var(--amber); background: var(--amberpale) }
        .note { border-left-color: var(--blue) } .note > header .badge, .badge.note { color: var(--blue); background: var(--bluepale) }
        .undetermined > header .badge { color: var(--soft); background: var(--pale) }
        .badge.compliant { color: var(--green); background: var(--greenpale) }
        .badge.non-compliant { color: var(--red); background: var(--redpale) }
        .badge.undetermined { color: var(--amber); background: var(--amberpale) }
        .evidence { font-size: 9pt } .evidence td:first-child { width: 62% }
        .evidence td { padding: .5mm 1.6mm; border-width: .6px 0 0 } .evidence .path { color: var(--soft) }
        .legend { font-size: 9pt; color: var(--soft); background: var(--pale); padding: 1.6mm 3mm; margin: 2mm 0 4mm }
        .legend > span + span { margin-left: 3mm }
        .report { font-size: 10.5pt }
        .report p { text-indent: 2em; overflow-wrap: anywhere } .report .opening { text-indent: 0; text-align: center }
        .report h3, .report h4 { border-left: 3px solid var(--rule); padding-left: 2mm }
        .figure { border-bottom: 1.6px solid; font-weight: 600; padding: 0 .5px }
        .figure::after { font-size: 7pt; vertical-align: super; line-height: 0; font-weight: 400; padding-left: 1px; white-space: nowrap }
        .agrees { color: var(--green) } .agrees::after { content: "\\2713" }
        .differs { color: var(--paper); background: var(--red); border-color: var(--red) } .differs::after { content: "\\2260" }
        .uncompared { color: var(--blue); border-bottom-style: double } .uncompared::after { content: "\\2013" }
        .ambiguous { color: var(--amber); border-bottom-style: dashed } .ambiguous::after { content: "?" }
        .unbound { color: var(--soft); border-bottom: 1.4px dotted } .unbound::after { content: "\\25CB" }
        mark { color: inherit; background: var(--pale); box-shadow: inset 0 -2px 0 var(--soft) }
        mark.term { box-shadow: inset 0 -1px 0 var(--rule) }
        mark.error { background: var(--redpale); box-shadow: inset 0 -2px 0 var(--red) }
        mark.query { background: var(--amberpale); box-shadow: inset 0 -2px 0 #c98a12 }
        mark.note { background: var(--bluepale); box-shadow: inset 0 -2px 0 var(--blue) }
        .ref { font-size: 7.5pt; vertical-align: super; line-height: 0; color: var(--red); text-decoration: none; padding: 0 1px; white-space: nowrap }
        .ref.query { color: var(--amber) } .ref.note { color: var(--blue) } .ref.undetermined { color: var(--soft) }
        .grid { margin: 2.5mm 0 4mm; font-size: 8.2pt; line-height: 1.35 } .grid td, .grid th { padding: .7mm 1mm; vertical-align: middle }
        .grid th { font-weight: 400; overflow-wrap: anywhere } .grid td.n { position: relative; min-width: 9mm; background: var(--paper) }
        .grid td.n small { display: block; color: var(--soft); font-size: 6.8pt; line-height: 1.1 }
        .grid td.error { background: var(--redpale); outline: 1.6px solid var(--red); outline-offset: -1.6px; font-weight: 700 }
        .grid td.query { background: var(--amberpale); outline: 1.6px solid #c98a12; outline-offset: -1.6px }
        .grid td.note { background: var(--bluepale); outline: 1.4px dashed var(--blue); outline-offset: -1.4px }
        .grid td.undetermined { background: var(--pale); outline: 1.4px dashed var(--soft); outline-offset: -1.4px }
        .grid.short { break-inside: avoid }
        .grid .term { background: var(--termpale) }
        .grid td.absent { background: repeating-linear-gradient(135deg, var(--paper) 0 3px, var(--rule) 3px 4px) }
        del { color: var(--red); background: var(--redpale); text-decoration: line-through; text-decoration-thickness: 1px }
        ins { color: var(--green); background: var(--greenpale); text-decoration: underline; text-underline-offset: 2px }
        .tag { font-size: 8pt; color: var(--soft); border: .8px solid var(--rule); border-radius: 2px; padding: 0 1.2mm; margin-left: 1.5mm;
          font-family: sans-serif; font-weight: 400; white-space: nowrap; text-indent: 0; display: inline-block }
        .changes { font-size: 8.6pt; line-height: 1.4 } .changes td, .changes th { padding: .5mm 1.6mm }
        details > summary { cursor: pointer; color: var(--soft); font-size: 9pt; padding: .6mm 0 }
        .rules { columns: 2; column-gap: 8mm; font-size: 8.8pt; list-style: none; padding: 0; margin: 0 }
        .rules li { break-inside: avoid; display: flex; gap: 2mm; border-bottom: .5px dotted var(--rule) }
        .rules .id { width: 5em; flex: none } .rules .name { flex: 1 } .rules .violated { color: var(--red); font-weight: 600 }
        .rules .satisfied { color: var(--green) } .rules .notApplicable, .rules .undetermined { color: var(--soft) }
        .colophon { margin-top: 10mm; border-top: 1px solid var(--rule); padding-top: 2.5mm; font-size: 8.2pt; color: var(--soft) }
        .colophon p { margin: 0 }
        :target { scroll-margin-top: 8mm; background: var(--target) }
        @media screen and (max-width: 720px) { .sheet { padding: 6mm 4mm; margin: 0 } .rules { columns: 1 } .scroll { overflow-x: auto } }
        @media print { html { background: none } body { max-width: none; font-size: 10pt; color: #1d2329 } .sheet { padding: 0; margin: 0; box-shadow: none }
          .sheet + .sheet { break-before: page } a { text-decoration: none } :target { background: none } details { display: none }
          * { -webkit-print-color-adjust: exact; print-color-adjust: exact } }
        """
}
