import Synchronization

/// What the features of counts mean under one grammar, kept once it was worked out: few combinations come again and again, in all reports.
///
/// The lock lets several threads ask; what is kept depends on nothing but the question, so that it makes no difference who asks first.
final class MeaningShelf: Sendable {
    struct Wanted: Hashable {
        let features: Features
        /// The number of the measure word; nil where none was stated.
        let measure: Int?
    }

    /// A figure that features mean, with its readings.
    struct Meaning: Sendable {
        let figure: Int
        let readings: [[Int]]
    }

    /// More combinations than any grammar's texts have; beyond them nothing more is kept.
    private static let limit = 1 << 14

    private let known = Mutex([Wanted: Meaning?]())

    /// Nil where the features mean no figure.
    func meaning(of wanted: Wanted, orFind find: () -> Meaning?) -> Meaning? {
        if let known = known.withLock({ $0[wanted] }) { return known }
        let meaning = find()
        known.withLock { if $0.count < Self.limit { $0[wanted] = .some(meaning) } }
        return meaning
    }
}
