/// From when on the change of a figure deserves notice.
package struct ChangeThreshold: Hashable, Sendable {
    /// One of the two figures is more than so many times the other.
    package let factor: Quantity
    /// Up to this difference a change of whatever factor says nothing, as among small numbers.
    package let minimum: Quantity

    package init(factor: Quantity, minimum: Quantity) {
        self.factor = factor
        self.minimum = minimum
    }

    /// Whether a change goes beyond both; false where the difference or the multiple is too large to be held.
    package func isExceeded(from old: Quantity, to new: Quantity) -> Bool {
        // Most figures are what they were.
        if old == new, !minimum.isNegative { return false }
        guard let change = new.subtracting(old), change.magnitude > minimum else { return false }
        return outgrows(new, old) || outgrows(old, new)
    }

    private func outgrows(_ large: Quantity, _ small: Quantity) -> Bool {
        small.multiplied(by: factor).map { large > $0 } ?? false
    }
}

extension RulePack {
    /// What the first rule on abnormal changes goes by, as the profile wants it; nil where the pack has none.
    package var changeThreshold: ChangeThreshold? {
        for condition in rules.lazy.flatMap(\.conditions) {
            if case .abnormalChange(let factor, let minimum, _) = condition.requirement {
                return ChangeThreshold(factor: factor, minimum: minimum)
            }
        }
        return nil
    }
}
