/// The looks of comparisons, and of every page in the dark.
extension Stylesheet {
    /// Of a comparison: two columns on a screen and on paper, one on a narrow screen or where the reader asks for it.
    static let comparison: StaticString = """

        .tools, .one { display: none } .legend > .one { margin: 0 }
        .tools { position: sticky; top: 0; z-index: 1; background: var(--paper); border: solid var(--rule); border-width: 1px 0; padding: 1.4mm 0;
          margin: 2mm 0; flex-wrap: wrap; gap: .6mm 6mm; align-items: center; font: 9pt/1.6 sans-serif }
        .tools fieldset { border: 0; margin: 0; padding: 0; min-width: 0 } .tools legend { float: left; color: var(--soft); padding: 0; margin-right: 2mm }
        .tools label { margin-right: 2.5mm; white-space: nowrap } .tools input { margin: 0 1mm 0 0; vertical-align: -1px; accent-color: var(--accent) }
        .tools p { margin: 0 } .tools button { font: inherit; color: inherit; background: var(--pale); border: 1px solid var(--soft); border-radius: 2px;
          margin-right: 1.5mm; padding: 0 2mm }
        .list ol { margin: 1mm 0 3mm; padding-left: 9mm; font-size: 9pt; line-height: 1.6; columns: 2; column-gap: 8mm } .list li { break-inside: avoid }
        .row { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); border-top: .6px solid var(--rule); font-size: 9.6pt; line-height: 1.7 }
        .what { grid-column: 1 / -1; font-size: 8.4pt; line-height: 1.5; color: var(--soft); margin: 1mm 0 .4mm; break-after: avoid }
        .what .tag:first-child { margin-left: 0 }
        .row .old, .row .new { padding: .4mm 2.4mm 1.4mm; overflow-wrap: anywhere; white-space: pre-line } .row .old { padding-left: 0 }
        .row .new { border-left: .6px solid var(--rule) } .row .new del { display: none } .row.head .old, .row.head .new { font-weight: 600 }
        .row .whole :is(del, ins) { text-decoration: none } .row .old.whole { border-left: 3px solid var(--red); padding-left: 1.6mm }
        .row .new.whole { border-left: 3px solid var(--green); padding-left: 1.6mm }
        .row .none { background: repeating-linear-gradient(135deg, var(--paper) 0 5px, var(--pale) 5px 6px) }
        .row.stub .old { color: var(--soft) }
        .merged { margin: 1mm 0 3mm; font-size: 8.6pt; line-height: 1.4 } .merged td { padding: .6mm 1.2mm; text-align: center; vertical-align: middle;
          white-space: pre-line; overflow-wrap: anywhere }
        .merged del + ins { margin-left: .3em }
        .same p { font-size: 9.4pt; margin: .6mm 0; color: var(--soft) } .same .head { font-weight: 600 }
        .change { scroll-margin-top: 24mm } .change:focus { outline: 2px solid var(--accent); outline-offset: 2px }
        .scroll { overflow-x: auto }
        @supports selector(:has(*)) {
          .tools { display: flex }
          .k:not(.compare:has(.f-number:checked) .k-number,
          .compare:has(.f-date:checked) .k-date,
          .compare:has(.f-name:checked) .k-name,
          .compare:has(.f-wording:checked) .k-wording,
          .compare:has(.f-moved:checked) .k-moved,
          .compare:has(.f-added:checked) .k-added,
          .compare:has(.f-removed:checked) .k-removed,
          .compare:has(.f-format:checked) .k-format) { display: none }
          .compare:has(.view-one:checked) .row { grid-template-columns: minmax(0, 1fr) }
          .compare:has(.view-one:checked) :is(.row .old, .both) { display: none }
          .compare:has(.view-one:checked) :is(.row .new del, .one) { display: inline }
          .compare:has(.view-one:checked) .whole del { text-decoration: line-through }
          .compare:has(.view-one:checked) .whole ins { text-decoration: underline; display: block }
          .compare:has(.view-one:checked) :is(.row .new, .row .new.whole) { border: 0; padding-left: 0; background: none }
        }
        @media screen and (min-width: 1100px) { body:has(> .wide) { max-width: 270mm } }
        @media screen and (max-width: 720px) { .row { grid-template-columns: minmax(0, 1fr) } .row .old, .both { display: none }
          .row .new del, .one { display: inline } .row .whole del { text-decoration: line-through }
          .row .whole ins { text-decoration: underline; display: block } .row .new, .row .new.whole { border: 0; padding-left: 0; background: none } .list ol { columns: 1 }
          .tools { position: static } .tools fieldset:first-child { display: none } }
        @media print { .tools { display: none } .compare details.change, .compare details.same { display: block } .compare summary { list-style: none }
          .scroll { overflow: visible } }
        """

    /// On a dark screen: light ink on dark paper, with the same meanings. On paper all is as it is by day.
    static let dark: StaticString = """

        @media screen and (prefers-color-scheme: dark) {
          :root { color-scheme: dark; --ink: #e3e7ea; --soft: #a3adb6; --rule: #46505a; --pale: #272d33; --red: #ff9b93; --redpale: #45201e; --amber: #f0c169;
            --amberpale: #3d3015; --blue: #93c5f0; --bluepale: #1c3145; --green: #86d6a5; --greenpale: #17382a; --accent: #a9c8e6; --paper: #1a1e22;
            --desk: #101316; --target: #4a431a; --termpale: #2e2722 }
        }
        """
}
