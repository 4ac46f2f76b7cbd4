import AuditModel
import DocumentModel

/// The figures of one form as they are being gathered from a report's tables.
struct FigureDraft {
    /// How firmly a cell is tied to its indicator, the firmest first.
    enum Tie: Int, Comparable {
        case byLabel
        case byPosition
        case byLikeness

        static func < (left: Tie, right: Tie) -> Bool { left.rawValue < right.rawValue }
    }

    /// A cell of one of the report's tables that is taken for an indicator.
    private struct Offer {
        let table: Int
        let cell: Int
        /// The part of the cell's text that is meant, in UTF-8 offsets; nil for all of it.
        let part: Range<Int>?
        let tie: Tie
        let inOwnSection: Bool
    }

    let form: CompiledForm
    let tables: [ScannedTable]
    private var offers: [Offer?]
    private(set) var remarks: [Remark] = []
    /// Cells in which a row's figures run together.
    var digitRows: [DigitRow] = []
    /// How many figures stand in such cells that could not be parted.
    private var unsettledFigures = 0

    /// How many remarks one report gets; a report that needs more is beyond reading them.
    static let remarkLimit = 400

    init(_ form: CompiledForm, tables: [ScannedTable]) {
        self.form = form
        self.tables = tables
        offers = [Offer?](repeating: nil, count: form.form.indicators.count)
    }

    /// Takes a cell (by the index of its table and its own) for an indicator. The first cell counts, save that a cell in the table's own section
    /// goes before one elsewhere, and one told by its labels before one told by position or likeness.
    mutating func offer(_ table: Int, _ cell: Int, part: Range<Int>? = nil, for indicator: Int, tie: Tie, inOwnSection: Bool) {
        let new = Offer(table: table, cell: cell, part: part, tie: tie, inOwnSection: inOwnSection)
        guard let known = offers[indicator] else {
            offers[indicator] = new
            return
        }
        let isBetter = new.inOwnSection != known.inOwnSection ? new.inOwnSection : new.tie < known.tie
        offers[indicator] = isBetter ? new : known
        let kept = figure(known)
        let other = figure(new)
        if kept.value != other.value || (kept.value == .text && kept.quote != other.quote) {
            remark(Remark(.repeatedFigure, at: (isBetter ? kept : other).place, detail: form.form.indicators[indicator].id))
        }
    }

    mutating func remark(_ remark: Remark) {
        if remarks.count < Self.remarkLimit {
            remarks.append(remark)
        } else if remarks.count == Self.remarkLimit {
            remarks.append(Remark(.limitReached, at: remark.place, detail: String(Self.remarkLimit)))
        }
    }

    private func figure(_ offer: Offer) -> Figure { tables[offer.table].figure(offer.cell, part: offer.part) }

    /// A row that stands for others counts only where none of these is there; else it is a subtotal, which the form does not know.
    mutating func dropIdleSubstitutes() {
        for (index, indicator) in form.form.indicators.enumerated() where indicator.isSubstitute {
            guard let offer = offers[index] else { continue }
            let table = form.form.tables[indicator.table]
            let standsFor = Set(table.rows[indicator.row].standsFor)
            let hasRows = table.rows.indices.contains { row in
                standsFor.contains(table.rows[row].id) && table.grid[row].contains { $0.map { offers[$0] != nil } ?? false }
            }
            guard hasRows else { continue }
            offers[index] = nil
            if !tables[offer.table].isBlank(offer.cell) {
                remark(Remark(.unknownLabel, at: tables[offer.table].place(offer.cell), detail: table.rows[indicator.row].label))
            }
        }
    }

    /// Parts digits that ran together and binds them where the form's sums allow one way only; says so of each row, and of those that stay unread.
    mutating func settleDigits(_ rules: [Rule]) {
        guard !digitRows.isEmpty else { return }
        var rows: [DigitRow] = []
        var taken: Set<Int> = []
        for row in digitRows {
            if row.indicators.contains(where: { taken.contains($0) || offers[$0] != nil }) {
                remarkDigits(row)
            } else {
                taken.formUnion(row.indicators)
                rows.append(row)
            }
        }
        let settlement = DigitSettlement(
            rows, EquationSystem(rules: rules.filter { $0.severity == .error }, form: form.form, previousForm: nil),
            known: { index in
                offers[index].flatMap { figure($0).value.number }.flatMap { $0.scale == 0 ? Int(exactly: $0.significand) : nil }
            },
            isAbsent: { offers[$0] == nil })
        for (row, lengths) in zip(rows, settlement.lengths) {
            guard let lengths else {
                remarkDigits(row)
                continue
            }
            let ranges = row.ranges(lengths)
            let section = form.form.tables[form.form.indicators[row.indicators[0]].table].section
            for (indicator, range) in zip(row.indicators, ranges) {
                let part = (range.lowerBound * row.width)..<(range.upperBound * row.width)
                offer(
                    row.table, row.cell, part: part, for: indicator, tie: max(row.tie, .byPosition),
                    inOwnSection: tables[row.table].key == section)
            }
            let parts = ranges.map { String(row.value($0)) }.joined(separator: " ")
            remark(
                Remark(.settledDigits, at: tables[row.table].place(row.cell), detail: tables[row.table].quote(row.cell) + " = " + parts))
        }
    }

    private mutating func remarkDigits(_ row: DigitRow) {
        unsettledFigures += row.indicators.count
        remark(Remark(.unsettledDigits, at: tables[row.table].place(row.cell), detail: tables[row.table].quote(row.cell)))
    }

    var figures: Figures {
        var values = [Figure?](repeating: nil, count: offers.count)
        for (number, table) in tables.enumerated() {
            for index in offers.indices {
                if let offer = offers[index], offer.table == number { values[index] = table.figure(offer.cell, part: offer.part) }
            }
        }
        return Figures(form: form.form, values: values)
    }

    /// True when every figure of the form was told by its labels, so that there is nothing left to find. Rows that stand for others do not count.
    var isComplete: Bool {
        digitRows.isEmpty
            && zip(offers, form.form.indicators).allSatisfy { offer, indicator in offer?.tie == .byLabel || indicator.isSubstitute }
    }

    /// How well the tables fit the form, and those of them that tell it; 0 when nothing was bound.
    var score: (all: Int, telling: Int) {
        var score = (all: 0, telling: 0)
        for (offer, indicator) in zip(offers, form.form.indicators) {
            let worth =
                switch offer?.tie {
                case .byLabel: 4
                case .byPosition: 3
                case .byLikeness: 2
                case nil: 0
                }
            score.all += worth
            if form.form.tables[indicator.table].tellsForm { score.telling += worth }
        }
        // Digits that could not be parted speak for the form as a whole only: which figures they are is open.
        score.all += 3 * unsettledFigures
        return score
    }
}
