import CaseDates
import Diagnostics
import EventFiles
import Foundation
import ImpactChronology
import Testing

/// Files for the tests of returns and extracts, and short forms of what was read.
enum Extracts {
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    /// Public samples that nobody here made, where they are at hand.
    static let samples = package.appending(path: "../shared/data").standardizedFileURL.path

    static func isAtHand(_ sample: String) -> Bool { FileManager.default.fileExists(atPath: "\(samples)/\(sample)") }

    static func sample(_ name: String) throws -> SourceFile { try file("\(samples)/\(name)") }

    static func fixture(_ name: String) throws -> SourceFile {
        try file(package.appending(path: "Tests/Fixtures/annex-a/\(name)").path)
    }

    private static func file(_ path: String) throws -> SourceFile {
        let name = URL(filePath: path).lastPathComponent
        return SourceFile(path: name, name: name, bytes: Array(try Data(contentsOf: URL(filePath: path))))
    }

    /// A children in need census with these children, each on a line of its own from line 3.
    static func census(_ children: String..., year: Int = 2024, root: String = "Message") -> String {
        """
        <\(root)><Header><CollectionDetails><Collection>CIN</Collection><Year>\(year)</Year>\
        <ReferenceDate>\(year)-03-31</ReferenceDate></CollectionDetails></Header>
        <Children>
        \(children.joined(separator: "\n"))
        </Children></\(root)>

        """
    }

    /// A child of the census.
    static func child(_ id: String?, born: String? = "2015-03-27", expected: String? = nil, _ details: String) -> String
    {
        let elements = [("LAchildID", id), ("PersonBirthDate", born), ("ExpectedPersonBirthDate", expected)]
        let identifiers = elements.map { name, value in value.map { "<\(name)>\($0)</\(name)>" } ?? "" }.joined()
        return "<Child><ChildIdentifiers>\(identifiers)</ChildIdentifiers><CINdetails>\(details)</CINdetails></Child>"
    }
}

extension CaseReading {
    /// All events as "child, date, category: text", those of one child after the other.
    var lines: [String] {
        chronologies.flatMap(\.allEvents).map { event in
            "\(event.names.joined(separator: "+")), \(event.edtf), \(event.category ?? "-"): \(event.what)"
        }
    }

    /// The chronology of a child.
    func chronology(of child: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Chronology {
        try #require(
            chronologies.first { $0.family.people.contains { $0.id.text == child } },
            sourceLocation: sourceLocation
        )
    }

    /// The findings that name a fault or something lost.
    var serious: [Found] {
        diagnostics.filter { $0.severity != .note }.map { Found($0.id, $0.place?.line, $0.place?.column) }
    }
}

extension Event {
    /// The further cells as "heading: text".
    var further: [String] { additional.map { "\($0.heading): \($0.text)" } }
}
