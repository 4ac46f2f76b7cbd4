/// A list of sequences of symbols: the paragraphs of a text as their characters, say.
package struct ItemList: Hashable, Sendable {
    /// All items end to end.
    package private(set) var symbols: [UInt32] = []
    private var ends: [Int] = []

    /// A list without items.
    package init() {}

    /// Copies the items in their order.
    package init(_ items: some Sequence<[UInt32]>) {
        for item in items { append(item) }
    }

    /// The number of items, empty ones included.
    package var count: Int { ends.count }

    /// Adds an item at the end; it may be empty.
    package mutating func append(_ item: [UInt32]) {
        symbols.append(contentsOf: item)
        ends.append(symbols.count)
    }

    /// Adds a text's Unicode scalars as an item at the end.
    package mutating func append(scalarsOf text: String) {
        text.appendScalars(to: &symbols)
        ends.append(symbols.count)
    }

    /// Where the 0-based item stands in `symbols`.
    package func range(_ item: Int) -> Range<Int> {
        (item == 0 ? 0 : ends[item - 1])..<ends[item]
    }

    /// The number of symbols of the 0-based item.
    package func length(_ item: Int) -> Int { range(item).count }

    /// The item's symbols.
    package subscript(item: Int) -> ArraySlice<UInt32> { symbols[range(item)] }
}

/// Gives equal items of two lists the same number.
struct ItemIDs {
    let old: [Int32]
    let new: [Int32]
    /// Numbers are below this.
    let count: Int
    /// By number: how often it stands on the old and the new side, counted up to 2.
    private let oldCounts: [UInt8]
    private let newCounts: [UInt8]

    init(_ oldList: ItemList, _ newList: ItemList) {
        // By hash, or by the first free number after it where unlike items share one: an item of that number, new items counted
        // after the old ones. The dictionary's own secret keeps crafted items from piling up.
        var itemByHash: [UInt64: Int] = [:]
        var ids: [Int32] = []
        itemByHash.reserveCapacity(oldList.count + newList.count)
        ids.reserveCapacity(oldList.count + newList.count)
        var next: Int32 = 0
        for index in 0..<oldList.count + newList.count {
            let item = index < oldList.count ? oldList[index] : newList[index - oldList.count]
            var hash = Self.hash(item)
            while let other = itemByHash[hash], item != (other < oldList.count ? oldList[other] : newList[other - oldList.count]) {
                hash &+= 1
            }
            if let other = itemByHash[hash] {
                ids.append(ids[other])
            } else {
                itemByHash[hash] = index
                ids.append(next)
                next += 1
            }
        }
        old = Array(ids[..<oldList.count])
        new = Array(ids[oldList.count...])
        count = Int(next)
        oldCounts = Self.counts(old, count)
        newCounts = Self.counts(new, count)
    }

    private static func counts(_ ids: [Int32], _ count: Int) -> [UInt8] {
        var counts = [UInt8](repeating: 0, count: count)
        for id in ids { counts[Int(id)] = min(2, counts[Int(id)] + 1) }
        return counts
    }

    /// Whether an item has its one equal on the other side, so that no other is its partner, wherever that equal stands.
    func isUniqueOnBothSides(_ id: Int32) -> Bool {
        oldCounts[Int(id)] == 1 && newCounts[Int(id)] == 1
    }

    private static func hash(_ item: ArraySlice<UInt32>) -> UInt64 {
        item.withUnsafeBufferPointer { item in
            var hash = UInt64(item.count) &+ 0x9E37_79B9_7F4A_7C15
            for symbol in item { hash = (hash ^ UInt64(symbol) ^ (hash >> 29)) &* 0xD6E8_FEB8_6659_FD93 }
            return hash ^ (hash >> 32)
        }
    }
}

extension String {
    /// Adds the text's Unicode scalars to an array: from its bytes, which takes a fraction of the time that its view of scalars takes.
    package func appendScalars(to scalars: inout [UInt32]) {
        let decoded = [UInt32](unsafeUninitializedCapacity: utf8.count) { scalars, count in count = decodeScalars(into: scalars[...]) }
        if scalars.isEmpty { scalars = decoded } else { scalars += decoded }
    }

    /// Writes the text's Unicode scalars over memory that has room for as many as the text has bytes, and returns how many there are.
    package func decodeScalars(into scalars: Slice<UnsafeMutableBufferPointer<UInt32>>) -> Int {
        var text = self
        return text.withUTF8 { Self.decode($0, into: UnsafeMutableBufferPointer(rebasing: scalars)) }
    }

    /// Returns how many scalars there are. A string's bytes are valid UTF-8, so that the trailing ones are there.
    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, into scalars: UnsafeMutableBufferPointer<UInt32>) -> Int {
        var index = 0
        var count = 0
        while index < bytes.count {
            let lead = UInt32(bytes[index])
            // A character of three bytes is nearly all there is.
            if lead & 0xF0 == 0xE0 {
                scalars[count] = (lead & 0xF) << 12 | UInt32(bytes[index &+ 1] & 0x3F) << 6 | UInt32(bytes[index &+ 2] & 0x3F)
                index &+= 3
            } else if lead < 0x80 {
                scalars[count] = lead
                index += 1
            } else {
                let width = lead < 0xE0 ? 2 : 4
                var scalar = lead & 0x7F >> UInt32(width)
                for next in index + 1..<index + width { scalar = scalar << 6 | UInt32(bytes[next] & 0x3F) }
                scalars[count] = scalar
                index += width
            }
            count += 1
        }
        return count
    }
}
