/// The elements of HTML that documents are made of.
public enum HTMLTag: String, Sendable, Hashable, CaseIterable {
    case html, head, meta, title, style, body
    case header, main, section, footer, nav, aside
    case h1, h2, h3, h4, h5, p, ul, ol, li, dl, dt, dd, div
    case table, caption, colgroup, col, thead, tbody, tr, th, td
    case a, bdi, br, span, strong, time, em
    case form, fieldset, legend, label, input, textarea, select, option, optgroup, button, output, noscript, template
    case details, summary
    case svg, g, line, rect, circle, polygon, polyline, path, desc
    /// Text of a picture; as the element `text` of SVG.
    case svgText = "text"

    /// Whether it has no content and no end tag.
    var isVoid: Bool {
        switch self {
        case .meta, .br, .col, .input: true
        default: false
        }
    }

    /// Whether a line ends behind it, which keeps the file readable and differences small.
    var isBlock: Bool {
        switch self {
        case .html, .a, .bdi, .br, .span, .strong, .time, .em, .meta, .col, .td, .th, .label, .input, .textarea,
            .option,
            .button, .output, .svgText:
            false
        default: true
        }
    }
}
