/// The elements of HTML that a reader has to know by name.
///
/// - Source: HTML Living Standard, 15.3 (rendering: what is hidden, what is a block) and 4 (what the elements mean).
enum HTMLTag: String {
    case a, html, head, body, title, meta, base, link, style, script, noscript, template
    case br, hr, pre, p, div, center, blockquote, address, article, section, main, figure, figcaption, details, summary, dialog, hgroup,
        search
    case h1, h2, h3, h4, h5, h6
    case ul, ol, li, dl, dt, dd, menu, dir
    case table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th
    case form, fieldset, legend, input, button, select, option, optgroup, textarea, datalist, progress, meter
    case nav, header, footer, aside
    case img, picture, svg, math, canvas, object, embed, iframe, frame, frameset, noframes, audio, video, map, area, param, applet
    case del, ins
    case listing, plaintext, xmp
    case xml
    case marquee
    /// Anything else: read as running text.
    case other

    init(name: String) { self = HTMLTag(rawValue: name) ?? .other }

    /// Whether nothing within is shown as text of the page.
    var isSkipped: Bool {
        switch self {
        case .head, .title, .meta, .base, .link, .style, .script, .noscript, .template, .input, .button, .select, .option, .optgroup,
            .textarea,
            .datalist, .progress, .meter, .svg, .math, .canvas, .object, .embed, .iframe, .frame, .frameset, .noframes, .audio, .video,
            .map,
            .area, .param, .applet, .xml, .colgroup, .col, .del:
            true
        default: false
        }
    }

    /// Whether it begins and ends a line.
    var isBlock: Bool {
        switch self {
        case .html, .body, .hr, .pre, .p, .div, .center, .blockquote, .address, .article, .section, .main, .figure, .figcaption, .details,
            .summary, .dialog, .hgroup, .search, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .li, .dl, .dt, .dd, .menu, .dir, .table, .caption,
            .thead, .tbody, .tfoot, .tr, .td, .th, .form, .fieldset, .legend, .nav, .header, .footer, .aside, .listing, .plaintext, .xmp,
            .marquee:
            true
        default: false
        }
    }

    /// Whether white space within stands as it is.
    var isPreformatted: Bool { self == .pre || self == .listing || self == .plaintext || self == .xmp }

    /// The rank of a heading.
    var level: Int? {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: nil
        }
    }

    /// Whether what is within belongs to the page rather than to its article. A `header` may be the article's own.
    var isFurniture: Bool { self == .nav || self == .footer || self == .aside }
}

extension HTMLTag {
    /// Whether a name, in lower case, is that of an element of HTML, or one that word processors write into HTML.
    static func isKnown(_ name: String) -> Bool {
        if let tag = HTMLTag(rawValue: name) { return tag != .other && tag != .xml && tag != .search }
        return [
            "span", "font", "b", "i", "u", "em", "strong", "small", "big", "sub", "sup", "o:p", "bgsound", "wbr", "label", "s", "strike",
        ]
        .contains(name)
    }
}
