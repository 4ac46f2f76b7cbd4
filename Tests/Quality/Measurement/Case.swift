import TestSupport

/// One report of the measurement, with last year's where there is one.
struct Case: Sendable {
    let seed: UInt64
    var draft: Draft
    /// This year's figures and last year's, whether or not last year's report is given.
    let truth: Truth
    /// Nil where last year's report is not given.
    var previous: Draft?
    /// For the planting of a defect.
    var random: SeededGenerator

    /// What is done to the figures before anything is written.
    struct Intervention {
        var needsPrevious = false
        var form: String?
        var kinds: [Office.Kind] = []
        /// Section five in one part, of two wordings.
        var hasMuchToMend = false
        /// This year's figures after last year's.
        var change: ((inout YearFigures, inout YearFigures, inout SeededGenerator) -> Bool)?
    }

    /// Nil only where an intervention finds nothing to change.
    init?(seed: UInt64, _ intervention: Intervention = Intervention()) {
        self.seed = seed
        var random = SeededGenerator(seed: seed)
        let form = intervention.form ?? (Int.random(in: 0..<4, using: &random) == 0 ? "2019" : "2021")
        let year = form == "2019" ? Int.random(in: 2019...2020, using: &random) : Int.random(in: 2021...2025, using: &random)
        let weighted: [Office.Kind] = [
            .street, .street, .town, .town, .bureau, .bureau, .bureau, .office, .county, .county, .city, .province,
        ]
        let kinds = intervention.kinds.isEmpty ? weighted : weighted.filter(intervention.kinds.contains)
        let office = Office(kinds.randomElement(using: &random) ?? .bureau, &random)
        // Before 2020 there was another form, whose reports are no part of this.
        let hasLast = year > 2019
        var last: YearFigures?
        var current = YearFigures(form: form)
        for _ in 0..<200 {
            let profile = Profile(office, &random)
            last = hasLast ? profile.figures(form: year > 2021 ? "2021" : "2019", after: nil, &random) : nil
            current = profile.figures(form: form, after: last, &random)
            if last.map(current.jumps(from:)) != true { break }
        }
        let isGiven = hasLast && (intervention.needsPrevious || Bool.random(using: &random))
        if let change = intervention.change {
            guard var before = last, change(&before, &current, &random) else { return nil }
            last = before
        }
        truth = Truth(current, last)
        var used: Set<Int> = []
        if isGiven, let last {
            var composer = ReportComposer(office, year - 1, Truth(last, nil), random, spent: [])
            let draft = composer.draft(hasMuchToMend: intervention.hasMuchToMend)
            used = draft.used
            previous = draft
        }
        _ = random.next()
        var composer = ReportComposer(office, year, truth, random, spent: used)
        draft = composer.draft(hasMuchToMend: intervention.hasMuchToMend, after: previous)
        _ = random.next()
        self.random = random
    }
}
