import CaseDates
import DataFormats
import Definitions
import EventFiles
import ImpactChronology
import Testing

/// The workbook for a new case, as data.
@Suite struct CaseWorkbookTests {
    private func plan(_ source: DefinitionSource = DefinitionSource()) throws -> WorkbookPlan {
        try source.caseWorkbook(created: try #require(CalendarDay(year: 2026, month: 3, day: 31)))
    }

    @Test func theBuiltInOneHasEveryFieldButTheFamily() throws {
        let plan = try plan()
        #expect(plan.sheets.map(\.name) == ["Read me first", "Family", "Sources", "Events"])
        let columns = try DefinitionSource().headings().columns
        for (sheet, kind) in zip(plan.sheets.dropFirst(), [TableKind.family, .sources, .events]) {
            // The canonical headings, each once: the names of the fields themselves.
            let fields = Set((columns[kind]?.fields.values.map(\.rawValue) ?? []).filter { $0 != "Family" })
            #expect(Set(sheet.columns.map(\.heading)) == fields)
            #expect(sheet.columns.count == fields.count)
        }
        #expect(plan.sheets[3].blankRows == 500)
    }

    @Test func everyExampleRowSaysSoInItsFirstCell() throws {
        for sheet in try plan().sheets.dropFirst() {
            #expect(sheet.rows.count == 1 && sheet.rows[0].isExample)
            #expect(sheet.rows[0].cells[0].hasPrefix("Example: "))
        }
    }

    @Test func everyListOnlyAsks() throws {
        let columns = try plan().sheets.flatMap(\.columns).filter { $0.choices != nil }
        #expect(
            columns.map(\.heading) == [
                "Role", "Child", "Agency", "Category", "Significance", "Strength or concern", "Directness", "Disputed",
            ]
        )
        #expect(columns.allSatisfy { $0.choices?.isStrict == false })
        let categories = try DefinitionSource().eventCategories().all.map(\.label)
        #expect(columns[3].choices?.words == categories)
    }

    @Test func everyWordOfAListIsRead() throws {
        let words = try DefinitionSource().headings().words
        let fields: [String: Field] = [
            "Role": .role, "Strength or concern": .bearing, "Directness": .directness, "Disputed": .disputed,
        ]
        for column in try plan().sheets.flatMap(\.columns) {
            guard let field = fields[column.heading], let choices = column.choices else { continue }
            for word in choices.words {
                #expect(words[field]?[HeadingTable.folded(word)] != nil, "\(word)")
            }
        }
    }

    @Test func allFaultsAreReportedAtOnce() {
        let source = DefinitionSource(
            DefinitionSource.caseWorkbookPath,
            """
            <case-workbook xmlns="urn:child-impact:definitions:1" colour="red">
              <guidance name="A"><p>x</p><q/></guidance>
              <table name="B" kind="animals" blank-rows="0"/>
              <table name="C" kind="family" blank-rows="5">
                <column heading="Name" width="300"/>
                <column heading="Shoe size" width="5" style="loud"/>
                <column heading="Full name" width="5"><choices sheet="D"/></column>
                <column heading="Label" width="5"><choices sheet="D" column="E"/></column>
              </table>
              <table name="F" kind="events" blank-rows="5" frozen-columns="2">
                <column heading="Date" width="9"><guidance>\(String(repeating: "x", count: 256))</guidance></column>
                <column heading="Child" width="9"><choices definition="zoo"/></column>
              </table>
            </case-workbook>
            """
        )
        let faults = #expect(throws: DefinitionFaults.self) { try plan(source) }
        #expect(
            faults?.found == [
                Fault(1, "<case-workbook> has no attribute 'colour'"),
                Fault(1, "<case-workbook> needs the attribute 'title'"),
                Fault(2, "<q> cannot stand in <guidance>"),
                Fault(3, "the kind of a table is one of events, family, sources"),
                Fault(3, "blank-rows is a number from 1 to 10000"),
                Fault(4, "the table needs a column for one of Role, Date of birth, Expected date of birth"),
                Fault(4, "two columns are for Name"),
                Fault(5, "width is a number from 1 to 255"),
                Fault(6, "'Shoe size' is no heading that the table is read by"),
                Fault(6, "style is 'strong' or 'quiet', not 'loud'"),
                Fault(7, "a list names a sheet and a column of it, or neither"),
                Fault(7, "a list needs words"),
                Fault(8, "there is no column 'E' on a sheet 'D'"),
                Fault(10, "the table needs a column for Event"),
                Fault(11, "guidance has at most 255 characters"),
                Fault(12, "there is no definition 'zoo' for a list"),
                Fault(12, "a list needs words"),
            ]
        )
    }

    @Test func whatNoWorkbookCanFollowIsAFaultOfTheDefinition() {
        let source = DefinitionSource(
            DefinitionSource.caseWorkbookPath,
            """
            <case-workbook xmlns="urn:child-impact:definitions:1" title="x"><guidance name="a/b"><p>x</p></guidance></case-workbook>
            """
        )
        let faults = #expect(throws: DefinitionFaults.self) { try plan(source) }
        #expect(faults?.found == [Fault(1, "sheet 'a/b': the name of a sheet cannot be used, or is used twice")])
    }
}
