import CaseDates
import DataFormats
import ImpactChronology

/// The agencies with what their records cover, and the files with what became of their rows.
struct SourcesSection {
    let nodes: [HTMLNode]

    init(_ chronology: Chronology) {
        nodes = [Self.agencies(chronology), Self.files(chronology)]
    }

    private static func agencies(_ chronology: Chronology) -> HTMLNode {
        let rows = chronology.sources.map { source in
            let coverage = Coverage(of: source, in: chronology)
            let held: HTMLNode =
                if let first = coverage.first, let last = coverage.last {
                    .group([RecordText.date(first), " to ", RecordText.date(last)])
                } else {
                    "No dated event"
                }
            let outside =
                coverage.outside == 0
                ? "" : "; \(RecordText.count(coverage.outside, "event")) outside what the records cover"
            return HTMLNode.element(
                .tr,
                [:],
                .element(.th, ["scope": "row"], RecordText.record(source.label)),
                .element(.td, [:], covers(source)),
                .element(.td, [:], source.currentAsOf.map { RecordText.date($0) } ?? "Not stated"),
                .element(.td, [:], held, .text(outside)),
                .element(.td, ["class": "number"], .text("\(coverage.dated)")),
                .element(.td, ["class": "number"], .text("\(coverage.undated)"))
            )
        }
        return table(
            "Sources and what they cover (\(chronology.sources.count)). Outside what is covered, silence says nothing.",
            ["Source", "Records cover", "Taken out on", "First and last event", "Dated", "Undated"],
            rows
        )
    }

    private static func covers(_ source: Source) -> [HTMLNode] {
        switch (source.coversFrom, source.coversTo) {
        case (let from?, let to?): [RecordText.date(from), " to ", RecordText.date(to)]
        case (let from?, nil): ["from ", RecordText.date(from)]
        case (nil, let to?): ["to ", RecordText.date(to)]
        case (nil, nil): ["Not stated"]
        }
    }

    private static func files(_ chronology: Chronology) -> HTMLNode {
        let sum = chronology.account
        var rows = chronology.files.map { row($0.isUsed || $0.rows > 0 ? $0.name : "\($0.name) (not read)", $0) }
        rows.append(row("All", sum))
        return table(
            "Files and their rows. Each row is an event, was joined with one, or was rejected.",
            ["File", "Rows", "Events", "Joined", "Rejected"],
            rows
        )
    }

    private static func row(_ name: String, _ file: FileAccount) -> HTMLNode {
        .element(
            .tr,
            [:],
            [.element(.th, ["scope": "row"], RecordText.record(name))]
                + [file.rows, file.events, file.merged, file.rejected].map {
                    .element(.td, ["class": "number"], .text("\($0)"))
                }
        )
    }

    private static func table(_ caption: String, _ headings: [String], _ rows: [HTMLNode]) -> HTMLNode {
        .element(
            .table,
            [:],
            .element(.caption, [:], .text(caption)),
            .element(.thead, [:], .element(.tr, [:], headings.map { .element(.th, ["scope": "col"], .text($0)) })),
            .element(.tbody, [:], rows)
        )
    }
}
