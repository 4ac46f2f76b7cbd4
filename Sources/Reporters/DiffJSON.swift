package import AuditModel
import DocumentDiff
import DocumentModel

/// A comparison as one JSON object of format `gouji-diff-1`.
package enum DiffJSON {
    /// The object as UTF-8 bytes, one line feed at the end.
    package static func bytes(of comparison: Comparison, in language: Language) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("format", "gouji-diff-1")
            json.member("tool", .line) {
                $0.member("name", Tool.name)
                $0.member("version", Tool.version)
            }
            json.member("old", .line) { $0.side(comparison.old) }
            json.member("new", .line) { $0.side(comparison.new) }
            json.member("minimal", comparison.delta.isMinimal)
            json.member("sections", array: comparison.delta.sections) { $0.section($1, comparison) }
            json.member("indicators", array: comparison.changes) { $0.change($1, language) }
            json.repetition(comparison.carryover, language)
            json.promises(comparison.carryover?.followUps ?? [])
        }
        return json.finished()
    }
}

extension JSONWriter {
    fileprivate mutating func side(_ side: Comparison.Side) {
        source(side.source)
        member("unit", side.identity?.unit)
        member("year", side.identity?.year)
        member("form", side.form)
    }

    fileprivate mutating func section(_ section: SectionDelta, _ comparison: Comparison) {
        object { json in
            json.member("title", section.title)
            json.member("state", section.state.rawValue)
            json.member("blocks", array: section.blocks) { json, block in
                json.object(.line) { json in
                    json.member("state", block.state.rawValue)
                    json.optionalPlace("old", block.old?.place)
                    json.optionalPlace("new", block.new?.place)
                    if block.state != .same {
                        json.member("kinds", array: ChangeKind.allCases.filter(block.changeKinds(names: comparison.names).contains)) {
                            $0.string($1.rawValue)
                        }
                    }
                    json.member("edits", array: block.edits) { json, edit in
                        json.object {
                            $0.member("op", edit.operation.rawValue)
                            $0.member("text", block.text(of: edit))
                        }
                    }
                }
            }
            json.member("copied", hundredths: section.copied(masking: comparison.mask).map { Int(($0 * 100).rounded()) })
        }
    }

    private mutating func optionalPlace(_ name: String, _ place: Place?) {
        if let place {
            member(name) { $0.place(place) }
        } else {
            null(name)
        }
    }
}
