package import DocumentModel

/// A place in the narrative that asserts something of figures without stating them: a change against last year, a share, that nothing is left.
package struct Claim: Hashable, Sendable {
    /// Which way a figure went.
    package enum Direction: Hashable, Sendable {
        case rise
        case fall
    }

    /// A number as it is written: 51.80 is stated to two decimals, nearly a third lies in a range.
    package struct Stated: Hashable, Sendable {
        /// What a rough number may mean.
        package struct Range: Hashable, Sendable {
            /// Nil where nothing is too little.
            package let least: Quantity?
            /// Nil where nothing is too much.
            package let most: Quantity?

            package init(least: Quantity?, most: Quantity?) {
                self.least = least
                self.most = most
            }
        }

        /// In percent where a percentage is stated.
        package let value: Quantity
        /// How many decimals are written, at least 0.
        package let decimals: Int
        /// Nil for what is stated exactly.
        package let range: Range?

        package init(_ value: Quantity, decimals: Int, range: Range? = nil) {
            self.value = value
            self.decimals = decimals
            self.range = range
        }
    }

    /// By how much a figure changed.
    package enum Amount: Hashable, Sendable {
        case percent(Stated)
        /// In the figure's unit.
        case difference(Quantity)
        /// In the figure's unit: by so much, or above or below what was so much last year.
        case either(Quantity)
    }

    /// What is asserted.
    package enum Assertion: Hashable, Sendable {
        /// The figure is above or below last year's, by an amount where one is stated exactly.
        case change(Direction, Amount?)
        /// The figure is so many times last year's.
        case multiple(Stated)
        /// The figure is last year's.
        case level
        /// The figure is about last year's.
        case similar
        /// The figure is so many percent of one of the wholes.
        case share(Stated)
        /// Each figure of the readings is 0 (all are decided: nothing is carried over).
        case none
        /// The figure was `base` last year.
        case was
    }

    /// What the words say; an inexact amount is left out of it.
    package let assertion: Assertion
    /// The lawful readings of what it is said of, the likeliest first: each the indicators (indices in the form) whose sum is meant. Empty where
    /// the form does not know it, and the text itself gives both numbers.
    package let readings: [[Int]]
    /// The values that the text states for it, the likeliest first, in the unit of the indicators; empty where it states none.
    package let values: [Quantity]
    /// Last year's value as the text states it, in the same unit; nil where it does not.
    package let base: Quantity?
    /// Whether words say that `base` is last year's; else it is that of some time before.
    package let isBaseLastYears: Bool
    /// The lawful readings of the whole that a share is one of; empty for other assertions.
    package let wholes: [[Int]]
    /// The values of wholes that the text states; empty for other assertions.
    package let statedWholes: [Quantity]
    /// The id of the grammar's figure that it is about; nil where the form does not know it.
    package let figure: String?
    /// The statement that it is about, for a change of what the form does not know whose value of last year the text does not tell; nil for others.
    package let subject: Statement?
    /// The words that make it, as they stand.
    package let quote: String
    /// Where the quote begins.
    package let place: Place

    package init(
        assertion: Assertion, readings: [[Int]], values: [Quantity] = [], base: Quantity? = nil, isBaseLastYears: Bool = false,
        wholes: [[Int]] = [], statedWholes: [Quantity] = [], figure: String?, subject: Statement? = nil, quote: String, place: Place
    ) {
        self.assertion = assertion
        self.readings = readings
        self.values = values
        self.base = base
        self.isBaseLastYears = isBaseLastYears
        self.wholes = wholes
        self.statedWholes = statedWholes
        self.figure = figure
        self.subject = subject
        self.quote = quote
        self.place = place
    }

    /// The kind of its assertion, by the words of packs.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Changes, multiples and level figures.
        case change
        case share
        case none
        /// What last year's figure was.
        case was
    }

    /// See `Kind`.
    package var kind: Kind {
        switch assertion {
        case .change, .multiple, .level, .similar: .change
        case .share: .share
        case .none: .none
        case .was: .was
        }
    }
}

extension Claim.Stated {
    /// Whether the number is numerator / denominator × factor, rounded or cut off at its last decimal, or in its range; nil for a denominator that is not
    /// positive and where the computation cannot be held.
    package func equals(_ numerator: Quantity, over denominator: Quantity, times factor: Int) -> Bool? {
        guard denominator > .zero, let dividend = numerator.multiplied(by: Quantity(factor)) else { return nil }
        if let range {
            if let least = range.least {
                guard let bound = least.multiplied(by: denominator) else { return nil }
                if dividend < bound { return false }
            }
            if let most = range.most {
                guard let bound = most.multiplied(by: denominator) else { return nil }
                if dividend > bound { return false }
            }
            return true
        }
        guard let product = value.multiplied(by: denominator), let excess = dividend.subtracting(product),
            let unit = denominator.multiplied(by: Self.unit(decimals)), let twice = excess.multiplied(by: Quantity(2))
        else { return nil }
        // Cut off it may lack less than a unit, rounded it may be too large by half of one.
        return excess < unit && twice >= -unit
    }

    /// 1 at that decimal; of more decimals than a quantity can have the last that it can.
    private static func unit(_ decimals: Int) -> Quantity {
        Quantity(significand: 1, scale: min(decimals, Quantity.digitLimit))
    }
}
