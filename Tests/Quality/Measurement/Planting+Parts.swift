import TestSupport

extension Planting {
    private func wording(_ piece: Piece) -> String {
        WordingLibrary.shared[piece.topic].first { $0.number == piece.wording }?.source ?? ""
    }

    private mutating func changeNumber(_ spot: Spot, to value: Int, _ rule: String) -> Expectation {
        let note = "\(spot.piece.text) → \(value)"
        _ = replace(spot, "\(value)")
        let paragraph = draft[spot.place]
        return Expectation(rules: [rule], spot: .text(paragraph.text, paragraph.range(ofUse: spot.piece.use)), note: note)
    }

    /// A part, or the whole of parts of no indicator, is another number.
    mutating func breakdown() -> Expectation? {
        let open = spots.filter { spot in
            switch spot.piece.mark {
            case .whole: true
            case .local: wording(spot.piece).contains("{whole") || wording(spot.piece).contains("split ")
            default: false
            }
        }
        guard let spot = pick(open), let value = spot.piece.value else { return nil }
        // Fees are given in hundreds.
        let unit = wording(spot.piece).contains("split fee") ? 100 : 1
        guard let new = Mutation.any(value / unit, &random), new > 0 else { return nil }
        return changeNumber(spot, to: new * unit, "NAR-03")
    }

    mutating func excessivePart() -> Expectation? {
        let open = spots.filter { if case .local = $0.piece.mark { wording($0.piece).contains("{least") } else { false } }
        for spot in open.shuffled(using: &random) {
            let pieces = draft[spot.place].pieces.drop { piece in
                if case .least = piece.mark { piece.use != spot.piece.use } else { true }
            }
            // Only the part that the whole is said of, the first number behind it.
            let first = pieces.first { piece in
                if case .local = piece.mark { piece.use == spot.piece.use } else { false }
            }
            guard let value = pieces.first?.value, first?.mark == spot.piece.mark else { continue }
            return changeNumber(spot, to: value + number(1...9), "NAR-03")
        }
        return nil
    }

    // MARK: Rates

    private func isDue(_ mark: Mark?, _ defect: Defect) -> Bool {
        switch (mark, defect) {
        case (.growth, .growthOff), (.share, .shareOff), (.difference, .differenceOff), (.multiple, .multipleOff): true
        default: false
        }
    }

    mutating func changedRate(_ defect: Defect) -> Expectation? {
        if !spots.contains(where: { isDue($0.piece.mark, defect) }) {
            // Says such a thing first, where the figures allow it.
            let topics = defect == .shareOff ? [] : ["changes"]
            let wordings = topics.flatMap { WordingLibrary.shared[$0] }.filter { wording in
                composer.allows(wording, with: subject.truth)
                    && wording.source.contains(
                        defect == .growthOff ? "{growth" : defect == .differenceOff ? "{diff" : "{times")
            }
            guard let wording = pick(wordings) else { return nil }
            let pieces = apart(composer.say(wording))
            guard insert(pieces) != nil else { return nil }
        }
        guard let spot = pick(spots.filter { isDue($0.piece.mark, defect) }) else { return nil }
        let old = spot.piece.text
        let new: String
        if let value = spot.piece.value {
            let unit = spot.piece.text.contains(".") ? 100 : 1
            guard let other = Mutation.any(value / unit, &random), other > 0 else { return nil }
            guard unit == 1 else { return nil }
            new = "\(other)"
        } else {
            let places = old.split(separator: ".").count == 2 ? old.split(separator: ".")[1].count - 1 : 0
            let digits = old.filter(\.isNumber)
            // Far enough from the truth for any rounding.
            guard let value = Int(digits), let other = Mutation.any(value, &random), abs(other - value) > 1, other > 0 else { return nil }
            new = NumberNotation.decimal(other, places: places, keepsZeros: true) + "%"
        }
        _ = replace(spot, new)
        let paragraph = draft[spot.place]
        return Expectation(
            rules: ["NAR-04"], spot: .text(paragraph.text, paragraph.range(ofUse: spot.piece.use)), note: "\(old) → \(new)")
    }

    /// A sentence with a direction that the figures did not take.
    mutating func lie(topics: [String], _ isMeant: (Wording.Direction) -> Bool) -> Expectation? {
        for wording in topics.flatMap({ WordingLibrary.shared[$0] }).shuffled(using: &random) {
            guard
                let index = wording.parts.firstIndex(where: {
                    if case .direction(let direction, let expression, _) = $0 {
                        isMeant(direction) && subject.truth.holds(direction, expression) == false
                            && (isMeant(.even) || subject.truth.holds(.even, expression) == false)
                    } else {
                        false
                    }
                }),
                case .direction(let direction, let expression, let words) = wording.parts[index]
            else { continue }
            // Conditions may ask for the direction too.
            var other = subject.truth
            if case .even = direction {
            } else if let now = other.value(expression), let before = other.value(expression.last) {
                other.overrides[expression.names[0]] = before
                other.overrides["last." + expression.names[0]] = now
            }
            guard composer.allows(wording, with: other, lies: [index]) else { continue }
            let pieces = apart(composer.say(wording))
            guard let place = insert(pieces) else { continue }
            let paragraph = draft[place]
            let now = subject.truth.value(expression) ?? 0
            let before = subject.truth.value(expression.last) ?? 0
            return Expectation(
                rules: ["NAR-04"], spot: .text(paragraph.text, paragraph.range(ofUse: Self.falseUse)),
                note: "\(words): \(before), then \(now)")
        }
        return nil
    }

    mutating func falseClaim() -> Expectation? {
        let library = WordingLibrary.shared
        for wording in ["intake", "challenges"].flatMap({ library[$0] }).shuffled(using: &random) {
            guard let index = wording.parts.firstIndex(where: { if case .claim = $0 { true } else { false } }),
                case .claim(let claim, let words) = wording.parts[index], !subject.truth.holds(claim: claim)
            else { continue }
            let real = subject.truth
            // A claim about nothing is not false.
            let base = claim.hasPrefix("all-done") || claim == "all-granted" ? "done" : claim == "all-persons" ? "new" : ""
            if !base.isEmpty, (real.value(base) ?? 0) == 0 { continue }
            if claim == "all-done", (real.value("over") ?? 0) == 0 { continue }
            if claim == "review-upheld" || claim == "review-closed", (real.value("review") ?? 0) == 0 { continue }
            if claim == "litigation-upheld", (real.value("litigation") ?? 0) == 0 { continue }
            if claim == "all-upheld" || claim == "all-closed", (real.value("review") ?? 0) + (real.value("litigation") ?? 0) == 0 {
                continue
            }
            var other = real
            other.overrides["over"] = 0
            other.overrides["new.organization"] = 0
            if let done = real.value("done") { other.overrides["granted"] = done }
            if claim == "all-granted" { other.overrides["in"] = 0 }
            guard composer.allows(wording, with: other, lies: [index]) else { continue }
            // What else it says has to be true.
            guard wording.parts.enumerated().allSatisfy({ $0 == index || !Self.denies($1, real) }) else { continue }
            let pieces = apart(composer.say(wording))
            guard let place = insert(pieces) else { continue }
            let paragraph = draft[place]
            return Expectation(
                rules: ["NAR-04", "NAR-01"], spot: .text(paragraph.text, paragraph.range(ofUse: Self.falseUse)), note: "\(claim): \(words)")
        }
        return nil
    }

    private static func denies(_ part: Wording.Part, _ truth: Truth) -> Bool {
        if case .zero(let expression, _) = part { truth.value(expression) != 0 } else { false }
    }
}
