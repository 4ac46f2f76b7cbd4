import AuditModel

/// A change of one figure, or of two neighbours together, after which every equality that they take part in holds.
struct Repair: Hashable {
    /// What may have gone wrong.
    enum Cause: Int, Hashable, Comparable {
        case plain
        /// Two neighbouring figures stand in each other's place.
        case swapped
        /// Two digits of the figure stand in each other's place.
        case transposed
        /// The digits of one figure were divided between two neighbouring cells.
        case split
        /// A total was left at 0.
        case zeroTotal

        static func < (left: Cause, right: Cause) -> Bool { left.rawValue < right.rawValue }
    }

    struct Change: Hashable {
        /// Counts the form's indicators.
        let figure: Int
        let old: Quantity
        let new: Quantity
    }

    /// One or two. Of a split the whole figure first.
    let changes: [Change]
    let cause: Cause
    /// The neighbour that holds the other digits of a split that needs one change only; nil for others.
    let splitWith: Int?
    /// How many equalities that fail hold after the change.
    let mended: Int
    /// How many statements of the narrative come to agree by it, less those that cease to.
    let support: Int
    /// True when no other repair was found.
    var isOnlyOne = false

    /// Repairs that rank alike give no reason to prefer one.
    var rank: (Int, Int, Int, Int) { (mended, support, cause.rawValue, -changes.count) }
}
