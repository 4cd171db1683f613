extension ReportDraft {
    /// Adds the tables of when and by whom a tool is used.
    mutating func addUse(
        _ answers: [ReportedAnswers],
        fields: [AboutField.Name],
        of tool: Tool,
        _ options: Report.Options
    ) {
        tally.beginDetail()
        addBreakdown(
            "month",
            "\(noun) by month of completion",
            by: "Month",
            CalendarMonth.groups(answers)
        )
        for name in fields {
            guard let field = tool.about.first(where: { $0.name == name }) else { continue }
            let groups = AnswerGroups(answers, by: field, options)
            tally.beginDetail()
            addBreakdown(
                name.rawValue,
                "\(noun) by \(name.reportWords)",
                by: name.reportWords.capitalisedFirst,
                groups.counts,
                notes: groups.notes
            )
        }
    }
}

extension AboutField.Name {
    /// What a table calls the field.
    var reportWords: String {
        switch self {
        case .agency: "agency"
        case .setting: "level of help"
        case .respondent: "role"
        case .wave: "round"
        default: rawValue
        }
    }
}
