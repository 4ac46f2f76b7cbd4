import AuditModel
import DocumentModel

/// Whether the text speaks as another unit than the title names.
extension Examination {
    /// How often a text speaks as another kind of unit before it is no slip.
    private static let leastVoices = 3
    /// In characters: shorter forms of a name may be part of any word.
    private static let leastName = 3

    /// The text speaks of another unit as its own: it names the title's nowhere, or a section begins so; or it speaks as a kind of unit that the title's is not.
    func speakerContradicts() -> Tally {
        var tally = Tally()
        let identity = report.identity
        guard let title = identity.titleUnit else { return tally }
        // Where title and signature differ, or text and title, that is said already.
        for other in [identity.signatureUnit, identity.textUnit, identity.textTitleUnit] {
            if let other, !mayMeanTheSame(title.value, other.value) { return tally }
        }
        let others = identity.speakers.filter { !mayMeanTheSame(title.value, $0.unit.value) && isBeside(title.value, $0.unit.value) }
        let isNamed = !others.isEmpty && isTitleNamed
        let found = others.first { !isNamed || $0.opensSection }?.unit
        if let other = found ?? otherVoice(than: title.value) {
            let own = Evidence(place: title.place, quote: title.quote, label: EngineWording.title)
            let place = Evidence(place: other.place, quote: other.quote, label: EngineWording.place(other.place.locator))
            tally.violated(contradiction(place, own, found: title.value, expected: other.value))
        } else if !identity.speakers.isEmpty {
            tally.satisfied()
        }
        return tally
    }

    /// Whether the text names the title's unit, be it by a short form.
    private var isTitleNamed: Bool {
        let droppable = pack.identity.droppableEndings
        return report.identity.ownNames.contains { name in
            name.unicodeScalars.count >= Self.leastName && !droppable.contains(name) && isNamedInText(name)
        }
    }

    /// Whether a unit of the title's level is none that the title's may have above it or below it: places, or units whose names end alike.
    private func isBeside(_ title: String, _ other: String) -> Bool {
        func end(_ name: String) -> String? {
            pack.identity.levels.flatMap(\.endings).filter(name.hasSuffix).max { $0.utf8.count < $1.utf8.count }
        }
        // Places of a level have none of it above them or below them.
        let isPlace = pack.identity.levels.first { $0.id == report.identity.level }?.voices.isEmpty == false
        return isPlace || end(core(of: title)) == end(core(of: other))
    }

    /// As what the text speaks of itself where the title's unit could not, and never as that could.
    private func otherVoice(than title: String) -> Located<String>? {
        guard let level = pack.identity.levels.first(where: { $0.id == report.identity.level }) else { return nil }
        let own = level.voices.filter { ByteSearch.first(String($0.dropFirst()), in: title) != nil }
        guard !own.isEmpty else { return nil }
        let filter = workshop.filter
        let pieces = searchable.candidates(filter.number(ofVoices: level), filter).map { searchable.pieces[$0] }
        guard !pieces.contains(where: { piece in own.contains { ByteSearch.first($0, in: piece.text.string) != nil } }) else { return nil }
        let voices = workshop.voices(of: level)
        let found = pieces.compactMap { piece -> Located<String>? in
            let range = UTF8Text.bytes(of: piece.text.string) { voices.firstMatch(in: $0, range: 0..<$0.count) }
            guard let range else { return nil }
            let word = piece.text.substring(range)
            return Located(word, quote: word, place: Place(piece.locator, piece.text.position(atOffset: range.lowerBound)))
        }
        guard found.count >= Self.leastVoices, let first = found.first,
            found.allSatisfy({ $0.value.dropFirst() == first.value.dropFirst() })
        else { return nil }
        return first
    }
}
