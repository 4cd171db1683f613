extension ReportPart {
    /// A part of which nothing is shown, and why.
    init(withholding kind: ReportKind, of tool: Tool, _ reason: String) {
        self.init(
            tool: tool.id,
            version: tool.version,
            title: tool.title,
            total: .hidden,
            notes: ["\(reason): nothing more is shown. For use inside the agency, --show-small shows it."],
            tables: [],
            words: []
        )
    }

    init(_ draft: ReportDraft, of tool: Tool, _ answers: [ReportedAnswers], _ options: Report.Options) {
        let (total, tables, withheld) = draft.shownTables(options)
        let months = answers.compactMap { $0.completed.map(CalendarMonth.init) }
        self.init(
            tool: tool.id,
            version: tool.version,
            title: tool.title,
            total: total,
            from: months.min(),
            to: months.max(),
            notes: withheld.isEmpty
                ? []
                : [
                    "Tables in which small counts could be worked out are left out: \(withheld.joined(separator: "; "))."
                ],
            tables: tables,
            words: []
        )
    }
}
