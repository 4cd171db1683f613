/// The elements of HTML that documents are made of.
public enum HTMLTag: String, Sendable, Hashable, CaseIterable {
    case html, head, meta, title, style, body
    case header, main, section, footer
    case h1, h2, h3, h4, p, ul, li, dl, dt, dd, div
    case table, caption, colgroup, col, thead, tbody, tr, th, td
    case a, bdi, br, span, strong, time

    /// Whether it has no content and no end tag.
    var isVoid: Bool {
        switch self {
        case .meta, .br, .col: true
        default: false
        }
    }

    /// Whether a line ends behind it, which keeps the file readable and differences small.
    var isBlock: Bool {
        switch self {
        case .html, .a, .bdi, .br, .span, .strong, .time, .meta, .col, .td, .th: false
        default: true
        }
    }
}
