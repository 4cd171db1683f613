import CaseDates
import Diagnostics
import EventFiles
import ImpactChronology
import Testing

/// The return of looked-after children, as a set of CSV files and as XML.
@Suite struct SSDA903Tests {
    static let episodes = """
        CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
        101,01/05/2020,S,C2,N1,U6,PR1,01/06/2020,X1,CARPL,AB1 2CD,EF3 4GH,SC123
        101,01/06/2020,P,C2,N1,U1,PR1,01/09/2020,E4A,,AB1 2CD,EF3 4GH,SC123

        """
    static let missing = "CHILD,DOB,MISSING,MIS_START,MIS_END\n101,03/04/2010,M,10/08/2020,11/08/2020\n"
    static let xml = """
        <?xml version="1.0" encoding="us-ascii"?>
        <EXPSSDA903><CHILD>
        <HEADER><CHILDID>101</CHILDID><SEX>1</SEX><DOB>03/04/2010</DOB>
        <AREVIEW><REVIEW>10/07/2020</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
        <AMISSING><MISSING>M</MISSING><MIS_START>10/08/2020</MIS_START><MIS_END>11/08/2020</MIS_END></AMISSING>
        <OC2><SDQ_SCORE>12</SDQ_SCORE><CONVICTED>0</CONVICTED></OC2></HEADER>
        <EPISODE><DECOM>01/05/2020</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U6</PL><PLACE_PROVIDER>PR1</PLACE_PROVIDER>
        <DEC>01/06/2020</DEC><REC>X1</REC><REASON_PLACE_CHANGE>CARPL</REASON_PLACE_CHANGE></EPISODE>
        </CHILD></EXPSSDA903>
        """

    @Test func episodesSayWhatBeganAndWhatEnded() throws {
        let reading = try read(["a.csv": Self.episodes])
        #expect(
            try reading.events().map { "\($0.edtf) \($0.category ?? "-")" } == [
                "2020-05-01 Started to be looked after", "2020-06-01 Episode of care", "2020-06-01 Change of placement",
                "2020-09-01 Ceased to be looked after",
            ]
        )
        #expect(
            try reading.events()[0].what
                == "Started to be looked after; reason: started to be looked after (S); legal status: full care order (C2); "
                + "placement: other foster care (U6); provider: own provision of the authority (PR1); main need: abuse or neglect (N1)"
        )
        // Where a child lives may be a secret.
        #expect(try reading.events().allSatisfy { $0.further == [] })
        #expect(try reading.file("a.csv").format == "ssda903")
    }

    @Test func anEpisodeWithoutItsFirstDateIsKept() throws {
        let reading = try read([
            "a.csv":
                "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\n101,,S,C2,N1,U6,PR1,,\n102,,S,C2,N1,U6,PR1,01/06/2020,X1\n"
        ])
        #expect(
            reading.chronologies.flatMap(\.allEvents).map { "\($0.names[0]) \($0.edtf) \($0.category ?? "")" } == [
                "101  Episode of care", "102 2020-06-01 Episode of care", "102  Episode of care",
            ]
        )
        #expect(try reading.file("a.csv").rows == 3)
    }

    @Test func theSetAndTheXMLAreOne() throws {
        let reviews = "\u{FEFF}CHILD,DOB,REVIEW,REVIEW_CODE\n101,03/04/2010,10/07/2020,PN1\n"
        let reading = try read([
            "1.csv": Self.episodes, "2.csv": reviews, "3.csv": Self.missing, "whole.xml": Self.xml,
        ])
        let xml = try reading.file("whole.xml")
        // The birth is in no CSV file, and OC2 is no event.
        #expect([xml.rows, xml.events, xml.merged, xml.rejected] == [6, 1, 4, 1])
        #expect(xml.isUsed)
        #expect(try reading.events().count == 7)
        #expect(try reading.events().first { $0.category == "Missing or away" }?.edtf == "2020-08-10/2020-08-11")
    }

    @Test func answersAboutAYearAreRejectedWholeAndInOrder() throws {
        let reading = try read(["whole.xml": Self.xml])
        let row = try reading.rejectedRow()
        #expect(row.reason.id == "extract.noEvents")
        #expect(row.reason.place?.line == 6)
        #expect(
            row.cells.filter { !$0.text.isEmpty }.map { "\($0.heading) \($0.text)" } == [
                "CHILD 101", "SDQ_SCORE 12", "CONVICTED 0",
            ]
        )
        #expect(reading.serious == [Found("extract.noEvents", 6, 5)])
    }

    @Test func aDateOfWhichPartsAreNotKnownStaysAsFineAsItIs() throws {
        let reading = try read([
            "p.csv": """
            CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM
            101,03/04/2010,P1,201,zz/05/2015
            101,03/04/2010,P2,201,zz/zz/2014
            101,03/04/2010,P3,201,ZZ/ZZ/ZZZZ
            101,03/04/2010,P4,201,zz/13/2014

            """
        ])
        #expect(try reading.events().map(\.edtf) == ["2014", "2015-05", ""])
        #expect(try reading.rejectedRow().reason.place?.line == 5)
    }

    @Test func theHeaderIsNoFamilyTable() throws {
        let reading = try read([
            "h.csv":
                "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n102,2,05/06/2006,WBRI,,1,07/08/2023\n101,1,03/04/2010,WBRI,,,\n"
        ])
        #expect(
            reading.lines == [
                "101, 2010-04-03, Birth: Born", "102, 2006-06-05, Birth: Born",
                "102, 2023-08-07, Birth: Birth of a child to the young person",
            ]
        )
        #expect(
            reading.chronologies.map { $0.family.people[0].birth.born?.value?.description } == [
                "2010-04-03", "2006-06-05",
            ]
        )
    }

    @Test func impossibleDatesAndUnknownCodesAreFound() throws {
        let reading = try read([
            "a.csv": """
            CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC
            101,31/02/2020,S,C2,N1,U6,PR1,,
            101,01/03/2020,Q,C2,N1,U6,PR1,,

            """
        ])
        #expect(reading.found == [Found("event.date.impossible", 2, 5), Found("extract.code.unknown", 3, 16)])
        #expect(try reading.event().category == "Episode of care")
    }

    @Test func aMissingEpisodeThatGoesOnHasNoEnd() throws {
        let reading = try read([
            "m.csv": "CHILD,DOB,MISSING,MIS_START,MIS_END\n101,,A,10/08/2020,\n101,,M,10/09/2020,09/09/2020\n"
        ])
        #expect(try reading.event().edtf == "2020-08-10")
        #expect(try reading.rejectedRow().reason.id == "event.date.reversed")
    }
}
