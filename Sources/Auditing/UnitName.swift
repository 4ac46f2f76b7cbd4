/// The name of a reporting unit, compared the way people do: with or without the endings that short forms lack, with or without its place in front.
struct UnitName: Hashable {
    /// The name without white space and brackets, and without the endings that a short form lacks.
    let core: String

    /// - Parameter endings: the endings that a short form may lack, as the pack declares them.
    init(_ name: String, endings: [String]) {
        var core = String(name.filter { !$0.isWhitespace })
        // The longest first, so that an ending within another does not leave a stump. Something must remain.
        for ending in endings.sorted(by: { ($1.utf8.count, $0) < ($0.utf8.count, $1) }) where core.hasSuffix(ending) {
            guard core.count >= ending.count + 2 else { continue }
            core.removeLast(ending.count)
            break
        }
        self.core = core
    }

    /// Whether one name may be the other with the place in front left out. Not transitive: two districts' bureaus both resemble “the bureau”.
    func resembles(_ other: UnitName) -> Bool {
        guard core != other.core else { return true }
        let (shorter, longer) = core.utf8.count < other.core.utf8.count ? (core, other.core) : (other.core, core)
        return shorter.count >= 2 && longer.hasSuffix(shorter)
    }
}
