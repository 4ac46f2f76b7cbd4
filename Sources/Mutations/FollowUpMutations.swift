import AuditModel

/// The changes of what is asked of a report about last year's items.
enum FollowUpMutations {
    static func variants(of terms: FollowUpTerms) -> [Variant<FollowUpTerms>] {
        var variants = Variants.shorter("ordinals", terms.ordinals).map { $0.map { terms.with(ordinals: $0) } }
        if terms.denial != nil { variants.append(Variant("denial", .dropped, terms.with(denial: .some(nil)))) }
        if terms.causes != nil { variants.append(Variant("causes", .dropped, terms.with(causes: .some(nil)))) }
        if terms.consequences != nil { variants.append(Variant("consequences", .dropped, terms.with(consequences: .some(nil)))) }
        if terms.covering != nil { variants.append(Variant("covering", .dropped, terms.with(covering: .some(nil)))) }
        if terms.withoutAccount != nil { variants.append(Variant("without-account", .dropped, terms.with(withoutAccount: .some(nil)))) }
        for minimum in [terms.minimum - 1, terms.minimum + 1] where minimum >= 0 {
            variants.append(Variant("minimum", .set(String(minimum)), terms.with(minimum: minimum)))
        }
        return variants + Variants.nudged("threshold", terms.threshold).map { $0.map { terms.with(threshold: $0) } }
    }
}

extension FollowUpTerms {
    fileprivate func with(
        ordinals: [String]? = nil, denial: String?? = nil, causes: String?? = nil, consequences: String?? = nil, covering: String?? = nil,
        minimum: Int? = nil,
        threshold: Quantity? = nil, withoutAccount: Severity?? = nil
    ) -> FollowUpTerms {
        FollowUpTerms(
            section: section, part: part, earlier: earlier, ordinals: ordinals ?? self.ordinals, common: common, evidence: evidence,
            denial: denial ?? self.denial, causes: causes ?? self.causes, consequences: consequences ?? self.consequences, settled: settled,
            covering: covering ?? self.covering,
            minimum: minimum ?? self.minimum, threshold: threshold ?? self.threshold, withoutAccount: withoutAccount ?? self.withoutAccount)
    }
}

extension AnswerTerms {
    func with(ordinals: [String]? = nil, minimum: Int? = nil) -> AnswerTerms {
        AnswerTerms(
            section: section, part: part, answers: answers, ordinals: ordinals ?? self.ordinals, common: common, covering: covering,
            minimum: minimum ?? self.minimum)
    }
}
