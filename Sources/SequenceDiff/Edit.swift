/// One run of an edit script: elements that are kept, taken away or put in.
package struct Edit: Hashable, Sendable {
    /// What becomes of the run's elements.
    package enum Operation: Hashable, Sendable {
        case keep
        case delete
        case insert
    }

    /// A kept run has the same length on both sides.
    package let operation: Operation

    /// The run's 0-based place in the old sequence; empty for an insertion, where it says before which element it goes.
    package let old: Range<Int>

    /// The run's 0-based place in the new sequence; empty for a deletion, where it says before which element the run would stand.
    package let new: Range<Int>

    package init(_ operation: Operation, old: Range<Int>, new: Range<Int>) {
        self.operation = operation
        self.old = old
        self.new = new
    }
}
