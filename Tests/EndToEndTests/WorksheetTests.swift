import ChildImpactCommands
import Foundation
import Testing

/// A worksheet is made, filled in, and read back.
@Suite struct WorksheetTests {
    private let folder: TemporaryFolder
    private let school: String
    private let police: String
    private let family: String

    init() throws {
        folder = try TemporaryFolder()
        family = try folder.write(
            "family.csv",
            "Family,Id,Name,Role,Date of birth\nZ,C1,Zia Zed,child,2014\nZ,C2,Zoe Zed,child,2016\nZ,A1,Zara Zed,mother,\n"
        )
        school = try folder.write(
            "school.csv",
            """
            Date,Child,Event,Reference
            12/03/2019,Zia,zz window broken with a brick at home,S1
            March 2019,All,"=HYPERLINK(""x"") zz came without coat",S2
            not known,Zoe,zz undated note,S3
            """
        )
        police = try folder.write(
            "police.csv",
            "Date,Child,Event,Reference\n13/03/2019,Zia,zz brick broken through window of home,P1\n"
        )
    }

    private func worksheet(_ options: String...) throws -> EditedWorkbook {
        let outcome = try Run.tool(
            ["worksheet", school, police, family, "-o", folder.path + "/impact.xlsx", "--force"] + options
        )
        #expect(outcome.exitCode == .allUsed, "\(outcome.errors)")
        return try EditedWorkbook(try folder.read("impact.xlsx"))
    }

