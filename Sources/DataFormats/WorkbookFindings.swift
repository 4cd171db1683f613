/// Collects findings, so many as anybody would read, and counts the rest.
struct WorkbookFindings: Sendable {
    private var kept: [WorkbookFinding] = []
    private var dropped = 0

    static let most = 100_000

    var all: [WorkbookFinding] {
        dropped == 0 ? kept : kept + [WorkbookFinding(.moreFindings(dropped))]
    }

    mutating func add(_ kind: WorkbookFinding.Kind, _ reference: CellReference? = nil) {
        if kept.count < Self.most {
            kept.append(WorkbookFinding(kind, reference))
        } else {
            dropped += 1
        }
    }
}
