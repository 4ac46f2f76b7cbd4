extension StatementGrammar {
    /// One entry of the vocabulary of claims, which is found beside the vocabulary of figures: 增长 says that a number is no figure, and what it is.
    package struct ClaimWord: Hashable, Sendable {
        /// On which side of a rough amount the true one lies.
        package enum Leaning: Hashable, Sendable {
            /// Near it: 左右.
            case about
            /// Near it, and not above: 近.
            case nearly
            /// Below it, or there: 不到.
            case under
            /// Above it, or there: 超过.
            case over
        }

        /// What a word does in a claim.
        package enum Role: Hashable, Sendable {
            /// The figure is above last year's: 增长.
            case rise
            /// The figure is below last year's: 减少.
            case fall
            /// The figure is last year's: 持平.
            case level
            /// The figure is about last year's: 相当. So it is where a word of role `approximate` stands before one of role `level`.
            case similar
            /// What follows compares with last year: 同比.
            case base
            /// Compares with what it stands before: 较. Only with a word of role `earlier` it is last year.
            case than
            /// Names last year: 上年.
            case earlier
            /// Compares with another time: 环比. Nothing of the clause is judged.
            case otherBase
            /// The number before it is part of a whole: 占.
            case share
            /// Names the share that what has these features is of all: 办结率.
            case rate([Feature])
            /// Names the share of a whole that what its own beginning names is: 优良率.
            case ownRate
            /// So many numbers before it taken together: 两者.
            case together(Int)
            /// All of what was counted: 均.
            case all
            /// What became of all; the id that figures of role `claim` bear: 办结.
            case outcome(String)
            /// The same of all without another word: 应办尽办.
            case settled(String)
            /// The same of what was counted last, where its clause says nothing else: 尚在审理.
            case lone(String)
            /// Behind a number: 成 is a tenth, 倍 a multiple.
            case percent
            case tenths
            case times
            /// So many times as much: 翻了一番.
            case ratio(Quantity)
            /// What follows is the new figure and not the change: 至.
            case upTo
            /// The same, and which way the figure went: 上升为, 减少为.
            case riseTo
            case fallTo
            /// Stands for so many percent, and roughly: 四分之一.
            case fraction(Quantity, Leaning?)
            /// Makes a number inexact, or 持平: 左右, 基本.
            case approximate(Leaning)
            /// Denies a claim: 未.
            case negator
            /// Makes what follows no claim about the year: 确保, 按时办结率.
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
