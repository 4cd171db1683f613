import CareTools

/// Shows a dialogue line by line, so that it can be read aloud and be piped.
struct AssessScreen {
    private let terminal: Terminal

    init(_ terminal: Terminal) {
        self.terminal = terminal
    }

    private func show(_ text: String) { terminal.show(DiagnosticText.visibleLines(text)) }

    /// Says what is asked, and how.
    func begin(_ tool: CareTools.Tool, isResumed: Bool) {
        show(
            """
            \(tool.title) (\(tool.id) \(tool.version))\(isResumed ? ": goes on with the saved answers" : "")
            b goes back, s skips, ? helps, - takes an answer away, q saves and stops. Every answer is saved at once.

            """
        )
    }

    /// Asks a question.
    func show(_ question: Question, _ progress: (done: Int, all: Int)) {
        var text = "\n\(question.heading), \(min(progress.done + 1, progress.all)) of \(progress.all)\n"
        for note in question.notes { text += WrappedText.lines(note) }
        text += WrappedText.lines(question.text + (question.isRequired ? "" : " (may be left out)"))
        let width = question.choices.map(\.key.count).max() ?? 0
        for choice in question.choices {
            let padding = String(repeating: " ", count: width - choice.key.count)
            text += "  \(padding)\(choice.key)  \(choice.label)\n"
        }
        if question.allowsSeveral { text += "Several may be chosen, with spaces between.\n" }
        if let form = question.form { text += "(\(form))\n" }
        if let answer = question.answer { text += WrappedText.lines("Now: \(answer). Enter keeps it.") }
        show(text + "> ")
    }

    /// Says what came of a reply, and what must be acted on.
    func show(_ reply: Dialogue.Reply, _ alerts: [Alert], _ warning: String?) {
        switch reply {
        case .refused(let reason): show("\(reason)\n")
        case .help(let paragraphs): show(paragraphs.map { WrappedText.lines($0, indent: 2) }.joined())
        case .taken, .quit: break
        }
        if let warning { show("\(warning)\n") }
        for alert in alerts {
            show("\nALERT: \(alert.title)\n" + alert.text.map { WrappedText.lines($0, indent: 2) }.joined())
        }
    }
}
