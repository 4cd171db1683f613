import Definitions
import ImpactChronology
import Testing

/// The rules of comparison: the built-in ones, and what is wrong with a definition of them.
@Suite struct ComparisonDefinitionTests {
    private static let path = "tools-definitions/comparison.xml"

    @Test func theBuiltInRulesAreWithoutFault() throws {
        let rules = try DefinitionSource().comparisonRules()
        #expect(rules.mostDaysApart == 3)
        #expect(rules.facts.map(\.id).contains("seen"))
        #expect(rules.facts.allSatisfy { $0.sides.count == 2 })
        #expect(rules.gaps == GapRules(days: 90, sourceDays: 180, widestDate: 31))
    }

    @Test func allFaultsAreReportedAtOnce() {
        let source = DefinitionSource(
            Self.path,
            """
            <comparison xmlns="urn:child-impact:definitions:1" version="2">
              <possible-duplicates most-minutes-apart="240" most-days-apart="many" most-near="0" longest-date="31" date-conflict-percent="0" telling="3" ordinary="2" weak="1">
                <threshold dates="same-day" percent="120" weight="3"/>
                <threshold dates="overlapping" percent="20" weight="4"/>
                <threshold dates="same-week" percent="25" weight="8"/>
                <threshold dates="apart" percent="20" weight="4"/>
                <threshold dates="apart" percent="20" weight="4"/>
                <threshold dates="one-agency" percent="50" weight="10"/>
              </possible-duplicates>
              <gap days="90" source-days="180"/>
              <same weight="heavy"><words>mother</words><words>mum</words></same>
              <same><words>mum</words></same>
              <same/>
              <different><words>mother</words><words>dad</words></different>
              <fact id="seen" label="whether seen"><side label="seen"><words>seen</words></side></fact>
              <fact id="seen" label="whether seen">
                <side label="seen"><words>seen</words></side><side label="not seen"><words>seen</words></side>
              </fact>
            </comparison>
            """
        )
        let faults = #expect(throws: DefinitionFaults.self) { try source.comparisonRules() }
        #expect(
            faults?.found == [
                Fault(1, "<comparison> has no attribute 'version'"),
                Fault(2, "there must be one threshold for 'long'"),
                Fault(2, "most-days-apart is a number from 0 to 31, not 'many'"),
                Fault(2, "most-near is a number from 1 to 100000, not '0'"),
                Fault(2, "date-conflict-percent is a number from 1 to 100, not '0'"),
                Fault(3, "percent is a number from 1 to 100, not '120'"),
                Fault(5, "dates is one of same-day, overlapping, long, apart, one-agency"),
                Fault(7, "there must be one threshold for 'apart'"),
                Fault(10, "<gap> needs the attribute 'widest-date'"),
                Fault(11, "weight is one of ignored, weak, ordinary, telling"),
                Fault(12, "'mum' stands twice"),
                Fault(13, "<same> needs <words>"),
                Fault(14, "'dad' is not the first phrase of a <same>"),
                Fault(15, "<fact> needs two <side>"),
                Fault(16, "there are two facts 'seen'"),
                Fault(17, "'seen' stands twice"),
            ]
        )
    }
}
