import ChildImpactCommands
import Testing

@Suite struct DateCommandTests {
    @Test func givesTheMachineFormOfEachTextOnALine() throws {
        let outcome = try Run.tool("date", "--json", "?22 may 2016", "c. 2012", "", "since 2019", "29.02.13")
        #expect(outcome.exitCode == .someNotUsed)
        #expect(
            outcome.output == """
                {"text":"?22 may 2016","edtf":"2016-05-22?","earliest":"2016-05-22","latest":"2016-05-22","precision":"day","uncertain":true,"approximate":false,"note":null}
                {"text":"c. 2012","edtf":"2012~","earliest":"2011-01-01","latest":"2013-12-31","precision":"year","uncertain":false,"approximate":true,"note":null}
                {"text":"","edtf":null,"earliest":null,"latest":null,"precision":"none","uncertain":false,"approximate":false,"note":null}
                {"text":"since 2019","edtf":"2019/..","earliest":"2019-01-01","latest":null,"precision":"range","uncertain":false,"approximate":false,"note":null}
                {"text":"29.02.13","error":"event.date.impossible"}

                """
        )
    }

    @Test func saysItInWordsWithoutJSON() throws {
        let outcome = try Run.tool("date", "Tues 20 March 2024", "29.02.13")
        #expect(
            outcome.output
                == "Tues 20 March 2024\t2024-03-20\t2024-03-20\tday\tthe weekday written is not the weekday of this date\n"
        )
        #expect(outcome.errors == "child-impact: error: date '29.02.13' is not in the calendar\n")
    }

    @Test func aDateThatBeginsWithADashFollowsTwoDashes() throws {
        #expect(try Run.tool("date", "--", "-2019").exitCode != .usage)
    }
}
