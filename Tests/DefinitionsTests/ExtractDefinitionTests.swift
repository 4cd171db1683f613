import Definitions
import Diagnostics
import EventFiles
import Testing

/// Definitions of returns and extracts: the built-in ones, and what is wrong with one.
@Suite struct ExtractDefinitionTests {
    private static let path = "tools-definitions/extracts/zoo.xml"

    private func extract(_ content: String, attributes: String = "") -> DefinitionSource {
        DefinitionSource(
            Self.path,
            """
            <extract xmlns="urn:child-impact:definitions:1" id="zoo" title="Zoo" agency="Zoo" source="Zoo" \(attributes)>
            \(content)
            </extract>
            """
        )
    }

    @Test func theBuiltInExtractsAreWithoutFault() throws {
        let extracts = try DefinitionSource().extracts()
        #expect(extracts.map(\.id) == ["annex-a", "cin-census", "ssd", "ssda903"])
        #expect(extracts.map(\.root) == [nil, "Message", nil, "EXPSSDA903"])
        #expect(extracts[0].tables.count == 11)
    }

    @Test func everyTableOfTheBuiltInExtractsCanBeKnown() throws {
        for extract in try DefinitionSource().extracts() {
            for table in extract.tables {
                let isKnown = table.element != nil || table.columns.contains(where: \.isKnownBy)
                #expect(isKnown, "\(extract.id)/\(table.id)")
                #expect(table.noEvents != nil || table.child.id != nil, "\(extract.id)/\(table.id)")
            }
        }
    }

    /// A row that is no event of any kind would vanish, but for tables that only tell of the child.
    @Test func everyTableHasAMainEventOrSaysWhyNot() throws {
        for extract in try DefinitionSource().extracts() {
            for table in extract.tables where table.noEvents == nil && !table.events.contains(where: \.isAlways) {
                #expect(["child", "header", "ssd_person"].contains(table.id), "\(extract.id)/\(table.id)")
            }
        }
    }

    @Test func aNewExtractStandsBesideTheBuiltInOnes() throws {
        let source = extract(
            """
            <child><id name="Id"/></child>
            <table id="t" title="T"><column name="Day" known-by="yes"/>
            <event date="Day" always="yes" category="visit" what="Seen"/></table>
            """
        )
        #expect(try source.extracts().map(\.id) == ["annex-a", "cin-census", "ssd", "ssda903", "zoo"])
    }

    @Test func allFaultsOfAnExtractAreReportedAtOnce() {
        let source = extract(
            """
            <child><id name="Id"/><shoe name="Size"/></child>
            <table id="t" colour="red">
            <column name="Day" known-by="maybe"/><column name="DAY "/><column name="Code" list="animals"/>
            <column name="Where" kept="never"/>
            <event date="Night" always="yes" category="visit" what="Seen"/>
            <event date="Day" always="yes" category="feast">
            <detail column="Code"/>
            <detail column="Code" label="code" field="Outcome"/>
            <detail column="Code" field="Shoe"/>
            <if column="Code"/>
            <if column="Where" is="x" not="y"/>
            </event>
            <event changed-from="Code" category="visit" what="Changed"/>
            </table>
            <table id="u" title="U"><column name="Day"/></table>
            <zoo/>
            """
        )
        let faults = #expect(throws: DefinitionFaults.self) { try source.extracts() }
        #expect(
            Set(faults?.found ?? []) == [
                Fault(2, "<shoe> cannot stand in <child>"), Fault(3, "<table> has no attribute 'colour'"),
                Fault(3, "<table> needs the attribute 'title'"), Fault(3, "'day' is a name of Day and of DAY "),
                Fault(3, "the table has more than one main event"),
                Fault(4, "known-by is 'yes' or 'no', not 'maybe'"), Fault(4, "there is no code list 'animals'"),
                Fault(5, "kept is 'yes' or 'no', not 'never'"), Fault(6, "the table has no column 'Night'"),
                Fault(7, "there is no category 'feast'"), Fault(7, "<event> needs the attribute 'what'"),
                Fault(8, "a detail has either a label or a known field"),
                Fault(9, "a detail has either a label or a known field"),
                Fault(10, "a detail has either a label or a known field"), Fault(11, "<if> needs the attribute 'is'"),
                Fault(12, "<if> has no attribute 'not'"), Fault(14, "<event> needs the attribute 'date'"),
                Fault(14, "the table has no column ''"), Fault(16, "the table has neither <event> nor <no-events>"),
                Fault(17, "<zoo> cannot stand in <extract>"),
            ]
        )
        #expect(
            faults?.diagnostics.map { $0.place?.line ?? 0 } == faults?.diagnostics.map { $0.place?.line ?? 0 }.sorted()
        )
    }

    @Test(arguments: [
        ("<zoo/>", "definition.root"), ("<extract id=\"x\"/>", "definition.root"), ("<extract", "definition.xml"),
    ])
    func whatIsNoExtractIsAFault(text: String, id: String) {
        let faults = #expect(throws: DefinitionFaults.self) { try DefinitionSource(Self.path, text).extracts() }
        #expect(faults?.diagnostics.map(\.id) == [id])
        #expect(faults?.diagnostics.map { $0.place?.path } == [Self.path])
    }

    @Test func twoExtractsOfOneNameAreAFault() {
        let source = DefinitionSource(
            Self.path,
            """
            <extract xmlns="urn:child-impact:definitions:1" id="ssd" title="Zoo" agency="Zoo" source="Zoo">
            <table id="t" title="T"><column name="Day" known-by="yes"/><no-events>None.</no-events></table>
            <table id="t" title="T"><column name="Night" known-by="yes"/><no-events>None.</no-events></table>
            </extract>
            """
        )
        let faults = #expect(throws: DefinitionFaults.self) { try source.extracts() }
        #expect(faults?.found == [Fault(1, "there are two extracts 'ssd'"), Fault(3, "there are two tables 't'")])
    }
}
