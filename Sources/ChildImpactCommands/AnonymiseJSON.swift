import DataFormats
import Diagnostics
import NamesAndLabels

/// The machine form of what `anonymise` did.
enum AnonymiseJSON {
    static func text(
        _ papers: [AnonymisedPaper],
        _ glossary: Glossary,
        _ diagnostics: [Diagnostic],
        _ settings: Settings
    ) -> String {
        JSONValue.sorted([
            "diagnostics": .array(diagnostics.map { FindingsText.json($0, settings) }),
            "files": .array(papers.map(file)),
            "outputs": .array(papers.filter { $0.bytes != nil }.map { .string($0.name) }),
            "people": .sorted([
                "listed": .number(glossary.peopleCount), "withoutName": .number(glossary.peopleWithoutName),
            ]),
        ]).text
    }

    private static func file(_ paper: AnonymisedPaper) -> JSONValue {
        .sorted([
            "copied": .bool(paper.bytes != nil),
            "path": .string(paper.name),
            "replaced": counts(FoundKind.allCases.map { ($0.rawValue, paper.counts[$0] ?? 0) }),
            "review": counts(
                ReviewReason.allCases.map { reason in
                    (reason.rawValue, paper.reviews.count { $0.reason == reason })
                }
            ),
        ])
    }

    private static func counts(_ counts: [(String, Int)]) -> JSONValue {
        .sorted(Dictionary(counts.map { ($0.0, .number($0.1)) }, uniquingKeysWith: { first, _ in first }))
    }
}
