/// Takes out of pages what stands on each of them for the reader's convenience: page numbers, headers, footers.
enum RunningLines {
    /// A line that may be one: at the very top or bottom of its page.
    private struct Edge {
        let page: Int
        let index: Int
        let isTop: Bool
        let height: Double
        let text: String
        let number: PageNumberNotation.Number?
    }

    /// How far from the edge, as a part of the page's height, running lines may stand.
    private static let margin = 0.15
    private static let deepest = 3

    /// For each page the indices of those of its lines that run. Linear in the lines, but for a sort.
    ///
    /// - Parameter lines: of each page, from the top down, without those of ruled tables.
    static func found(in lines: [[TextLine]], heights: [Double]) -> [Set<Int>] {
        var found: [Set<Int>] = Array(repeating: [], count: lines.count)
        for _ in 0..<deepest {
            var edges: [Edge] = []
            for page in lines.indices {
                let left = lines[page].indices.filter { !found[page].contains($0) }
                let height = heights[page]
                if let first = left.first, lines[page][first].box.midY < margin * height {
                    edges.append(edge(lines, page, first, isTop: true))
                }
                if let last = left.last, lines[page][last].box.midY > (1 - margin) * height {
                    edges.append(edge(lines, page, last, isTop: false))
                }
            }
            let running = numbered(edges, lines) + recurring(edges, pages: lines.count)
            guard !running.isEmpty else { break }
            for edge in running { found[edge.page].insert(edge.index) }
        }
        return found
    }

    private static func edge(_ lines: [[TextLine]], _ page: Int, _ index: Int, isTop: Bool) -> Edge {
        let line = lines[page][index]
        let text = line.segments.count > 3 ? "" : line.text
        // A browser prints the page number at the end of a line with the address.
        let number =
            PageNumberNotation.number(text)
            ?? line.words.last.flatMap { PageNumberNotation.number($0.text) }.flatMap {
                $0.total != nil && line.segments.count > 1 ? $0 : nil
            }
        return Edge(page: page, index: index, isTop: isTop, height: line.box.midY, text: masked(text), number: number)
    }

    /// Without blanks and with all digits alike.
    private static func masked(_ text: String) -> String {
        var masked = ""
        var isInNumber = false
        for scalar in text.unicodeScalars where scalar != " " {
            let isDigit = Glyph.isDigit(scalar.value)
            if !isDigit { masked.unicodeScalars.append(scalar) } else if !isInNumber { masked += "0" }
            isInNumber = isDigit
        }
        return masked
    }

    /// Numbers that count the pages: those that most pages agree on where to begin, or that say what they are.
    private static func numbered(_ edges: [Edge], _ lines: [[TextLine]]) -> [Edge] {
        var offsets: [Int: Int] = [:]
        for edge in edges { if let number = edge.number { offsets[number.number - edge.page, default: 0] += 1 } }
        let offset = offsets.max { ($0.value, -abs($0.key - 1)) < ($1.value, -abs($1.key - 1)) }
        return edges.filter { edge in
            guard let number = edge.number, let offset, number.number - edge.page == offset.key else { return false }
            if offset.value > 1 || number.isMarked { return true }
            return number.number == edge.page + 1 && isApart(edge, lines[edge.page])
        }
    }

    /// Whether there is more room to the next line than between lines of text.
    private static func isApart(_ edge: Edge, _ lines: [TextLine]) -> Bool {
        let other = edge.isTop ? edge.index + 1 : edge.index - 1
        guard lines.indices.contains(other) else { return true }
        return abs(lines[other].box.midY - lines[edge.index].box.midY) > 1.8 * lines[edge.index].box.height
    }

    /// Texts that stand at the same height of several pages, but for numbers in them.
    private static func recurring(_ edges: [Edge], pages: Int) -> [Edge] {
        guard pages > 1 else { return [] }
        var groups: [String: [Edge]] = [:]
        for edge in edges where !edge.text.isEmpty { groups[(edge.isTop ? "^" : "_") + edge.text, default: []].append(edge) }
        return groups.values.flatMap { group -> [Edge] in
            let heights = group.map(\.height).sorted()
            let middle = heights[heights.count / 2]
            let same = group.filter { abs($0.height - middle) < 6 }
            return same.count >= max(2, (pages * 2 + 4) / 5) ? same : []
        }
    }
}