    /// Builds the case with a worksheet, and returns the findings on it and the chronology.
    private func build(
        _ workbook: EditedWorkbook,
        _ paths: [String]? = nil
    ) throws -> (findings: [String], xml: String, result: [String: Any]) {
        let filled = try folder.write("filled.xlsx", bytes: try workbook.bytes())
        let files = paths ?? [school, police, family]
        let outcome = try Run.tool(["build"] + files + [filled, "-o", folder.path + "/out", "--json"])
        let result = try Run.json(outcome.output)
        let findings = try #require(result["diagnostics"] as? [[String: Any]]).filter {
            ($0["path"] as? String)?.hasSuffix("filled.xlsx") ?? false
        }
        let texts = findings.map { finding in
            "\(finding["id"] ?? "") \(finding["cell"] as? String ?? "-") \(finding["summary"] ?? "")"
        }
        return (texts, (try? folder.text("out/chronology.xml")) ?? "", result)
    }

    private static let nothing =
        "worksheet.applied - cells added: 0, changed: 0, cleared: 0; pairs found to be one event: 0, to be two: 0"

    @Test func everyAccountHasARowAndEveryCellIsText() throws {
        let workbook = try worksheet()
        #expect(
            workbook.sheets.map(\.name) == ["About this worksheet", "Events", "Same event", "Rows (do not change)"]
        )
        let rows = workbook.sheets[1].rows
        #expect(rows.dropFirst().map { $0[0] } == ["school/S2", "school/S1", "police/P1", "school/S3"])
        #expect(rows.dropFirst().map { $0[2] } == ["March 2019", "12 March 2019", "13 March 2019", "Date not known"])
        #expect(rows[1][5] == "=HYPERLINK(\"x\") zz came without coat")
        #expect(workbook.sheets[2].rows.count == 2)
    }

    @Test func theSameCaseGivesTheSameBytes() throws {
        _ = try worksheet()
        let first = try folder.read("impact.xlsx")
        _ = try worksheet()
        #expect(try folder.read("impact.xlsx") == first)
    }

    @Test func anUntouchedWorksheetChangesNothing() throws {
        let (findings, xml, _) = try build(try worksheet())
        #expect(findings == [Self.nothing])
        #expect(!xml.contains("<added>"))
    }

    @Test func whatIsFilledInIsReadBackByIdentifierInAnyOrder() throws {
        var workbook = try worksheet()
        try workbook.edit("Events") { rows in
            rows.reverse()
            for index in rows.indices where rows[index]["Id (fixed)"] == "school/S2" {
                rows[index]["Physical impact"] = "Zia: cold\nin the lessons\nZoe: wet feet"
                rows[index]["Impact"] = "=SUM(A1) both of them"
                rows[index]["Child's voice"] = "Zoe: \"I like my coat\""
                rows[index]["Significance"] = "High"
                rows[index]["Strength or concern"] = "Concern"
                rows[index]["Disputed"] = "Yes, by the mother"
                rows[index]["Decision"] = "Coat bought"
                rows[index]["Decision date"] = "early April 2019"
            }
        }
        let (findings, xml, result) = try build(workbook)
        #expect(
            findings == [
                "worksheet.applied - cells added: 8, changed: 0, cleared: 0; pairs found to be one event: 0, to be two: 0"
            ]
        )
        #expect(["rows", "events", "merged", "rejected"].map { result[$0] as? Int } == [4, 4, 0, 0])
        for text in [
            "<impact domain=\"general\">=SUM(A1) both of them</impact>",
            "<impact domain=\"physical\" child=\"C1\">cold\nin the lessons</impact>",
            "<impact domain=\"physical\" child=\"C2\">wet feet</impact>",
            "<voice child=\"C2\">\"I like my coat\"</voice>",
            "<significance>high</significance>", "<bearing>concern</bearing>",
            "<disputed is=\"yes\">Yes, by the mother</disputed>", "<text>Coat bought</text>",
            "<written>early April 2019</written>",
            "<read-from file=\"filled.xlsx\" part=\"2\" line=\"5\" column=\"8\" cell=\"Events!H5\"/>",
        ] {
            #expect(xml.replacingOccurrences(of: "&quot;", with: "\"").contains(text), "\(text)")
        }
        let paper = try folder.text("out/care-planning.html")
        #expect(paper.contains("wet feet"))
        #expect(paper.contains("by the worker"))
    }

    @Test func anEventOfTwoRowsIsAboutTheChildrenOfBoth() throws {
        let rows = "Date,Child,Event,Reference\n12/03/2019,Zia,zz late,S1\n12/03/2019,Zoe,zz late,S1\n"
        let log = try folder.write("log.csv", rows)
        _ = try Run.tool("worksheet", log, family, "-o", folder.path + "/two.xlsx")
        var workbook = try EditedWorkbook(try folder.read("two.xlsx"))
        try workbook.edit("Events") { rows in
            #expect(rows.map { $0["About (fixed)"] } == ["Zia Zed and Zoe Zed"])
            rows[0]["Impact"] = "both tired"
            rows[0]["Physical impact"] = "Zia: cold\nZoe: hungry"
        }
        let (findings, xml, _) = try build(workbook, [log, family])
        #expect(findings.count == 1)
        #expect(xml.contains("<impact domain=\"general\">both tired</impact>"))
        #expect(xml.contains("<impact domain=\"physical\" child=\"C2\">hungry</impact>"))
        // From the chronology it gives the same.
        _ = try Run.tool("build", log, family, "-o", folder.path + "/plain")
        let filled = folder.path + "/filled.xlsx"
        _ = try Run.tool("build", folder.path + "/plain/chronology.xml", filled, "-o", folder.path + "/again")
        #expect(try folder.text("again/chronology.xml") == xml)
    }

    @Test func aWorksheetGoesToItsOwnFamilyWhereAnotherHasTheSameEvents() throws {
        let two = try folder.write(
            "two.csv",
            "Family,Date,Child,Event\nAlpha,12/03/2021,Ann,zz broken arm\nBeta,12/03/2021,Bob,zz broken arm\n"
        )
        _ = try Run.tool("build", two, "-o", folder.path + "/families")
        _ = try Run.tool("worksheet", folder.path + "/families/Beta/chronology.xml", "-o", folder.path + "/beta.xlsx")
        var workbook = try EditedWorkbook(try folder.read("beta.xlsx"))
        try workbook.edit("Events") { $0[0]["Impact"] = "zz of Bob" }
        let filled = try folder.write("beta-filled.xlsx", bytes: try workbook.bytes())
        _ = try Run.tool("build", two, filled, "-o", folder.path + "/out2")
        #expect(try folder.text("out2/Beta/chronology.xml").contains("zz of Bob"))
        #expect(try !folder.text("out2/Alpha/chronology.xml").contains("zz of Bob"))
        let (findings, xml, _) = try build(workbook, [folder.path + "/families/Alpha/chronology.xml"])
        #expect(
            findings == [
                "worksheet.otherCase - the worksheet, of 1 event, belongs to another case; nothing in it is used"
            ]
        )
        #expect(!xml.contains("zz of Bob"))
    }

    @Test func theSameWorksheetUnderTwoNamesSaysThingsOnce() throws {
        var workbook = try worksheet()
        try workbook.edit("Events") { $0[0]["Impact"] = "zz once" }
        let copy = try folder.write("copy.xlsx", bytes: try workbook.bytes())
        let (_, xml, _) = try build(workbook, [school, police, family, copy])
        #expect(xml.components(separatedBy: ">zz once<").count == 2)
        // Two that differ both stand, and it is said.
        try workbook.edit("Events") { $0[0]["Impact"] = "zz other" }
        let (findings, both, _) = try build(workbook, [school, police, family, copy])
        #expect(
            findings.contains("worksheet.differs Events!H2 another worksheet says something else here; both are kept")
        )
        #expect(both.contains(">zz once<") && both.contains(">zz other<"))
    }

    @Test func aWorksheetThatKnowsOfAnotherComesAfterItWhateverItsName() throws {
        var first = try worksheet()
        try first.edit("Events") { $0[0]["Impact"] = "zz old words" }
        try first.edit("Same event") { $0[0]["Same event?"] = "yes" }
        let old = try folder.write("zzz.xlsx", bytes: try first.bytes())
        _ = try Run.tool("build", school, police, family, old, "-o", folder.path + "/with")
        _ = try Run.tool("worksheet", folder.path + "/with/chronology.xml", "-o", folder.path + "/next.xlsx")
        var second = try EditedWorkbook(try folder.read("next.xlsx"))
        try second.edit("Events") { $0[0]["Impact"] = "zz new words" }
        try second.edit("Same event") { $0[0]["Same event?"] = "no" }
        let (_, xml, result) = try build(second, [school, police, family, old])
        #expect(xml.contains("zz new words"))
        #expect(!xml.contains("zz old words"))
        #expect(result["events"] as? Int == 4)
        // An answer that is cleared is taken back.
        try second.edit("Same event") { $0[0]["Same event?"] = "" }
        let (findings, cleared, _) = try build(second, [school, police, family, old])
        #expect(findings.contains { $0.hasPrefix("worksheet.cell.cleared Same event!F2") })
        #expect(!cleared.contains("<answer "))
    }

    @Test func anUntouchedWorksheetOfSeveralValuesChangesNothing() throws {
        for (child, word, date) in [("C1", "strength", "14/03/2021"), ("C2", "concern", "15/03/2021")] {
            var workbook = try worksheet("--child", child)
            try workbook.edit("Events") { rows in
                for index in rows.indices where rows[index]["Id (fixed)"] == "school/S2" {
                    rows[index]["Strength or concern"] = word
                    rows[index]["Decision"] = "zz decided for \(child)"
                    rows[index]["Decision date"] = date
                }
            }
            _ = try folder.write("\(child).xlsx", bytes: try workbook.bytes())
        }
        let sheets = ["C1", "C2"].map { folder.path + "/\($0).xlsx" }
        _ = try Run.tool(["build", school, police, family] + sheets + ["-o", folder.path + "/both"])
        let both = folder.path + "/both/chronology.xml"
        _ = try Run.tool("worksheet", both, "-o", folder.path + "/third.xlsx")
        let (findings, xml, _) = try build(try EditedWorkbook(try folder.read("third.xlsx")), [both])
        #expect(findings == [Self.nothing])
        for child in ["C1", "C2"] { #expect(xml.contains("<text>zz decided for \(child)</text>")) }
    }

    @Test func aSheetThatIsMissingIsNamed() throws {
        let renamed = try findings { $0.sheets[1].name = "My events" }
        #expect(
            renamed.first
                == "worksheet.sheet.missing - the sheet 'Events' is missing; nothing that was added to events is used"
        )
        #expect(!renamed.contains { $0.hasPrefix("worksheet.row.missing") })
        let without = try findings { $0.sheets.remove(at: 3) }
        #expect(
            without.contains(
                "worksheet.sheet.missing - the sheet 'Rows (do not change)' is missing; lost rows and changed cells cannot be seen"
            )
        )
        // Without its first sheet it still is a worksheet, not a table of events.
        let headless = try findings { $0.sheets.remove(at: 0) }
        #expect(headless == [Self.nothing])
    }

    @Test func aWorksheetForOneChildGivesItsImpactsToThatChild() throws {
        var workbook = try worksheet("--child", "Zoe Zed")
        try workbook.edit("Events") { rows in
            #expect(rows.map { $0["Id (fixed)"] } == ["school/S2", "school/S3"])
            rows[0]["Impact"] = "Zia: not meant as a name here"
        }
        let xml = try build(workbook).xml
        #expect(xml.contains("<impact domain=\"general\" child=\"C2\">Zia: not meant as a name here</impact>"))
    }

    @Test func yesJoinsTheAccountsAndKeepsBoth() throws {
        var workbook = try worksheet()
        try workbook.edit("Same event") { $0[0]["Same event?"] = "Yes" }
        let (_, xml, result) = try build(workbook)
        #expect(["rows", "events", "merged", "rejected"].map { result[$0] as? Int } == [4, 3, 1, 0])
        #expect(result["possibleDuplicates"] as? Int == 0)
        #expect(result["conflicts"] as? Int == 1)
        #expect(xml.contains("<account id=\"police/P1\">"))
        #expect(xml.contains("<answer first=\"school/S1\" second=\"police/P1\" same=\"yes\">"))
        #expect(try folder.text("out/legal-gateway.html").contains("zz brick broken through window of home"))
    }

    @Test func noPartsThem() throws {
        var workbook = try worksheet()
        try workbook.edit("Same event") { $0[0]["Same event?"] = "no" }
        let (_, _, result) = try build(workbook)
        #expect(result["events"] as? Int == 4)
        #expect(result["possibleDuplicates"] as? Int == 0)
    }

    @Test func whatWasSaidStaysInTheChronologyAndCanBeChanged() throws {
        var workbook = try worksheet()
        try workbook.edit("Events") { rows in
            rows[0]["Impact"] = "first words"
            rows[1]["Impact"] = "second words"
        }
        try workbook.edit("Same event") { $0[0]["Same event?"] = "yes" }
        _ = try build(workbook)
        let earlier = try folder.write("earlier.xml", bytes: try folder.read("out/chronology.xml"))
        let rebuilt = try Run.tool("build", earlier, "-o", folder.path + "/again")
        #expect(rebuilt.exitCode == .allUsed)
        #expect(try folder.read("again/chronology.xml") == folder.read("earlier.xml"))

        _ = try Run.tool("worksheet", earlier, "-o", folder.path + "/second.xlsx")
        var second = try EditedWorkbook(try folder.read("second.xlsx"))
        try second.edit("Events") { rows in
            #expect(rows.map { $0["Impact"] } == ["first words", "Zia Zed: second words", nil, nil])
            rows[0]["Impact"] = "other words"
            rows[1]["Impact"] = ""
        }
        let (findings, xml, _) = try build(second, [earlier])
        #expect(
            findings == [
                "worksheet.applied - cells added: 0, changed: 1, cleared: 1; pairs found to be one event: 1, to be two: 0",
                "worksheet.cell.changed Events!H2 the cell was changed since the worksheet was made",
                "worksheet.cell.cleared Events!A3 Impact was cleared; what it held is taken back",
            ]
        )
        #expect(xml.contains(">other words<"))
        #expect(!xml.contains(">first words<"))
        #expect(!xml.contains(">second words<"))
    }

    // MARK: Whose words they are, and what is said of them

    @Test func whatTheWorkerAddedIsNeverSaidToBeOfASource() throws {
        var workbook = try worksheet()
        try workbook.edit("Events") { rows in
            rows[0]["Significance"] = "Key"
            rows[0]["Strength or concern"] = "Concern"
            rows[0]["Disputed"] = "Yes, by the mother"
            rows[0]["Decision"] = "Coat bought"
            rows[1]["Disputed"] = "Yes"
        }
        _ = try build(workbook)
        let care = try folder.text("out/care-planning.html")
        let court = try folder.text("out/legal-gateway.html")
        for paper in [care, court] {
            #expect(
                paper.contains("The sources mark 0 as strengths, 0 as concerns and 0 as both; for 4 they do not say.")
            )
            #expect(paper.contains("None is marked as disputed."))
            #expect(
                paper.contains(
                    "In worksheets the worker added 1 mark of strength or concern, 1 mark of significance, 2 disputes and 1 decision; no source says these."
                )
            )
            #expect(paper.contains(">Disputed, marked by the worker<"))
            #expect(paper.contains(">Disputed, added by the worker: <"))
            for words in [">Concern<", ">Disputed<", ">Disputed: <", ">Decision: <", "sources mark as key"] {
                #expect(!paper.contains(words), "\(words)")
            }
        }
        #expect(care.contains(">Concern, marked by the worker<"))
        #expect(care.contains(">Added by the worker: <"))
        #expect(care.contains("By the marks of the sources, and by those of the worker"))
        #expect(court.contains(">Decision, added by the worker: <"))
        #expect(court.contains("Events that the worker marks, and no source, as key (1)"))
    }

    @Test func whatASourceSaysStaysBesideWhatTheWorkerAdded() throws {
        let health = try folder.write(
            "health.csv",
            "Date,Child,Event,Strength or concern,Disputed,Decision,Reference\n"
                + "12/03/2020,Zia,zz clinic,Strength,\"Yes, by father\",zz letter,H1\n"
        )
        _ = try Run.tool("worksheet", health, family, "-o", folder.path + "/impact.xlsx")
        var workbook = try EditedWorkbook(try folder.read("impact.xlsx"))
        try workbook.edit("Events") { rows in
            rows[0]["Strength or concern"] = "Concern"
            rows[0]["Disputed"] = "No"
            rows[0]["Decision"] = "zz visit"
        }
        _ = try build(workbook, [health, family])
        let paper = try folder.text("out/care-planning.html")
        #expect(paper.contains("The sources mark 1 as strengths, 0 as concerns and 0 as both; for 0 they do not say."))
        #expect(paper.contains("One is marked as disputed."))
        #expect(paper.contains("In worksheets the worker added 1 mark of strength or concern and 1 decision;"))
        for words in [">Strength<", ">Concern, marked by the worker<", ">Disputed<", ">Disputed: <", "zz letter"] {
            #expect(paper.contains(words), "\(words)")
        }
        #expect(!paper.contains("Disputed, "))
    }

    @Test func aBuildSaysWhatItDidWithTheWorksheet() throws {
        var workbook = try worksheet()
        try workbook.edit("Events") { rows in
            rows[0]["Impact"] = "first words"
            rows[1]["Impact"] = "second words"
        }
        _ = try build(workbook)
        let earlier = try folder.write("earlier.xml", bytes: try folder.read("out/chronology.xml"))
        _ = try Run.tool("worksheet", earlier, "-o", folder.path + "/second.xlsx")
        var second = try EditedWorkbook(try folder.read("second.xlsx"))
        try second.edit("Events") { rows in
            rows[0]["Impact"] = "other words"
            rows[1]["Impact"] = ""
        }
        let filled = try folder.write("filled.xlsx", bytes: try second.bytes())
        let arguments = ["build", earlier, filled, "-o", folder.path + "/told"]
        let told = try Run.tool(arguments).errors
        #expect(told.contains("note: cells added: 0, changed: 1, cleared: 1;"))
        #expect(told.contains("Events!H2: note: the cell was changed since the worksheet was made\n"))
        #expect(told.contains("Events!A3: note: Impact was cleared; what it held is taken back\n"))
        #expect(try !Run.tool(arguments + ["--quiet"]).errors.contains("note: "))
    }

    // MARK: Bad input

    private func findings(_ edit: (inout EditedWorkbook) throws -> Void) throws -> [String] {
        var workbook = try worksheet()
        try edit(&workbook)
        return try build(workbook).findings
    }

    @Test func aWorksheetOfAnotherCaseIsNotUsed() throws {
        var workbook = try worksheet()
        try workbook.edit("Events") { $0[0]["Impact"] = "zz" }
        let other = try folder.write("other.csv", "Date,Event\n12/03/2019,something\n")
        let (findings, xml, _) = try build(workbook, [other])
        #expect(
            findings == [
                "worksheet.otherCase - the worksheet, of 4 events, belongs to another case; nothing in it is used"
            ]
        )
        #expect(!xml.contains("<added>"))
    }

    @Test func aLostRowIsMissedAndItsEventStays() throws {
        let findings = try findings { try $0.edit("Events") { $0.remove(at: 1) } }
        #expect(
            findings == [
                "worksheet.row.missing - no row any more for 1 event, which stays as before: school/S1", Self.nothing,
            ]
        )
    }

    @Test func twoRowsWithOneIdentifierAreBothLeft() throws {
        var workbook = try worksheet()
        try workbook.edit("Events") { rows in
            rows[0]["Impact"] = "one"
            rows[1] = rows[0]
            rows[1]["Impact"] = "other"
        }
        let (findings, xml, _) = try build(workbook)
        #expect(findings.filter { $0.hasPrefix("worksheet.id.twice") }.count == 2)
        #expect(findings.contains { $0.hasPrefix("worksheet.row.missing") && $0.hasSuffix("school/S1") })
        #expect(!xml.contains("<added>"))
    }

    @Test func anIdentifierThatIsNotThereIsNamed() throws {
        let findings = try findings { try $0.edit("Events") { $0[0]["Id (fixed)"] = "school/S9" } }
        #expect(
            findings.contains(
                "worksheet.id.unknown Events!A2 there is no event with this identifier; the row is not used"
            )
        )
    }

    @Test func aChangedFixedCellIsNotUsed() throws {
        let findings = try findings { try $0.edit("Events") { $0[0]["Event (fixed)"] = "zz better words" } }
        #expect(
            findings == [
                Self.nothing,
                "worksheet.fixed.changed Events!A2 a fixed cell of the row was changed; the change is not used",
            ]
        )
    }

    @Test func wordsThatNoListHasAreNotUsed() throws {
        var workbook = try worksheet()
        try workbook.edit("Events") { rows in
            rows[0]["Significance"] = "zz huge"
            rows[0]["Strength or concern"] = "zz"
            rows[0]["Disputed"] = "zz"
            rows[0]["Impact"] = "kept"
            rows[1]["Impact"] = "Zoe: zz"
            rows[1]["Decision"] = "zz visit"
            rows[1]["Decision date"] = "31/02/2019"
        }
        try workbook.edit("Same event") { $0[0]["Same event?"] = "perhaps" }
        let (findings, xml, _) = try build(workbook)
        #expect(
            findings == [
                "worksheet.applied - cells added: 1, changed: 0, cleared: 0; pairs found to be one event: 0, to be two: 0",
                "worksheet.value.unknown Events!N2 Significance is one of key, high, medium, low; the cell is not used",
                "worksheet.value.unknown Events!O2 Strength or concern is one of strength, concern, mixed; the cell is not used",
                "worksheet.value.unknown Events!P2 Disputed is no, or yes and by whom; the cell is not used",
                "worksheet.value.unknown Events!H3 the event is not about a child who is named in the cell; the cell is not used",
                "event.date.impossible Events!R3 date '31/02/2019' is not in the calendar",
                "worksheet.value.unknown Same event!F2 the answer is yes or no; the cell is not used",
            ]
        )
        #expect(xml.components(separatedBy: "<added>").count == 2)
    }

    @Test func aMissingHeadingIsNamedAndNothingOfTheSheetIsUsed() throws {
        let findings = try findings { workbook in
            let column = try #require(workbook.sheets[1].rows[0].firstIndex(of: "Significance"))
            workbook.sheets[1].rows[0][column] = "How much it matters"
        }
        #expect(
            findings.contains(
                "worksheet.headings Events!A1 the sheet has no heading 'Significance'; nothing in it is used"
            )
        )
    }

    @Test func answersThatContradictEachOtherAreNotUsed() throws {
        let third = try folder.write(
            "health.csv",
            "Date,Child,Event,Reference\n13/03/2019,Zia,zz window of home broken brick,H1\n"
        )
        _ = try Run.tool("worksheet", school, police, third, family, "-o", folder.path + "/three.xlsx")
        var workbook = try EditedWorkbook(try folder.read("three.xlsx"))
        try workbook.edit("Same event") { rows in
            #expect(rows.count == 3)
            for index in rows.indices { rows[index]["Same event?"] = index == 2 ? "no" : "yes" }
        }
        let (findings, xml, result) = try build(workbook, [school, police, third, family])
        #expect(findings.filter { $0.hasPrefix("worksheet.answer.contradicts") }.count == 3)
        #expect(result["events"] as? Int == 5)
        #expect(!xml.contains("<answer "))
    }

    @Test func anEventWithoutADateIsNotJoined() throws {
        let findings = try findings { workbook in
            try workbook.edit("Same event") { rows in
                rows[0]["Second id (fixed)"] = "school/S3"
                rows[0]["Same event?"] = "yes"
            }
        }
        #expect(findings.contains { $0.hasPrefix("worksheet.answer.undated Same event!F2") })
    }

    @Test func aWorkbookThatIsThereIsNotWrittenOver() throws {
        _ = try worksheet()
        let outcome = try Run.tool("worksheet", school, family, "-o", folder.path + "/impact.xlsx")
        #expect(outcome.exitCode == .cannotWrite)
        #expect(try Run.tool("worksheet", school, "-o", folder.path + "/impact.csv").exitCode == .usage)
        #expect(try Run.tool("worksheet", school).exitCode == .usage)
    }
}
