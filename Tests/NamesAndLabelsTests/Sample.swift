import DataFormats
import Definitions
import Diagnostics
import ImpactChronology
import Testing

@testable import NamesAndLabels

/// An invented family, and papers about it.
enum Sample {
    static func common() throws -> CommonWords { try DefinitionSource().commonWords() }

    static let people: [ListedPerson] = [
        person("C1", "Ella Harper", "child", label: "Child A", birthday: 1),
        person("C2", "Noah James Harper", "child", label: "Child B", birthday: 2),
        person("A1", "Kayleigh Harper", "mother", known: ["Kay"], label: "Mother"),
        person("A2", "Zed O'Brien", "father", label: "Father"),
        person("A3", "Rose Quarry", "aunt", label: "Aunt"),
        person("A4", "Chloé Ella-Mae Zeller", "cousin", label: "Cousin"),
        person("A5", "May Fenwick", "neighbour", label: "Neighbour"),
    ]

    static func person(
        _ id: String,
        _ name: String,
        _ role: String,
        known: [String] = [],
        label: String? = nil,
        birthday: Int = .max,
        family: Int = 0
    ) -> ListedPerson {
        var person = ListedPerson(name: name, alsoKnownAs: known, label: label, role: role)
        person.id = id
        person.isChild = role == "child"
        person.birthday = birthday
        person.family = family
        return person
    }

    static func glossary(
        _ people: [ListedPerson] = people,
        families: [String?] = ["Harper"],
        childrenAs: ChildrenAs = .labels
    ) throws -> Glossary {
        try Glossary(people: people, families: families, common: try common(), childrenAs: childrenAs)
    }

    /// The paper with labels; the test fails when a name is left or the key does not give the paper back.
    static func anonymised(
        _ text: String,
        _ name: String = "note.txt",
        people: [ListedPerson] = people,
        families: [String?] = ["Harper"]
    ) throws -> String {
        let bytes = try finished(Array(text.utf8), name, people: people, families: families)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func finished(
        _ bytes: [UInt8],
        _ name: String,
        people: [ListedPerson] = people,
        families: [String?] = ["Harper"]
    ) throws -> [UInt8] {
        var glossary = try glossary(people, families: families)
        let paper = AnonymisedPaper(of: bytes, named: name, &glossary)
        let finished = try #require(paper.bytes)
        #expect(LeakCheck(glossary).findings(in: finished, named: paper.name).isEmpty)
        let key = try KeyFile(parsing: KeyFile(glossary, [paper]).bytes)
        let restored = RestoredPaper(of: finished, named: paper.name, key)
        #expect(restored.fit == .exact)
        #expect(restored.bytes == bytes)
        #expect(restored.name == name)
        return finished
    }

    /// Why places of a paper are to be looked at.
    static func reviews(_ text: String, _ name: String = "note.txt") throws -> [ReviewReason] {
        var glossary = try glossary()
        return AnonymisedPaper(of: Array(text.utf8), named: name, &glossary).reviews.map(\.reason)
    }
}
