public import CareTools  // It shows a report.
import CaseDates
import DataFormats

/// A report as a paper: one HTML file that needs nothing else, for A4 print first.
public struct ReportPage: Sendable {
    private let report: Report
    private let sources: ReportSources
    private let style: String

    /// Makes a page.
    ///
    /// - Parameters:
    ///   - report: What it shows.
    ///   - sources: What the report was made from.
    ///   - style: The style sheet; it is put inside the page.
    public init(_ report: Report, _ sources: ReportSources, style: String) {
        self.report = report
        self.sources = sources
        self.style = style
    }

    private static let marking = "OFFICIAL-SENSITIVE"

    /// The page as UTF-8 bytes.
    public var bytes: [UInt8] {
        let title = report.kind.title
        return Page(
            title: title,
            kind: "report",
            marking: Self.marking,
            heading: title,
            style: style,
            rules: CaseStyle.edges(marking: Self.marking, left: "\(title), \(report.asOf)"),
            main: [facts] + reading + report.parts.enumerated().map { part($0.element, number: $0.offset + 1) }
        ).bytes
    }

    private var facts: HTMLNode {
        let rows =
            [fact("As of", [day(report.asOf)])]
            + report.parts.map { part in
                fact("\(part.title), version \(part.version)", [.text(counted(part))])
            }
        return .group([
            .element(.h1, [:], .text(report.kind.title)), .element(.dl, ["class": "facts"], rows),
        ])
    }

    private func counted(_ part: ReportPart) -> String {
        let noun = report.kind.noun
        guard let total = part.total.number else { return "\(noun.many): not shown" }
        return "\(total) \(total == 1 ? noun.one : noun.many)"
    }

    private func fact(_ name: String, _ content: [HTMLNode]) -> HTMLNode {
        .element(.div, [:], .element(.dt, [:], .text(name)), .element(.dd, [:], content))
    }

    private func day(_ day: CalendarDay) -> HTMLNode {
        .element(.time, ["datetime": day.description], .text(DateText.words(day)))
    }

    // MARK: How to read it

    private var reading: [HTMLNode] {
        var nodes: [HTMLNode] = []
        if report.options.showsSmallCounts || report.options.showsWords {
            nodes.append(
                .element(
                    .div,
                    ["class": "internal"],
                    [.element(.h2, [:], "For internal use")]
                        + ((report.options.showsSmallCounts ? ReportWords.suppression(report) : [])
                        + [ReportWords.words(report)].compactMap(\.self)).map(paragraph)
                )
            )
        }
        let small = report.options.showsSmallCounts ? [] : ReportWords.suppression(report)
        nodes.append(
            .element(
                .section,
                ["class": "method"],
                [.element(.h2, [:], "How to read this report")]
                    + (small + ReportWords.counts + ReportWords.sources(sources, of: report)).map(paragraph)
            )
        )
        return nodes
    }

    private func paragraph(_ text: String) -> HTMLNode { .element(.p, [:], .text(text)) }

    // MARK: Parts

    private func part(_ part: ReportPart, number: Int) -> HTMLNode {
        let period = part.isWithheld ? [] : [fact("Completed", [.text(ReportWords.period(part))])]
        let facts =
            [fact("Counted", [.text(counted(part))])] + period
            + [fact("Definition", [.text("\(part.tool), version \(part.version)")])]
        return .element(
            .section,
            ["class": "part"],
            [.element(.h2, ["id": "part\(number)"], .text(part.title)), .element(.dl, ["class": "facts"], facts)]
                + part.notes.map(paragraph)
                + part.tables.enumerated().map { table($0.element, part: number, number: $0.offset + 1) }
                + words(part)
        )
    }

    private func words(_ part: ReportPart) -> [HTMLNode] {
        guard !part.words.isEmpty else { return [] }
        return [.element(.h3, [:], "What was written")]
            + part.words.flatMap { words -> [HTMLNode] in
                [
                    .element(.h4, [:], .text(words.question)),
                    .element(.ul, ["class": "voices"], words.answers.map { .element(.li, [:], RecordText.record($0)) }),
                ]
            }
    }

    // MARK: Tables

    private func table(_ table: ReportTable, part: Int, number: Int) -> HTMLNode {
        let id = "t\(part)-\(number)"
        let hasBars = table.columns.count == 1 && table.rows.contains { Self.bar($0) != nil }
        var headings: [HTMLNode] = ([table.rowHeading] + table.columns).map { heading in
            .element(.th, ["scope": "col"], label(heading))
        }
        if hasBars { headings.append(.element(.th, ["scope": "col", "class": "bar"], "Share")) }
        let rows = table.rows.map { row in
            HTMLNode.element(
                .tr,
                row.isTotal ? ["class": "total"] : [:],
                [.element(.th, ["scope": "row"], label(row.label))]
                    + row.cells.map { .element(.td, ["class": "number"], .text($0.text)) }
                    + (hasBars ? [.element(.td, ["class": "bar"], [Self.bar(row)].compactMap(\.self))] : [])
            )
        }
        let notes = table.notes.map { HTMLNode.element(.span, ["class": "note"], .text($0)) }
        let kind = table.columns.count > 6 ? "wide counts" : "counts"
        return .element(
            .div,
            ["class": kind, "role": "region", "aria-labelledby": "part\(part) \(id)", "tabindex": "0"],
            .element(
                .table,
                [:],
                .element(.caption, [:], [.element(.span, ["id": id], .text(table.caption))] + notes),
                .element(.thead, [:], .element(.tr, [:], headings)),
                .element(.tbody, [:], rows)
            )
        )
    }

    /// A label; a state of actions stands as a word in its colour, never as a colour alone.
    private func label(_ text: String) -> HTMLNode {
        guard let state = ActionState.allCases.first(where: { $0.words == text }) else { return .text(text) }
        return .element(.strong, ["class": "tag \(state.rawValue)"], .text(text))
    }

    /// A bar as long as the share; it says nothing that does not stand beside it.
    private static func bar(_ row: ReportTable.Row) -> HTMLNode? {
        guard !row.isTotal, row.cells.count == 1, let tenths = row.cells[0].percentage?.tenths else { return nil }
        return .element(
            .svg,
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": "share", "viewBox": "0 0 1000 60",
                "preserveAspectRatio": "none", "aria-hidden": "true",
            ],
            .element(.rect, ["class": "whole", "x": "0", "y": "0", "width": "1000", "height": "60"]),
            .element(.rect, ["class": "filled", "x": "0", "y": "0", "width": "\(tenths)", "height": "60"])
        )
    }
}
