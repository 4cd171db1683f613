public import CaseDates  // A report is made as of a day.

/// Counts over many sets of answers, with small counts hidden.
///
/// Nothing in it names a child or a person. Each version of each tool stands apart: answers to different questions are
/// not added up. Answers that are still in progress are left out: they are counted when they are done. The order of the
/// answers makes no difference.
public struct Report: Sendable, Hashable {
    /// What it is about.
    public var kind: ReportKind
    /// The day as of which it is made.
    public var asOf: CalendarDay
    /// What was asked for.
    public var options: Options
    /// A part for each version of each tool that has answers, by identifier and version.
    public var parts: [ReportPart]

    /// What a report shows besides.
    public struct Options: Sendable, Hashable {
        /// Whether counts of 1 to 5 are shown, for use inside the agency only.
        public var showsSmallCounts: Bool
        /// Whether what was written is shown, and beside small counts each case too.
        public var showsWords: Bool

        /// Makes options; without arguments nothing besides is shown.
        public init(showsSmallCounts: Bool = false, showsWords: Bool = false) {
            self.showsSmallCounts = showsSmallCounts
            self.showsWords = showsWords
        }
    }

    /// Counts answers.
    ///
    /// - Parameters:
    ///   - kind: What the report is about.
    ///   - results: What all saved answers come to, also those to other tools: they may be what followed.
    ///   - tool: The only tool that is reported, by its identifier; `nil` for every tool of the kind.
    ///   - asOf: The day on which actions are held against their dates.
    ///   - options: What is shown besides.
    public init(
        _ kind: ReportKind,
        of results: [Result],
        tool: String? = nil,
        asOf: CalendarDay,
        options: Options = Options()
    ) {
        self.kind = kind
        self.asOf = asOf
        self.options = options
        let all = results.filter { $0.response.status != .inProgress }.map(ReportedAnswers.init)
        let drafts = Dictionary(
            results.filter { $0.response.status == .inProgress }.map { (VersionKey($0.tool), 1) },
            uniquingKeysWith: +
        )
        let reported = all.filter { kind.covers($0.tool) && (tool == nil || $0.tool.id == tool) }
        let versions = Dictionary(grouping: reported) { VersionKey($0.tool) }
        parts = versions.sorted { $0.key < $1.key }.compactMap { key, answers in
            let (kept, copies) = ReportedAnswers.withoutCopies(answers)
            guard let tool = kept.first?.tool else { return nil }
            var part: ReportPart
            switch kind {
            case _ where SizeClass(kept.count) == .small && !options.showsSmallCounts:
                part = ReportPart(withholding: kind, of: tool, "Fewer than 6 \(kind.noun.many)")
            case .screening: part = ScreeningReport(kept, to: tool, among: all, options).part
            case .survey: part = SurveyReport(kept, to: tool, options).part
            case .audit: part = AuditReport(kept, to: tool, asOf: asOf, options).part
            }
            func number(_ count: Int) -> String { options.showsSmallCounts ? ": \(count)" : "" }
            if let count = drafts[key] {
                part.notes.insert("Answers that are still in progress are left out\(number(count)).", at: 0)
            }
            if copies > 0 {
                part.notes.insert(
                    "Answers saved twice with the very same content are counted once\(number(copies)).",
                    at: 0
                )
            }
            return part
        }
    }

    private struct VersionKey: Hashable, Comparable {
        let id: String
        let version: String

        init(_ tool: Tool) { (id, version) = (tool.id, tool.version) }

        static func < (first: VersionKey, second: VersionKey) -> Bool {
            (first.id, first.version) < (second.id, second.version)
        }
    }
}
