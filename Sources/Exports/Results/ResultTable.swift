import DataFormats

/// A table of a result.
///
/// Where a screen is too narrow for columns each cell stands on a line of its own, and says what it is.
struct ResultTable {
    /// What kind of table it is, for the style sheet.
    let kind: String
    let caption: String
    let headings: [String]
    /// The cells of each row, the heading of the row first.
    let rows: [[HTMLNode]]

    /// The table.
    var node: HTMLNode {
        .element(
            .table,
            ["class": kind],
            .element(.caption, [:], .text(caption)),
            .element(
                .thead,
                [:],
                .element(.tr, [:], headings.map { .element(.th, ["scope": "col"], .text($0)) })
            ),
            .element(.tbody, [:], rows.map { .element(.tr, [:], zip($0, headings).map(Self.labelled)) })
        )
    }

    /// A cell with its heading for the style sheet; one that is empty needs none.
    private static func labelled(_ cell: HTMLNode, _ heading: String) -> HTMLNode {
        guard case .element(.td, let attributes, let content) = cell, !content.isEmpty, content != [.text("")] else {
            return cell
        }
        return .element(.td, attributes + [HTMLNode.Attribute("data-label", heading)], content)
    }
}
