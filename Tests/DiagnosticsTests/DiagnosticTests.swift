import Diagnostics
import Testing

struct DiagnosticTests {
    @Test func knowsNothingButWhatItIsGiven() {
        let diagnostic = Diagnostic(
            id: "event.date.impossible",
            severity: .error,
            summary: "date '31/02/2019' is not in the calendar"
        )
        #expect(diagnostic.id == "event.date.impossible")
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.summary == "date '31/02/2019' is not in the calendar")
        #expect(diagnostic.place == nil)
        #expect(diagnostic.suggestion == nil)
        #expect(diagnostic.value == nil)
    }

    @Test func isEqualWhenAllPartsAre() {
        let first = Diagnostic(
            id: "a",
            severity: .warning,
            summary: "b",
            place: Place(path: "c", line: 1, column: 2),
            suggestion: "d",
            value: "e"
        )
        var second = first
        #expect(first == second)
        second.value = nil
        #expect(first != second)
        #expect(Set([first, second, first]).count == 2)
    }

    @Test func namesItsSeveritiesAsAConsoleDoes() {
        #expect(Severity.allCases.map(\.rawValue) == ["error", "warning", "note"])
    }
}
