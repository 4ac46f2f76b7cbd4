internal import CLibXML2

/// The names that a reader of some kind of markup knows. A name's index in the list stands for it in an `XMLTape`.
package struct XMLVocabulary: Sendable {
    /// A name of elements, of attributes, or of both.
    package struct Name: Hashable, Sendable {
        /// Without prefix.
        package let local: String
        /// The namespaces in which it means the same; empty for a name in none.
        package let namespaces: [String]

        package init(_ local: String, in namespaces: [String]) {
            self.local = local
            self.namespaces = namespaces
        }
    }

    let names: [Name]
    /// The indices of the names with the same local part.
    private let places: [String: [Int16]]

    /// - Precondition: fewer than 32,768 names.
    package init(_ names: [Name]) {
        precondition(names.count <= Int(Int16.max), "an index has to fit into 16 bits")
        self.names = names
        places = Dictionary(grouping: names.indices.map { Int16(truncatingIfNeeded: $0) }) { names[Int($0)].local }
    }

    /// The index of a name; -1 for one that the vocabulary does not have.
    func index(_ local: String, in namespace: String?) -> Int16 {
        let found = places[local]?.first { index in
            let namespaces = names[Int(index)].namespaces
            return namespace.map { namespaces.contains($0) } ?? namespaces.isEmpty
        }
        return found ?? -1
    }
}

/// The names of a vocabulary by the addresses at which one run of the parser keeps its strings: no string is looked up more than once.
struct XMLNameTable {
    private struct Entry {
        var local: UnsafePointer<xmlChar>?
        var namespace: UnsafePointer<xmlChar>?
        var index: Int16 = -1
    }

    private let vocabulary: XMLVocabulary
    private var entries = [Entry](repeating: Entry(), count: Self.capacity)
    private var count = 0

    /// A power of two. Markup has some dozens of names; where it has more, those that come last are looked up each time.
    private static let capacity = 512

    init(_ vocabulary: XMLVocabulary) { self.vocabulary = vocabulary }

    /// The index of a name whose strings the parser keeps as long as it runs; -1 for one that the vocabulary does not have.
    mutating func index(_ local: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?) -> Int16 {
        guard let local else { return -1 }
        var slot = hash(local, namespace)
        while let known = entries[slot].local {
            if known == local, entries[slot].namespace == namespace { return entries[slot].index }
            slot = (slot + 1) & (Self.capacity - 1)
        }
        let index = vocabulary.index(String(cString: local), in: namespace.map { String(cString: $0) })
        if count < Self.capacity / 2 {
            entries[slot] = Entry(local: local, namespace: namespace, index: index)
            count += 1
        }
        return index
    }

    private func hash(_ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?) -> Int {
        let mixed = UInt(bitPattern: local) &* 0x9E37_79B9_7F4A_7C15 ^ UInt(bitPattern: namespace) &* 0xC2B2_AE3D_27D4_EB4F
        return Int(truncatingIfNeeded: mixed >> 24) & (Self.capacity - 1)
    }
}
