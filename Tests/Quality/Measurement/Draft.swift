import TestSupport

/// What a piece of text says, as far as it can be true or false.
enum Mark: Hashable, Sendable {
    /// States the figure; last year's figures are `lookBack`.
    case figure(Expression, Wording.Style)
    case zero(Expression)
    case claim(String)
    case growth(Expression), difference(Expression), multiple(Expression), share(Expression, Expression)
    case direction(Wording.Direction, Expression)
    case whole(Expression), least(Expression)
    /// A number of no indicator that a whole is made of.
    case local(String)
    case lookBack(Expression), about(Expression), random
    case year(Int), unit
    /// Takes up the problem of the year before that has that key.
    case answer(String)
}

/// A run of text out of one part of a wording.
struct Piece: Sendable {
    var text: String
    var mark: Mark?
    /// What it is worth, where it is a number; amounts in 元.
    var value: Int?
    /// `P`, `M`, `L` within such a passage.
    var passage: String?
    /// The wording that it comes from, and which use of it.
    let wording: Int
    let use: Int
    let topic: String
}

struct DraftParagraph: Sendable {
    var pieces: [Piece]
    var text: String { pieces.map(\.text).joined() }

    /// The UTF-8 range of one piece in the text.
    func range(of index: Int) -> Range<Int> {
        let start = pieces[..<index].reduce(0) { $0 + $1.text.utf8.count }
        return start..<start + pieces[index].text.utf8.count
    }

    /// The UTF-8 range of all that one use of a wording says.
    func range(ofUse use: Int) -> Range<Int> {
        let places = pieces.indices.filter { pieces[$0].use == use }
        guard let first = places.first, let last = places.last else { return 0..<0 }
        return range(of: first).lowerBound..<range(of: last).upperBound
    }
}

struct DraftSection: Sendable {
    enum Block: Sendable {
        case heading(ordinal: String, title: String)
        case paragraph(DraftParagraph)
        case table([[FormTables.Place]])
    }

    /// By the form, from 1.
    let number: Int
    var ordinal: String
    var title: String
    var blocks: [Block]
}

/// A report before it is rendered.
struct Draft: Sendable {
    let office: Office
    let year: Int
    let figures: YearFigures
    var title: [Piece]
    var preamble: DraftParagraph?
    var sections: [DraftSection]
    var signature: [Piece]
    /// As a page around the report states it: YYYY-MM-DD.
    var published: String
    /// The numbers of the wordings that it is made of.
    var used: Set<Int> = []

    var specimen: Specimen {
        var blocks: [Specimen.Block] = []
        if let preamble { blocks.append(.paragraph(preamble.text)) }
        for section in sections {
            blocks.append(.heading(ordinal: section.ordinal, title: section.title, level: 1))
            for block in section.blocks {
                switch block {
                case .heading(let ordinal, let title): blocks.append(.heading(ordinal: ordinal, title: title, level: 2))
                case .paragraph(let paragraph): blocks += paragraph.text.isEmpty ? [] : [.paragraph(paragraph.text)]
                case .table(let rows): blocks.append(.table(FormTables.cells(rows)))
                }
            }
        }
        for line in signature.map(\.text).joined().split(separator: "¶") { blocks.append(.paragraph(line.trimmed)) }
        let values = Dictionary(uniqueKeysWithValues: figures.values.keys.map { ($0, figures.text($0)) })
        return Specimen(
            form: figures.form, unit: office.unit, year: year, title: title.map(\.text).joined(), blocks: blocks, values: values,
            published: published)
    }

    /// Where a paragraph stands.
    struct ParagraphPlace: Hashable, Sendable {
        let section: Int
        let block: Int
    }

    var paragraphs: [ParagraphPlace] {
        sections.indices.flatMap { section in
            sections[section].blocks.indices.compactMap { block in
                if case .paragraph = sections[section].blocks[block] { ParagraphPlace(section: section, block: block) } else { nil }
            }
        }
    }

    subscript(_ place: ParagraphPlace) -> DraftParagraph {
        get {
            if case .paragraph(let paragraph) = sections[place.section].blocks[place.block] {
                paragraph
            } else {
                DraftParagraph(pieces: [])
            }
        }
        set { sections[place.section].blocks[place.block] = .paragraph(newValue) }
    }

    /// The index of a section by its number.
    func index(ofSection number: Int) -> Int? { sections.firstIndex { $0.number == number } }
}
