import Diagnostics
import Testing

@testable import NamesAndLabels

@Suite struct GlossaryTests {
    private func labels(_ people: [ListedPerson], _ childrenAs: ChildrenAs = .labels) throws -> [String] {
        try Sample.glossary(people, families: [nil], childrenAs: childrenAs).entries.filter { $0.kind == .person }
            .map(\.label)
    }

    @Test func labelsThatAreNotGivenComeFromBirthAndRole() throws {
        let people = [
            Sample.person("C2", "Zuri Voss", "child", birthday: 20),
            Sample.person("C1", "Ottilie Voss", "child", birthday: 10),
            Sample.person("A1", "Ida Voss", "mother"), Sample.person("A2", "Una Quarry", "aunt"),
            Sample.person("A3", "Pru Quarry", "aunt"), Sample.person("A4", "Theo Zill", ""),
        ]
        #expect(try labels(people) == ["Child B", "Child A", "Mother", "Aunt 1", "Aunt 2", "Person 1"])
    }

    @Test func aLabelThatIsGivenIsNotGivenAgain() throws {
        let people = [
            Sample.person("C1", "Zuri Voss", "child"), Sample.person("C2", "Ottilie Voss", "child", label: "Child A"),
        ]
        #expect(try labels(people) == ["Child B", "Child A"])
    }

    @Test func familiesOfACaseloadMayUseTheSameLabels() throws {
        let people = [
            Sample.person("A1", "Ida Voss", "mother", label: "Mother"),
            Sample.person("B1", "Una Zill", "mother", label: "Mother", family: 1),
        ]
        #expect(try labels(people) == ["Mother", "Mother of family 2"])
    }

    @Test func surnamesThatSeveralShareGetLettersAndOneThatOneHasIsThatPerson() throws {
        let people = [
            Sample.person("C1", "Zuri Voss", "child"), Sample.person("A1", "Ida Voss", "mother"),
            Sample.person("A2", "Una Zill", "aunt"),
        ]
        let text = try Sample.anonymised("Voss, Zill", people: people, families: ["Case 12"])
        #expect(text == "{Family A}, {Aunt}")
    }

    @Test(arguments: [("Z", "short"), ("Zuri Voss", "twice"), ("-", "short")])
    func namesThatCannotBeUsedAreOneFindingWithoutTheName(name: String, id: String) throws {
        let people = [Sample.person("C1", "Zuri Voss", "child"), Sample.person("C9", name, "child")]
        let faults = #expect(throws: GlossaryFaults.self) { try Sample.glossary(people) }
        let diagnostics = try #require(faults?.diagnostics)
        #expect(diagnostics.map(\.id) == ["anonymise.name.\(id)"])
        #expect(diagnostics.allSatisfy { $0.summary.contains("'C9'") && !$0.summary.contains("Zuri") })
    }

    @Test func twoPeopleOfOneNameMayShareOneLabel() throws {
        let people = [
            Sample.person("C1", "Zuri Voss", "child", label: "Child A"),
            Sample.person("C9", "ZURI  VOSS", "child", label: "Child A"),
        ]
        #expect(try labels(people) == ["Child A"])
    }

    @Test(arguments: ["", "Unknown", "not known", "N/K", "Father", "unborn baby"])
    func somebodyWithoutANameIsCountedAndTheWordForItStays(name: String) throws {
        let people = [Sample.person("C1", "Zuri Voss", "child"), Sample.person("C2", name, "father")]
        #expect(try Sample.glossary(people).peopleWithoutName == 1)
        #expect(try Sample.anonymised("who is \(name)", people: people) == "who is \(name)")
    }

    @Test(arguments: ["Zuri's friend", "Child Voss"])
    func aLabelThatHoldsANameIsRefused(label: String) throws {
        let people = [Sample.person("C1", "Zuri Voss", "child"), Sample.person("A1", "Ida Zill", "x", label: label)]
        let faults = #expect(throws: GlossaryFaults.self) { try Sample.glossary(people) }
        #expect(faults?.diagnostics.map(\.id) == ["anonymise.label.name"])
    }

    @Test(arguments: ["a\u{7}b", "{a}", "a--b", "]]>", "...", String(repeating: "x", count: 81)])
    func aLabelThatCouldBreakAFileIsRefused(label: String) throws {
        let people = [Sample.person("C1", "Zuri Voss", "child", label: label)]
        let faults = #expect(throws: GlossaryFaults.self) { try Sample.glossary(people) }
        #expect(faults?.diagnostics.map(\.id) == ["anonymise.label.unfit"])
    }

    @Test func childrenMayStandAsInitialsOrAsTheyAre() throws {
        let people = [
            Sample.person("C1", "Zuri Voss", "child", birthday: 1),
            Sample.person("C2", "Zed Voss", "child", birthday: 2),
            Sample.person("A1", "Ida Voss", "mother"),
        ]
        #expect(try labels(people, .initials) == ["Z.V.", "Z.V. 2", "Mother"])
        var glossary = try Sample.glossary(people, families: [nil], childrenAs: .full)
        let text = "Zuri Voss and Zuri with Ida Voss; Ms Voss"
        let paper = AnonymisedPaper(of: Array(text.utf8), named: "Zuri.txt", &glossary)
        let finished = try #require(paper.bytes)
        #expect(String(decoding: finished, as: UTF8.self) == "Zuri Voss and Zuri with {Mother}; Ms {Family A}")
        #expect(paper.name == "Zuri.txt")
        #expect(LeakCheck(glossary).findings(in: finished, named: paper.name).isEmpty)
    }

    @Test(arguments: [
        ("a.txt", "so Zuri said"), ("a.html", "<p>Zu<b>ri</b></p>"), ("a.html", "<svg id='zuri'/>"), ("Zuri.txt", "x"),
        ("a.json", "{\"a\":\"Z\\u0075ri\"}"), ("a.csv", "a,b\n1,9434765919\n"),
    ])
    func theLeakCheckFindsWhatIsLeft(name: String, text: String) throws {
        var glossary = try Sample.glossary([Sample.person("C1", "Zuri Voss", "child", known: ["9434765919"])])
        let findings = LeakCheck(glossary).findings(in: Array(text.utf8), named: name)
        #expect(findings.map(\.id) == ["anonymise.leak"])
        #expect(findings.allSatisfy { !"\($0.summary) \($0.place?.path ?? "")".contains("Zuri") })
        let paper = AnonymisedPaper(of: Array(text.utf8), named: name, &glossary)
        let finished = try #require(paper.bytes)
        #expect(LeakCheck(glossary).findings(in: finished, named: paper.name).isEmpty)
    }
}
