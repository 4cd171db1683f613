import AnswerFiles
import CareTools
import Exports
import ImpactChronology

/// What the tools came to that the events of a chronology tell of, worked out anew from the answers.
struct ToolResults {
    let results: [ToolResult]

    /// Scores the answers of every account; those of a tool that is not known by now stay an event and give no result.
    init(of chronology: Chronology, _ shelf: Deferred<ToolShelf?>) {
        let events = chronology.allEvents.flatMap(\.tellings).filter { $0.toolAnswers != nil }
        guard !events.isEmpty, let shelf = shelf.value else {
            results = []
            return
        }
        results = events.compactMap { event in
            guard let answers = event.toolAnswers, let tool = shelf.tool(answers.tool, answers.version),
                let sheet = AnswerFile(Array(answers.text.utf8), path: "", tools: shelf.tool).sheets.first,
                let result = ResolvedAnswers(sheet.answers, tool: tool, asOf: chronology.asOf).result
            else { return nil }
            return ToolResult(event: event.id, result: result)
        }
    }
}
