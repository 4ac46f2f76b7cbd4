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

    /// - Precondition: fewer than 32,768 names.
    package init(_ names: [Name]) {
        precondition(names.count <= Int(Int16.max), "an index has to fit into 16 bits")
        self.names = names
    }
}

/// The names of a vocabulary by the addresses at which one run of the parser keeps its strings: no string is compared more than once.
struct XMLNameTable {
    private struct Entry {
        var local: UnsafePointer<xmlChar>?
        var namespace: UnsafePointer<xmlChar>?
        var index: Int16 = -1
    }

    private var entries: [Entry]
    private let mask: Int

    init(_ vocabulary: XMLVocabulary, _ dictionary: xmlDictPtr) {
        let count = vocabulary.names.reduce(0) { $0 + max(1, $1.namespaces.count) }
        var capacity = 64
        while capacity < 3 * count { capacity *= 2 }
        entries = Array(repeating: Entry(), count: capacity)
        mask = capacity - 1
        var namespaces: [String: UnsafePointer<xmlChar>] = [:]
        for (index, name) in vocabulary.names.enumerated() {
            let local = xmlDictLookup(dictionary, name.local, -1)
            if name.namespaces.isEmpty { insert(Entry(local: local, namespace: nil, index: Int16(truncatingIfNeeded: index))) }
            for namespace in name.namespaces {
                let kept = namespaces[namespace] ?? xmlDictLookup(dictionary, namespace, -1)
                namespaces[namespace] = kept
                insert(Entry(local: local, namespace: kept, index: Int16(truncatingIfNeeded: index)))
            }
        }
    }

    private mutating func insert(_ entry: Entry) {
        var slot = hash(entry.local, entry.namespace)
        while entries[slot].index >= 0 { slot = (slot + 1) & mask }
        entries[slot] = entry
    }

    /// The index of a name whose strings the parser keeps; -1 for one that the vocabulary does not have.
    func index(_ local: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?) -> Int16 {
        var slot = hash(local, namespace)
        while entries[slot].index >= 0 {
            if entries[slot].local == local, entries[slot].namespace == namespace { return entries[slot].index }
            slot = (slot + 1) & mask
        }
        return -1
    }

    private func hash(_ local: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?) -> Int {
        let mixed = UInt(bitPattern: local) &* 0x9E37_79B9_7F4A_7C15 ^ UInt(bitPattern: namespace) &* 0xC2B2_AE3D_27D4_EB4F
        return Int(truncatingIfNeeded: mixed >> 24) & mask
    }
}
