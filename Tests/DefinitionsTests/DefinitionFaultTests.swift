import Definitions
import Diagnostics
import EventFiles
import Exports
import Testing

/// A definition at fault is reported whole: every fault at once, with its line, in the order of the file.
@Suite struct DefinitionFaultTests {
    private static let headings = "tools-definitions/headings.xml"
    private static let dates = "tools-definitions/named-dates.xml"
    private static let profile = "exports/profiles/zoo.xml"

    @Test func allFaultsOfTheHeadingsAreReportedAtOnce() {
        let source = DefinitionSource(
            Self.headings,
            """
            <headings xmlns="urn:child-impact:definitions:1">
              <table kind="events">
                <field name="Date" required="always"><also>When</also></field>
                <field name="Event"><also>WHEN </also></field>
                <field name="Shoe size"><also>Size</also></field>
                <field name="Time" colour="red"><or>Clock</or></field>
              </table>
              <table kind="animals"><field name="Name"/></table>
              <table kind="family"><field name="Name" required="yes"/></table>
              <table kind="family"><field name="Name" required="yes"/></table>
              <words field="Role" means="child"><word>child</word><says>x</says></words>
              <words field="Mood" means="sad"><word>sad</word></words>
              <words field="Role"><word>son</word></words>
              <words field="Strength or concern" means="strenght"><word>good</word></words>
              <words field="Child" means="all"><word>all</word></words>
              <words field="Directness" means="reported"><word>told</word></words>
              <words field="Directness" means="multiple"><word>Told</word></words>
              <note>x</note>
            </headings>
            """
        )
        let faults = #expect(throws: DefinitionFaults.self) { try source.headings() }
        #expect(
            faults?.found == [
                Fault(1, "there is no table of the kind 'sources'"),
                Fault(3, "required is 'yes' or 'one', not 'always'"),
                Fault(4, "'WHEN ' is a name of Date already"),
                Fault(5, "there is no field 'Shoe size'"),
                Fault(6, "<field> has no attribute 'colour'"),
                Fault(6, "<or> cannot stand in <field>"),
                Fault(8, "the kind of a table is one of events, family, sources"),
                Fault(10, "there are two tables of the kind 'family'"),
                Fault(11, "<says> cannot stand in <words>"),
                Fault(12, "<words> needs a known field and what the words mean"),
                Fault(13, "<words> needs a known field and what the words mean"),
                Fault(14, "'strenght' is no meaning of Strength or concern; it is one of strength, concern, mixed"),
                Fault(17, "'Told' means reported already"),
                Fault(18, "<note> cannot stand in <headings>"),
            ]
        )
        #expect(faults?.diagnostics.allSatisfy { $0.id == "definition.fault" && $0.severity == .error } == true)
        #expect(faults?.diagnostics.allSatisfy { $0.place?.path == Self.headings } == true)
    }

    @Test func allFaultsOfTheNamedDatesAreReportedAtOnce() {
        let source = DefinitionSource(
            Self.dates,
            """
            <named-dates xmlns="urn:child-impact:definitions:1">
              <day month="2" day="30"><name>Feast</name></day>
              <day easter="soon"><name>Lamb Day</name></day>
              <day month="12" day="25"><name>Christmas</name></day>
              <day month="12" day="26"><name>CHRISTMAS!</name></day>
              <day month="1" day="1"></day>
              <period from="13" to="04"><name>Term</name></period>
              <period from="09" to="04-31"><name>Half</name></period>
              <period from="09"><name>Autumn</name></period>
              <event date="2020-02-30" source="x"><name>Storm</name></event>
              <event date="2020-03-23"><name>Lockdown</name></event>
              <fill day="1900-02-29"/>
              <no-date><word>none</word></no-date>
              <feast/>
            </named-dates>
            """
        )
        let faults = #expect(throws: DefinitionFaults.self) { try source.dateNames() }
        #expect(
            faults?.found == [
                Fault(2, "a day has a month and a day of the calendar, or a number of days from Easter"),
                Fault(3, "a day has a month and a day of the calendar, or a number of days from Easter"),
                Fault(5, "'CHRISTMAS!' is named twice"),
                Fault(6, "<day> has no name"),
                Fault(7, "a period runs from one month or day to another, such as 09 to 12-20"),
                Fault(8, "a period runs from one month or day to another, such as 09 to 12-20"),
                Fault(9, "a period runs from one month or day to another, such as 09 to 12-20"),
                Fault(10, "an event has a date in EDTF and a source"),
                Fault(11, "an event has a date in EDTF and a source"),
                Fault(12, "a fill day is a day of the calendar, such as 1900-01-01"),
                Fault(13, "<word> cannot stand in <no-date>"),
                Fault(14, "<feast> cannot stand in <named-dates>"),
            ]
        )
    }

    @Test func allFaultsOfAProfileAreReportedAtOnce() {
        let source = DefinitionSource(
            Self.profile,
            """
            <document xmlns="urn:child-impact:definitions:1" id="farm" title="Paper" size="A4">
              <authority><agency>Council</agency><team>x</team></authority>
              <section kind="smell" heading="Smell"/>
              <section kind="summary"/>
              <section kind="chronology" heading="Chronology">
                <column field="event" heading="Event"/>
                <column field="mood" heading="Mood"/>
                <column field="date" heading=""/>
              </section>
              <section kind="children" heading="Children" order="2"/>
              <section kind="method" heading="Method"><h2>x</h2></section>
              <footer/>
            </document>
            """
        )
        let faults = #expect(throws: DefinitionFaults.self) { try source.profile("zoo") }
        let fields = DocumentProfile.Column.Field.allCases.map(\.rawValue).joined(separator: ", ")
        #expect(
            faults?.found == [
                Fault(1, "<document> has no attribute 'size'"),
                Fault(1, "<document> has no 'marking'"),
                Fault(1, "the id is 'farm' in the file of 'zoo'"),
                Fault(2, "<team> cannot stand in <authority>"),
                Fault(
                    3,
                    "the kind of a section is one of summary, family, involvement, chronology, children, undated, links, gaps, sources, left-out, method"
                ),
                Fault(4, "a section needs a heading"),
                Fault(5, "a section of events needs its columns, the date among them"),
                Fault(7, "a column needs a heading and a field: one of \(fields)"),
                Fault(8, "a column needs a heading and a field: one of \(fields)"),
                Fault(10, "<section> has no attribute 'order'"),
                Fault(10, "a section of events needs its columns, the date among them"),
                Fault(11, "<h2> cannot stand in <section>"),
                Fault(12, "<footer> cannot stand in <document>"),
            ]
        )
    }

    @Test(
        arguments: [
            ("<headings xmlns=\"urn:child-impact:definitions:1\">\n  <table>\n</headings>", 3, "definition.xml"),
            ("<headings/>", 1, "definition.root"),
            ("<zoo xmlns=\"urn:child-impact:definitions:1\"/>", 1, "definition.root"),
            ("", 1, "definition.xml"), ("Date,Event", 1, "definition.xml"),
            (
                "<!DOCTYPE headings [<!ENTITY a \"b\">]>\n<headings xmlns=\"urn:child-impact:definitions:1\">&a;</headings>",
                1, "definition.xml"
            ),
        ] as [(String, Int, String)]
    )
    func whatIsNoSuchDocumentIsOneFault(text: String, line: Int, id: String) {
        let faults = #expect(throws: DefinitionFaults.self) { try DefinitionSource(Self.headings, text).headings() }
        #expect(faults?.diagnostics.map(\.id) == [id])
        #expect(faults?.diagnostics.map { $0.place?.line } == [line])
        if id == "definition.root" {
            #expect(
                faults?.diagnostics.map(\.summary) == [
                    "the document is not a <headings> of urn:child-impact:definitions:1"
                ]
            )
        }
    }
}
