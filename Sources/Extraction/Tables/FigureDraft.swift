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

    private struct Offer {
        let figure: Figure
        let tie: Tie
        let inOwnSection: Bool
    }

    let form: CompiledForm
    private var offers: [Offer?]
    private(set) var remarks: [Remark] = []

    /// How many remarks one report gets; a report that needs more is beyond reading them.
    static let remarkLimit = 400

    init(_ form: CompiledForm) {
        self.form = form
        offers = [Offer?](repeating: nil, count: form.form.indicators.count)
    }

    /// Takes a cell for an indicator. The first cell counts, save that a cell in the table's own section goes before one elsewhere, and one told by
    /// its labels before one told by position or likeness.
    mutating func offer(_ figure: Figure, for indicator: Int, tie: Tie, inOwnSection: Bool) {
        let new = Offer(figure: figure, tie: tie, inOwnSection: inOwnSection)
        guard let known = offers[indicator] else {
            offers[indicator] = new
            return
        }
        let isBetter = new.inOwnSection != known.inOwnSection ? new.inOwnSection : new.tie < known.tie
        offers[indicator] = isBetter ? new : known
        let other = isBetter ? known.figure : figure
        if figure.value != known.figure.value || (figure.value == .text && figure.quote != known.figure.quote) {
            remark(Remark(.repeatedFigure, at: other.place, detail: form.form.indicators[indicator].id))
        }
    }

    mutating func remark(_ remark: Remark) {
        if remarks.count < Self.remarkLimit {
            remarks.append(remark)
        } else if remarks.count == Self.remarkLimit {
            remarks.append(Remark(.limitReached, at: remark.place, detail: String(Self.remarkLimit)))
        }
    }

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
            if offer.figure.value != .blank {
                remark(Remark(.unknownLabel, at: offer.figure.place, detail: table.rows[indicator.row].label))
            }
        }
    }

    var figures: Figures { Figures(form: form.form, values: offers.map { $0?.figure }) }

    /// How well the tables fit the form; 0 when nothing was bound.
    var score: Int {
        offers.reduce(0) { sum, offer in
            switch offer?.tie {
            case .byLabel: sum + 4
            case .byPosition: sum + 3
            case .byLikeness: sum + 2
            case nil: sum
            }
        }
    }
}
