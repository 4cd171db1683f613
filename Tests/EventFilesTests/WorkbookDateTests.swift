import CaseDates
import Diagnostics
import EventFiles
import Foundation
import ImpactChronology
import Testing

/// Dates of a workbook whose cells show less than they hold.
@Suite struct WorkbookDateTests {
    private func workbook() throws -> SourceFile {
        let url = Extracts.package.appending(path: "Tests/Fixtures/workbooks/no-year.xlsx")
        return SourceFile(path: "no-year.xlsx", name: "no-year.xlsx", bytes: Array(try Data(contentsOf: url)))
    }

    @Test func aYearThatACellDoesNotShowIsNotSure() throws {
        let events = try read([workbook()]).events()
        #expect(
            events.map { "\($0.what): \($0.edtf)" }.sorted() == [
                "zz month alone: 2024-05?", "zz no year: 2024-03-13?", "zz under it, merged: 2024-03-13?",
                "zz whole date: 2024-03-12", "zz with a time: 2024-05-02?",
            ]
        )
        #expect(events.first { $0.what == "zz with a time" }?.date.time?.description == "14:30")
    }

    @Test func theCellIsPointedOut() throws {
        let findings = try read([workbook()]).diagnostics.filter { $0.id == "workbook.yearNotShown" }
        #expect(findings.map(\.place?.cell) == ["Events!A3", "Events!A5", "Events!A6"])
        #expect(
            findings.first?.summary
                == "the cell shows no year; the date is read as not sure, as its year may be that of typing"
        )
    }
}
