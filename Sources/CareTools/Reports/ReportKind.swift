/// What a report is about.
public enum ReportKind: String, Sendable, Hashable, CaseIterable {
    /// Tools that suggest a next step: how they are used, and what followed.
    case screening
    /// Tools that practitioners answer: what they say, in rounds.
    case survey
    /// Tools that look at the work on a case: judgements and actions.
    case audit

    /// The title of the report.
    public var title: String {
        switch self {
        case .screening: "Screening: use and impact"
        case .survey: "Survey of practitioners"
        case .audit: "Audits of the work on cases"
        }
    }

    /// Whether a tool is one of those that the report is about.
    public func covers(_ tool: Tool) -> Bool {
        switch self {
        case .screening: tool.suggestions != nil
        case .survey: tool.subject == .practitioner
        // What has targets looks at how a family is doing, not at the work.
        case .audit: tool.subject == .case && tool.targets == nil
        }
    }

    /// What one set of answers is called, alone and where there are several.
    public var noun: (one: String, many: String) {
        switch self {
        case .screening: ("screen", "screens")
        case .survey: ("response", "responses")
        case .audit: ("audit", "audits")
        }
    }
}
