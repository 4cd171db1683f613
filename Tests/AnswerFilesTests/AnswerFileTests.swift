import AnswerFiles
import CareTools
import CaseDates
import Definitions
import Diagnostics
import Testing

@Suite struct AnswerFileTests {
    static func read(_ text: String, for tool: Tool? = nil) -> AnswerFile {
        let tools = (try? DefinitionSource().tools()) ?? []
        return AnswerFile(Array(text.utf8), path: "f", for: tool) { id, version in
            tools.first { $0.id == id && (version == nil || $0.version == version) }
        }
    }

    /// The entries of the first sheet as lines.
    static func lines(_ file: AnswerFile) -> [String] {
        (file.sheets.first?.answers.entries ?? []).map { entry in
            let groups = entry.groups.filter { $0.key != entry.id }.sorted { $0.key < $1.key }
            return "\(entry.id)\(entry.number.map { "#\($0)" } ?? "") \(groups.map { "\($0.key)\($0.value)" }) "
                + "\(entry.values.map(\.text))"
        }
    }

    @Test func findsItemsWhereverOtherProgramsPutThem() {
        let file = Self.read(
            """
            {"resourceType":"QuestionnaireResponse","questionnaire":"https://example.org/fhir/Questionnaire/neglect-screen|1.0",
             "status":"completed","item":[
              {"linkId":"g","item":[{"linkId":"a","answer":[{"valueCoding":{"code":"1"},"item":[{"linkId":"b","answer":[{"valueInteger":2}]}]}]}]},
              {"linkId":"g","item":[{"linkId":"a","answer":[{"valueString":"x"},{"valueDecimal":1.50}]}]},
              {"linkId":"c","answer":[{"valueBoolean":true}]},{"linkId":"d","answer":[{"valueDate":"2026-01-02"}]},
              {"linkId":"e","answer":[{"valueQuantity":{"value":3}}]},{"linkId":"h"}]}
            """
        )
        #expect(
            Self.lines(file) == [
                "a [\"g1\"] [\"1\"]", "b [\"g1\"] [\"2\"]", "a [\"g2\"] [\"x\", \"1.50\"]", "c [] [\"true\"]",
                "d [] [\"2026-01-02\"]", "e [] [\"3\"]", "h [] []",
            ]
        )
        #expect(file.sheets.first?.answers.tool == "neglect-screen")
        #expect(file.sheets.first?.answers.version == "1.0")
        #expect(file.sheets.first?.answers.status == .completed)
    }

    @Test func aFileThatIsCutShortIsOneErrorAtItsEnd() {
        let file = Self.read("{\"resourceType\":\"QuestionnaireResponse\",\n\"item\":[{\"linkId\":\"zz\"")
        #expect(file.sheets.isEmpty)
        #expect(file.holdsAnswers)
        #expect(file.diagnostics.map(\.severity) == [.error])
        #expect(file.diagnostics.first?.place?.line == 2)
        #expect(file.diagnostics.allSatisfy { !$0.summary.contains("zz") })
    }

    @Test func takesTheResponsesOfABundleAndNothingElseOfIt() {
        let file = Self.read(
            """
            {"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient"}},
            {"resource":{"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"urn:child-impact:tool:x|2"}}]}
            """
        )
        #expect(file.sheets.map(\.answers.tool) == ["x"])
        #expect(file.sheets.map(\.answers.version) == ["2"])
    }

    @Test func losesOnlyTheLineThatIsFaulty() {
        let line = #"{"resourceType":"QuestionnaireResponse","status":"completed"}"#
        let file = Self.read("\(line)\n{\"resourceType\":\n\(line)\n")
        #expect(file.sheets.count == 2)
        #expect(
            file.diagnostics.map { "\($0.place?.description ?? ""): \($0.summary)" } == [
                "f:2:17: the document ends where a value is expected"
            ]
        )
    }

    @Test func givesOnePlaceForADocumentThatIsCutOff() {
        let file = Self.read("{\"resourceType\":\"QuestionnaireResponse\",\n \"item\":[{\"linkId\":\"a")
        #expect(file.sheets.isEmpty)
        #expect(file.holdsAnswers)
        #expect(
            file.diagnostics.map { "\($0.place?.description ?? ""): \($0.summary)" } == [
                "f:2:20: a string is never closed"
            ]
        )
    }

    /// An answer in a shape that FHIR does not have is said, never passed over.
    @Test(arguments: [
        (#""item":"x""#, "'item' is no list; what stands in it is not used"),
        (
            #""item":[{"linkId":"a","answer":{"valueString":"b"}}]"#,
            "'answer' is no list; what stands in it is not used"
        ),
        (#""item":[{"linkId":"a","answer":["b"]}]"#, "an element of 'answer' is no object; it is not used"),
        (
            #""item":[{"linkId":"a","answer":[{"valueInteger":null}]}]"#,
            "an answer is empty or of a kind that is not read; it is not used"
        ),
        (
            #""item":[{"linkId":"a","answer":[{"valueCoding":{"system":"urn:child-impact:tool:other:x","code":"b"}}]}]"#,
            "an answer is coded in a system that is not of this tool; it is read by its code alone"
        ),
    ])
    func saysWhatHasAnotherShape(_ items: String, _ says: String) {
        let file = Self.read(
            #"{"resourceType":"QuestionnaireResponse","questionnaire":"urn:child-impact:tool:neglect-screen|1.0","status":"completed","#
                + items + "}"
        )
        #expect(file.sheets.first?.diagnostics.map(\.summary) == [says])
    }

    @Test(arguments: [
        #"{"resourceType":"Bundle","entry":[]}"#, "Date,Event\n01/02/2019,Referral\n", "", "Tool,Use\nHammer,Nails\n",
        #"{"name":"QuestionnaireResponse"}"#,
    ])
    func passesOverWhatHoldsNoAnswers(_ text: String) {
        let file = Self.read(text)
        #expect(!file.holdsAnswers)
        #expect(file.sheets.isEmpty)
        #expect(file.diagnostics.isEmpty)
    }
}
