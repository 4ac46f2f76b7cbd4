import DocumentModel

/// What may still be read, counted down while it is read, and what had to be left out.
struct ReadingBudget {
    let limits: ReadingLimits
    private(set) var paragraphs: Int
    private(set) var cells: Int
    private(set) var gridPlaces: Int
    private(set) var remarks: [Remark] = []
    private var exceeded: Set<String> = []

    init(_ limits: ReadingLimits) {
        self.limits = limits
        paragraphs = limits.paragraphs
        cells = limits.cells
        gridPlaces = limits.gridPlaces
    }

    /// Takes room for one paragraph; false when there is none.
    mutating func takeParagraph(at position: SourcePosition) -> Bool {
        guard paragraphs > 0 else {
            exceed("paragraphs", limits.paragraphs, at: position)
            return false
        }
        paragraphs -= 1
        return true
    }

    /// Takes room for cells, which must be there.
    mutating func takeCells(_ count: Int) { cells -= count }

    /// Takes room for a grid; answers how many of its rows there is room for.
    mutating func takeGrid(rows: Int, columns: Int, at position: SourcePosition) -> Int {
        let room = columns == 0 ? rows : min(rows, gridPlaces / columns)
        if room < rows { exceed("gridPlaces", limits.gridPlaces, at: position) }
        gridPlaces -= room * columns
        return room
    }

    /// Says something that was met while reading.
    mutating func say(_ remark: Remark) { remarks.append(remark) }

    /// Says once for each limit that something was left out.
    mutating func exceed(_ name: String, _ limit: Int, at position: SourcePosition) {
        guard exceeded.insert(name).inserted else { return }
        remarks.append(Remark(.limitReached, at: Place(.document, position), detail: "\(name) \(limit)"))
    }
}
