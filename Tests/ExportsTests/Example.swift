import CaseDates
import DataFormats
import Definitions
import EventFiles
import Exports
import Foundation
import ImpactChronology
import Testing

/// The example family and small invented cases, read as the tool reads them.
enum Example {
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static let tools = (try? DefinitionSource().tools()) ?? []

    static func options() throws -> ReadOptions {
        let asOf = try #require(CalendarDay(iso: "2026-03-31"))
        let definitions = DefinitionSource()
        let comparison = try definitions.comparisonRules()
        return ReadOptions(
            dates: DateReader(asOf: asOf, names: try definitions.dateNames()),
            headings: try definitions.headings(),
            tools: Deferred { tools },
            comparison: Deferred { comparison }
        )
    }

    /// The Harper family of `Examples/`.
    static func harper() throws -> Chronology {
        let folder = package.appending(path: "Examples/harper-family")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
            !$0.hasSuffix(".md") && $0.contains(".")
        }
        let files = try names.map { name in
            SourceFile(path: name, name: name, bytes: Array(try Data(contentsOf: folder.appending(path: name))))
        }
        return try #require(CaseReading(of: files, options: try options()).chronologies.first)
    }

    /// A chronology of some text files.
    static func chronology(_ files: [String: String]) throws -> Chronology {
        let files = files.map { SourceFile(path: $0.key, name: $0.key, bytes: Array($0.value.utf8)) }
        return try #require(CaseReading(of: files, options: try options()).chronologies.first)
    }

    /// A case whose every text is hostile: markup, quotes, controls, characters that reorder.
    static func hostile() throws -> Chronology {
        let nasty =
            "<script>alert(1)</script> & \"q\" 'a' ]]> <\u{338}b> \u{202E}gnihton\u{2069} =1+1 \u{FFFD} \u{1F600}"
        let cell = "\"" + nasty.replacingOccurrences(of: "\"", with: "\"\"") + "\n  second line\t\""
        let headings =
            "Date,Child,Agency,Source,Category,Event,Context,Impact,Child's voice,Response,Outcome,Decision,"
            + "Decision date,Significance,Disputed,Reference,Recorded,Other <b>"
        let row = [
            "01/02/2019", cell, cell, cell, cell, cell, cell, cell, cell, cell, cell, cell, "x", cell, cell, cell, "y",
            cell,
        ]
        let bad = ["31/02/2019"] + row.dropFirst()
        let undated = ["not known"] + row.dropFirst()
        let rows = [Array(row), bad, undated].map { $0.joined(separator: ",") }
        return try chronology(["a<b>&'\".csv": ([headings] + rows).joined(separator: "\n")])
    }

    static func schema() throws -> [UInt8] {
        Array(try Data(contentsOf: package.appending(path: "exports/schema/chronology.xsd")))
    }

    static func document(_ chronology: Chronology, _ id: String, _ selection: EventSelection? = nil) throws -> [UInt8] {
        let definitions = DefinitionSource()
        return Document(
            chronology,
            profile: try definitions.profile(id),
            selection: selection ?? EventSelection(),
            style: try definitions.style()
        ).bytes
    }
}
