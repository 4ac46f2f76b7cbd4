import Glibc

/// Memory for one kind of plain values that is kept between comparisons, so that thousands of small ones do not each allocate.
///
/// What it holds is undefined until written. It cannot be copied, so nobody else writes into it.
struct Scratch<Value: BitwiseCopyable>: ~Copyable {
    private(set) var pointer: UnsafeMutablePointer<Value>
    private(set) var capacity: Int

    init() {
        pointer = .allocate(capacity: 1)
        capacity = 1
    }

    deinit { pointer.deallocate() }

    /// Room for `count` values; what was there before is lost when the memory grows.
    mutating func reserve(_ count: Int) -> UnsafeMutablePointer<Value> {
        if count > capacity {
            pointer.deallocate()
            capacity = max(count, capacity * 2)
            pointer = .allocate(capacity: capacity)
        }
        return pointer
    }

    /// Room for `count` values, each set to `value`.
    mutating func reserve(_ count: Int, filledWith value: Value) -> UnsafeMutablePointer<Value> {
        let pointer = reserve(count)
        pointer.update(repeating: value, count: count)
        return pointer
    }
}

/// A large table of zeros of which only the parts that are used take memory and time.
struct ZeroedTable: ~Copyable {
    let pointer: UnsafeMutablePointer<UInt32>
    let count: Int

    init(count: Int) {
        guard let memory = calloc(count, MemoryLayout<UInt32>.stride) else {
            preconditionFailure("no memory for a table of \(count) entries")
        }
        pointer = memory.bindMemory(to: UInt32.self, capacity: count)
        self.count = count
    }

    deinit { free(pointer) }
}
