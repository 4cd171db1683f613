import Definitions
import Diagnostics
import EventFiles
import Testing

/// Code lists: what a cell says by them, and what is wrong with a list.
@Suite struct CodeListTests {
    private static let list = CodeList(
        id: "needs",
        title: "Needs",
        codes: [
            CodeList.Code(value: "N1", meaning: "abuse or neglect", to: 2025),
            CodeList.Code(value: "N1", meaning: "abuse, neglect or exploitation", from: 2026),
            CodeList.Code(value: "6", meaning: "police"), CodeList.Code(value: "5D", meaning: "early help", from: 2023),
            CodeList.Code(value: "RC7", meaning: "ended: another reason", also: ["other"]),
        ]
    )

    /// The kind of an answer and the meaning of its code.
    private func answer(_ text: String, _ year: Int?) -> String {
        switch Self.list.answer(to: text, in: year) {
        case .code(let code): "code: \(code.meaning)"
        case .codeOfOtherYears(let code): "other years: \(code.meaning)"
        case .words(let code): "words: \(code.meaning)"
        case .unknown: "unknown"
        }
    }

    @Test(arguments: [
        ("6", 2024, "code: police"), (" 6 ", 2024, "code: police"), ("6.", nil, "code: police"),
        ("5D", 2022, "other years: early help"), ("5d", 2023, "code: early help"), ("5D", nil, "code: early help"),
        ("N1", 2025, "code: abuse or neglect"), ("N1", 2026, "code: abuse, neglect or exploitation"),
        ("N1", nil, "code: abuse or neglect"), ("OTHER", nil, "code: ended: another reason"),
        ("a) Police", nil, "words: police"), ("q) 6: Police", nil, "words: police"),
        ("q)\u{A0}6", nil, "words: police"),
        ("N1 - Abuse or Neglect", 2024, "words: abuse or neglect"),
        ("N1 \u{2013} Abuse", 2024, "words: abuse or neglect"),
        ("RC7 - ended: moved away", nil, "words: ended: another reason"),
        ("RC7: ended - moved", nil, "words: ended: another reason"),
        ("Police", nil, "words: police"),
        // Nothing is matched by likeness.
        ("polic", nil, "unknown"), ("N11", nil, "unknown"), ("N", nil, "unknown"), ("6A", nil, "unknown"),
        ("16", nil, "unknown"), ("abc) Police", nil, "unknown"), ("Police station", nil, "unknown"),
        ("", nil, "unknown"),
        ("- 6", nil, "unknown"), (")", nil, "unknown"), (": : :", nil, "unknown"),
    ])
    func aCellSaysACodeExactlyOrNone(text: String, year: Int?, expected: String) {
        #expect(answer(text, year) == expected)
    }

    @Test func allFaultsOfAListAreReportedAtOnce() {
        let path = "tools-definitions/code-lists/zoo.xml"
        let source = DefinitionSource(
            path,
            """
            <code-list xmlns="urn:child-impact:definitions:1" title="Animals" shows="code" colour="red">
              <code value="1"/>
              <code meaning="ape"/>
              <code value="2" meaning="bear" from="2020" to="2022"/>
              <code value="2" meaning="bison" from="2022"/>
              <code value="3" meaning="cat" from="soon"><other>x</other></code>
              <note/>
            </code-list>
            """
        )
        let faults = #expect(throws: DefinitionFaults.self) { try source.extracts() }
        #expect(
            faults?.found == [
                Fault(1, "<code-list> has no attribute 'colour'"), Fault(1, "shows is 'meaning' or left out"),
                Fault(1, "<code-list> needs the attribute 'id'"), Fault(2, "<code> needs the attribute 'meaning'"),
                Fault(3, "<code> needs the attribute 'value'"),
                Fault(5, "the code '2' stands twice for the same years"),
                Fault(6, "<other> cannot stand in <code>"), Fault(6, "from is a year, not 'soon'"),
                Fault(7, "<note> cannot stand in <code-list>"),
            ]
        )
        #expect(faults?.diagnostics.allSatisfy { $0.place?.path == path } == true)
    }

    @Test func theFaultOfACodeIsAtTheCodeWhateverStandsBefore() {
        let source = DefinitionSource(
            "tools-definitions/code-lists/zoo.xml",
            """
            <code-list xmlns="urn:child-impact:definitions:1" id="zoo" title="Animals">
              <note/>
              <code value="1" meaning="ape"/>
              <code value="1" meaning="bear"/>
              <code value="2" meaning="cat"><also>1</also></code>
              <code value="3" meaning="dog" from="2024" to="2020"/>
            </code-list>
            """
        )
        let faults = #expect(throws: DefinitionFaults.self) { try source.extracts() }
        #expect(
            faults?.found == [
                Fault(2, "<note> cannot stand in <code-list>"),
                Fault(4, "the code '1' stands twice for the same years"),
                Fault(5, "'1' is also the code '1', for the same years"),
                Fault(6, "the code '3' ends before it begins"),
            ]
        )
    }

    @Test func twoListsOfOneNameAreAFault() {
        let source = DefinitionSource(
            "tools-definitions/code-lists/zz-second.xml",
            "<code-list xmlns=\"urn:child-impact:definitions:1\" id=\"yes-no\" title=\"Again\"><code value=\"1\" meaning=\"x\"/></code-list>"
        )
        let faults = #expect(throws: DefinitionFaults.self) { try source.extracts() }
        #expect(faults?.found == [Fault(1, "there are two code lists 'yes-no'")])
    }
}
