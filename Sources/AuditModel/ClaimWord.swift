extension StatementGrammar {
    /// One entry of the vocabulary of claims, which is found beside the vocabulary of figures and says of a number that is no figure what it is.
    package struct ClaimWord: Hashable, Sendable {
        /// On which side of a rough amount the true one lies.
        package enum Leaning: Hashable, Sendable {
            /// Near it.
            case about
            /// Near it, and not above.
            case nearly
            /// Below it, or there.
            case under
            /// Above it, or there.
            case over
        }

        /// What a word does in a claim.
        package enum Role: Hashable, Sendable {
            /// The figure is above last year's.
            case rise
            /// The figure is below last year's.
            case fall
            /// The figure is last year's.
            case level
            /// The figure is about last year's. So it is where a word of role `approximate` stands before one of role `level`.
            case similar
            /// What follows compares with last year.
            case base
            /// Compares with what it stands before. Only with a word of role `earlier` it is last year.
            case than
            /// Names last year.
            case earlier
            /// Compares with another time. Nothing of the clause is judged.
            case otherBase
            /// The number before it is part of a whole.
            case share
            /// Names the share that what has these features is of all.
            case rate([Feature])
            /// Names the share of a whole that what its own beginning names is.
            case ownRate
            /// So many numbers before it taken together.
            case together(Int)
            /// All of what was counted.
            case all
            /// What became of all; the id that figures of role `claim` bear.
            case outcome(String)
            /// The same of all without another word.
            case settled(String)
            /// The same of what was counted last, where its clause says nothing else.
            case lone(String)
            /// Behind a number: a word for per cent, tenths or a multiple.
            case percent
            case tenths
            case times
            /// So many times as much.
            case ratio(Quantity)
            /// What follows is the new figure and not the change.
            case upTo
            /// The same, and which way the figure went.
            case riseTo
            case fallTo
            /// Stands for so many percent, and roughly.
            case fraction(Quantity, Leaning?)
            /// Makes a number inexact, or an equality.
            case approximate(Leaning)
            /// Denies a claim.
            case negator
            /// Makes what follows no claim about the year.
            case plan
            /// Says nothing.
            case filler
        }

        /// Compared character by character; of words that begin at one place the longest is found.
        package let text: String
        /// The only one of this text.
        package let role: Role

        package init(text: String, role: Role) {
            self.text = text
            self.role = role
        }
    }
}
