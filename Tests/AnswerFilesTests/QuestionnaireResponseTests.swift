import AnswerFiles
import CareTools
import CaseDates
import DataFormats
import Definitions
import Diagnostics
import Foundation
import Testing

@Suite struct QuestionnaireResponseTests {
    @Test func whatIsWrittenIsReadBackAsItWas() throws {
        let asOf = try #require(CalendarDay(iso: "2026-03-31"))
        for tool in try DefinitionSource().tools() {
            let reader = AnswerReader(tool, asOf: asOf)
            for seed in 0..<40 {
                var random = RandomResponse(to: tool, seed: UInt64(seed))
                let response = random.response()
                let bytes = QuestionnaireResponse(response, to: tool).bytes
                let file = AnswerFile(bytes, path: "f") { _, _ in tool }
                let sheet = try #require(file.sheets.first)
                let read = reader.read(sheet.answers)
                #expect(read.response == response, "\(tool.id), seed \(seed): \(read.diagnostics)")
            }
        }
    }

    @Test func writesOnlyWhatIsAnswered() throws {
        let tool = try #require(try DefinitionSource().tool("safety-scale"))
        var response = Response(to: tool, status: .completed)
        response.about[.completed] = "2026-03-01"
        #expect(
            QuestionnaireResponse(response, to: tool).json.text
                == #"{"resourceType":"QuestionnaireResponse","questionnaire":"urn:child-impact:tool:safety-scale|1.0","#
                + #""status":"completed","authored":"2026-03-01","item":[{"linkId":"about","item":[{"linkId":"about.completed","#
                + #""answer":[{"valueDate":"2026-03-01"}]}]}]}"#
        )
    }
    @Test func theExampleAnswersAreWrittenAsTheToolWritesThem() throws {
        let asOf = try #require(CalendarDay(iso: "2026-03-31"))
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = package.appending(path: "Examples/harper-family/assessments").path
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(names.count == 13)
        for name in names {
            let bytes = Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
            let sheet = try #require(AnswerFile(bytes, path: name) { _, _ in nil }.sheets.first)
            let id = try #require(sheet.answers.tool)
            let tool = try #require(try DefinitionSource().tool(id))
            let result = try #require(AnswerReader(tool, asOf: asOf).read(sheet.answers).result)
            #expect(QuestionnaireResponse(result.response, to: tool).bytes == bytes, "\(name)")
        }
    }
}
