/// Tells which pictures of pages may hold what is due in words: not those behind text, small ones such as emblems, and those in headers and footers.
enum PagePictures {
    /// In points. A seal or an emblem is smaller than a legible table.
    private static let smallest = Box(left: 0, top: 0, right: 150, bottom: 40)
    /// So many words on a picture, and it is their background.
    private static let words = 3
    /// Pictures may be cut into strips that meet.
    private static let nearness = 2.0
    private static let most = 200

    /// Leaves only such pictures on the pages.
    static func settle(_ pages: inout [Page]) {
        for index in pages.indices where !pages[index].pictures.isEmpty {
            let page = pages[index]
            pages[index].pictures = joined(page.pictures).filter { picture in
                guard picture.width >= smallest.width, picture.height >= smallest.height else { return false }
                guard picture.right > 0, picture.bottom > 0, picture.left < page.width, picture.top < page.height else { return false }
                return page.words.lazy.filter { picture.contains(x: $0.box.midX, y: $0.box.midY) }.prefix(words).count < words
            }
        }
        var counts: [[Int]: Int] = [:]
        for page in pages { for place in Set(page.pictures.map(place)) { counts[place, default: 0] += 1 } }
        for index in pages.indices {
            let (top, bottom) = (margin * pages[index].height, (1 - margin) * pages[index].height)
            pages[index].pictures.removeAll { picture in
                (picture.bottom < top || picture.top > bottom) && counts[place(picture)].map { $0 > 1 } ?? false
            }
        }
    }

    /// The part of a page's height at its edges in which headers and footers stand.
    private static let margin = 0.15

    /// A box as far as it is the same on several pages.
    private static func place(_ box: Box) -> [Int] {
        [box.left, box.top, box.right, box.bottom].map { Int(max(-1e6, min(1e6, $0 / (2 * nearness))).rounded()) }
    }

    /// Strips one below the other as one picture.
    private static func joined(_ pictures: [Box]) -> [Box] {
        var joined: [Box] = []
        for picture in pictures.prefix(most * 10).sorted(by: { ($0.top, $0.left) < ($1.top, $1.left) }) {
            let above = joined.lastIndex {
                abs($0.left - picture.left) < nearness && abs($0.right - picture.right) < nearness && picture.top - $0.bottom < nearness
            }
            if let above { joined[above] = joined[above].union(picture) } else if joined.count < most { joined.append(picture) }
        }
        return joined
    }
}
