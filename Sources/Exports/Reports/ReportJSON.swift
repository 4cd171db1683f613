public import CareTools  // It writes reports.
import CaseDates
public import DataFormats  // It is a value of JSON.

/// A report for machines.
public enum ReportJSON {
    /// The members.
    ///
    /// A count that is not shown is null, and `suppressed` says so. A whole, `of`, that is not shown is null.
    public static func members(_ report: Report, _ sources: ReportSources) -> [String: JSONValue] {
        [
            "asOf": .string(report.asOf.description),
            "files": .optional(report.options.showsSmallCounts ? sources.files : nil as Int?),
            "kind": .string(report.kind.rawValue),
            "parts": .array(report.parts.map(part)),
            "refused": .number(sources.refused),
            "showsSmallCounts": .bool(report.options.showsSmallCounts),
            "used": .optional(report.options.showsSmallCounts ? sources.used : nil as Int?),
        ]
    }

    /// The report as a file; the generator comes first, by which the file is known again as one of our own.
    public static func bytes(_ report: Report, _ sources: ReportSources) -> [UInt8] {
        let members = members(report, sources).sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, $0.value) }
        return Array((JSONValue.object([.init("generator", .string("child-impact"))] + members).text + "\n").utf8)
    }

    private static func part(_ part: ReportPart) -> JSONValue {
        var members: [String: JSONValue] = [
            "from": .optional(part.from?.description),
            "notes": .array(part.notes.map(JSONValue.string)),
            "tables": .array(part.tables.map(table)),
            "title": .string(part.title),
            "to": .optional(part.to?.description),
            "tool": .string(part.tool),
            "total": .optional(part.total.number),
            "version": .string(part.version),
        ]
        if !part.words.isEmpty {
            members["words"] = .array(
                part.words.map { words in
                    .sorted([
                        "answers": .array(words.answers.map(JSONValue.string)), "question": .string(words.question),
                    ])
                }
            )
        }
        return .sorted(members)
    }

    private static func table(_ table: ReportTable) -> JSONValue {
        .sorted([
            "caption": .string(table.caption),
            "columns": .array(table.columns.map(JSONValue.string)),
            "id": .string(table.id),
            "notes": .array(table.notes.map(JSONValue.string)),
            "rows": .array(
                table.rows.map { row in
                    .sorted([
                        "cells": .array(row.cells.map(cell)), "label": .string(row.label), "total": .bool(row.isTotal),
                    ])
                }
            ),
        ])
    }

    private static func cell(_ cell: ReportCell) -> JSONValue {
        switch cell {
        case .none: .null
        case .words(let words): .sorted(["words": .string(words)])
        case .count(let count):
            .sorted(["count": .optional(count.number), "suppressed": .bool(cell.isHidden)])
        case .share(let part, let whole):
            .sorted([
                "count": .optional(part.number), "of": .optional(whole.number),
                "percent": .optional(cell.percentage?.description), "suppressed": .bool(cell.isHidden),
            ])
        }
    }
}
