import CareTools
import CaseDates
import Definitions
import Diagnostics
import Testing

@Suite struct AnswerReaderTests {
    /// A tool with an item of each kind.
    static let definition = """
        <tool xmlns="urn:child-impact:definitions:1" id="home" version="1.0" status="active" language="en-GB" title="Home" subject="child" max-age="17">
        <licence>MIT</licence><source>None</source><purpose>To test.</purpose>
        <about><field name="child" label="Child" required="yes"/><field name="born" label="Born"/>
        <field name="from" label="From"/><field name="completed" label="Day" required="yes"/>
        <field name="setting" label="Level"/></about>
        <scale id="grade" polarity="higher-is-worse"><option code="5" value="5" label="Good"/>
        <option code="10" value="10" label="Fair"/><option code="15" value="15" label="Poor" evidence="required"/>
        <option code="20" value="20" label="Bad"/></scale>
        <scale id="plain" polarity="higher-is-worse"><option code="5" value="5" label="Good"/>
        <option code="10" value="10" label="Fair"/></scale>
        <scale id="yes" polarity="none"><option code="yes" value="1" label="Yes"/><option code="no" value="0" label="No"/>
        <option code="none" label="None" alone="yes"/></scale>
        <section id="main" title="Main">
        <item id="beds" scale="grade" required="yes" evidence="yes"><text>Beds</text></item>
        <item id="food" scale="plain"><text>Food</text></item>
        <item id="worried" scale="yes"><text>Worried</text></item>
        <item id="why" type="text"><text>Why</text><when><is ref="worried" code="yes"/></when></item>
        <item id="seen" type="date"><text>Seen</text></item>
        <item id="count" type="number" min="0" max="10" places="1"><text>Count</text></item>
        <item id="signs" type="choices" scale="yes"><text>Signs</text></item>
        </section>
        <section id="plan" title="Plan" repeats="Action" most="2">
        <item id="plan.item" type="item"><text>What</text></item>
        </section>
        <score id="total" title="Total" method="highest" polarity="higher-is-worse" missing="leave-out" overridable="yes">
        <input ref="beds"/><input ref="food"/></score>
        <score id="fixed" title="Fixed" method="highest" polarity="higher-is-worse" missing="leave-out"><input ref="food"/></score>
        </tool>
        """

    static func read(
        _ entries: [AnswerSheet.Entry],
        tool id: String? = "home",
        version: String? = "1.0",
        status: AnswerSheet.Status = .inProgress
    ) throws -> ResolvedAnswers {
        let tool = try DefinitionSource.tool(parsing: Array(definition.utf8), path: "tools-definitions/tools/home.xml")
        let sheet = AnswerSheet(
            tool: id,
            version: version,
            status: status,
            entries: entry("about.child", "A") + entry("about.completed", "2026-03-01") + entries,
            place: Place(path: "a.json")
        )
        return ResolvedAnswers(sheet, tool: tool, asOf: try #require(CalendarDay(iso: "2026-03-31")))
    }

    static func entry(_ id: String, _ texts: String..., number: Int? = nil) -> [AnswerSheet.Entry] {
        [
            AnswerSheet.Entry(
                id: id,
                number: number,
                values: texts.map { .text($0) },
                place: Place(path: "a.json", line: 1)
            )
        ]
    }

    /// Answers that do not fit, and what is said of them.
    struct Misfit: Sendable, CustomTestStringConvertible {
        let entries: [AnswerSheet.Entry]
        let says: String

        var testDescription: String { says }
    }

    @Test(arguments: [
        Misfit(
            entries: entry("bed", "5"),
            says: "answers.item.unknown: 'bed' is no item of home 1.0; its answer is not used; did you mean 'beds'?"
        ),
        Misfit(
            entries: entry("Ella Harper hit by Dad", "x"),
            says: "answers.item.unknown: what stands in the place of an identifier is no item of home 1.0; "
                + "its answer is not used"
        ),
        Misfit(
            entries: entry("about.chil", "x"),
            says: "answers.item.unknown: 'about.chil' is no item of home 1.0; its answer is not used; "
                + "did you mean 'about.child'?"
        ),
        Misfit(
            entries: entry("beds", "7"),
            says: "answers.code.unknown: beds is answered with none of its options; it is not used; "
                + "the options are 5, 10, 15, 20"
        ),
        Misfit(
            entries: entry("beds", "item000"),
            says: "answers.code.unknown: beds is answered with none of its options; it is not used; "
                + "the options are 5, 10, 15, 20"
        ),
        Misfit(
            entries: entry("beds", "5", "10"),
            says: "answers.several: beds has 2 answers where one is allowed; none of them is used"
        ),
        Misfit(
            entries: entry("beds", "5") + entry("beds", "5"),
            says: "answers.several: beds has 2 answers where one is allowed; none of them is used"
        ),
        Misfit(entries: entry("beds", " \u{A0}"), says: "answers.blank: beds is blank and counts as not answered"),
        Misfit(entries: entry("count", "10.5"), says: "answers.number: count is not from 0 to 10"),
        Misfit(entries: entry("count", "1.25"), says: "answers.number: count has more than 1 decimal places"),
        Misfit(entries: entry("count", "1e1"), says: "answers.number: count is no plain decimal number"),
        Misfit(
            entries: entry("seen", "2026-02-30"),
            says: "answers.date.impossible: seen is no day of the calendar; it is not used; "
                + "write it as 2026-03-31 or 31/03/2026"
        ),
        Misfit(
            entries: entry("seen", "01/04/2026"),
            says: "answers.date.future: seen is 2026-04-01, which lies after 2026-03-31; it is not used"
        ),
        Misfit(
            entries: entry("plan.item", "why"),
            says: "answers.code.unknown: plan.item#1 names no item of home that has a value; it is not used"
        ),
        Misfit(
            entries: entry("why", "Because"),
            says: "answers.hidden: why is answered and not asked with the other answers as they are; "
                + "it is kept and not scored"
        ),
        Misfit(
            entries: entry("food.evidence", "Seen"),
            says: "answers.evidence.notAsked: evidence stands beside food, which asks for none; it is kept"
        ),
        Misfit(
            entries: entry("about.born", "2000-01-01"),
            says: "answers.age.outside: the child's age on the day of completion lies outside up to 17 years, "
                + "for which the tool is made"
        ),
        Misfit(
            entries: entry("about.born", "2026-03-02"),
            says: "answers.born.later: about.born lies after about.completed"
        ),
        Misfit(
            entries: entry("about.from", "2026-03-02"),
            says: "answers.dates.reversed: about.from lies after about.completed"
        ),
        Misfit(
            entries: entry("override.none", "5"),
            says: "answers.item.unknown: 'override.none' is no item of home 1.0; its answer is not used; "
                + "did you mean 'override.total' or 'override.fixed'?"
        ),
        Misfit(
            entries: entry("override.fixed", "5"),
            says: "answers.override.notAllowed: the score fixed can have no other value in its place; it is not used"
        ),
        Misfit(
            entries: entry("override.total", "7") + entry("override.total.reason", "Known"),
            says: "answers.override.outside: override.total is no value that the score can have; it is not used"
        ),
        Misfit(
            entries: entry("override.total", "20"),
            says: "answers.override.noReason: override.total has no reason beside it"
        ),
        Misfit(
            entries: entry("override.total.reason", "Known"),
            says: "answers.override.noValue: override.total.reason is given and no value is"
        ),
        Misfit(
            entries: entry("plan.item", "beds", number: 1) + entry("plan.item", "food", number: 2)
                + entry("plan.item", "food", number: 3),
            says: "answers.instances: plan stands there 3 times and can stand there 2 times at most; "
                + "those beyond are not used"
        ),
        Misfit(
            entries: entry("beds", "5", number: 2),
            says: "answers.instance: beds is asked once, and the answer with the number 2 is not used"
        ),
    ])
    func saysWhatDoesNotFit(_ misfit: Misfit) throws {
        let found = try Self.read(misfit.entries).diagnostics
        #expect(found.map { "\($0.id): \($0.summary)" + ($0.suggestion.map { "; \($0)" } ?? "") } == [misfit.says])
    }

    @Test func usesTheRestWhereOneAnswerDoesNotFit() throws {
        let read = try Self.read(Self.entry("beds", "7") + Self.entry("food", "10"))
        #expect(read.result?.score(ScoreID("total"))?.value == 10)
        #expect(read.result?.score(ScoreID("total"))?.answered == 1)
        #expect(read.result?.unanswered.map(\.text) == ["beds"])
    }

    @Test func takesALabelThatOnlyOneOptionHas() throws {
        let read = try Self.read(Self.entry("beds", " POOR ") + Self.entry("about.setting", "Early help"))
        #expect(read.response?.answers[AnswerKey(ItemID("beds"))] == .codes(["15"]))
        #expect(read.response?.about[.setting] == "early-help")
        #expect(read.result?.evidenceMissing.map(\.text) == ["beds"])
    }

    @Test func aCodeIsNotReadAsALabel() throws {
        let place = Place(path: "a")
        let read = try Self.read([AnswerSheet.Entry(id: "beds", values: [.code("Poor")], place: place)])
        #expect(read.response?.answers.isEmpty == true)
    }

    @Test func keepsSeveralCodesInTheOrderOfTheScale() throws {
        let read = try Self.read(Self.entry("signs", "no; yes;no"))
        #expect(read.response?.answers[AnswerKey(ItemID("signs"))] == .codes(["yes", "no"]))
        #expect(read.diagnostics.isEmpty)
    }

    @Test func keepsAnAnswerThatContradictsItselfAndSaysSo() throws {
        let read = try Self.read(Self.entry("signs", "none; yes"))
        #expect(read.response?.answers[AnswerKey(ItemID("signs"))] == .codes(["yes", "none"]))
        #expect(read.diagnostics.map(\.id) == ["answers.contradicting"])
        #expect(
            read.diagnostics.first?.summary
                == "signs holds an option that excludes the others, and others beside it; all are kept"
        )
    }

    @Test(arguments: ["10", "10.0", "10.00"])
    func aNumberIsTheOptionOfThatNumber(_ number: String) throws {
        let place = Place(path: "a")
        let read = try Self.read([AnswerSheet.Entry(id: "food", values: [.number(number)], place: place)])
        #expect(read.response?.answers[AnswerKey(ItemID("food"))] == .codes(["10"]))
    }

    @Test func aFindingStandsWhereItsAnswerDoes() throws {
        func entry(_ id: String, _ text: String, _ line: Int) -> AnswerSheet.Entry {
            AnswerSheet.Entry(id: id, values: [.text(text)], place: Place(path: "a.json", line: line))
        }
        let read = try Self.read([
            entry("about.born", "1990-01-01", 4), entry("worried", "no", 5), entry("why", "because", 6),
            entry("signs", "none; yes", 7),
        ])
        #expect(
            read.diagnostics.map { "\($0.place?.line ?? 0) \($0.id)" } == [
                "4 answers.age.outside", "6 answers.hidden", "7 answers.contradicting",
            ]
        )
    }

    /// Answers to one tool that were filed under another are one finding, not a tool that came to nothing.
    @Test func answersOfWhichNoneIsToTheToolAreNotUsed() throws {
        let foreign = ["care", "danger", "seen.how"].flatMap { Self.entry($0, "1") }
        let read = try Self.read(foreign)
        #expect(read.result == nil)
        #expect(
            read.diagnostics.map(\.summary)
                == ["none of the 3 answers is to an item of home 1.0; they are not used"]
        )
        #expect(try Self.read(foreign + Self.entry("beds", "5")).result != nil)
        #expect(try Self.read(Self.entry("care", "1")).result != nil)
    }

    @Test func readsDaysInThreeForms() throws {
        for text in ["2026-03-05", "2026-03-05T10:00:00+00:00", "5/3/2026"] {
            let read = try Self.read(Self.entry("seen", text))
            #expect(
                read.response?.answers[AnswerKey(ItemID("seen"))] == CalendarDay(iso: "2026-03-05").map { .day($0) }
            )
        }
    }

    @Test func closesTheGapsBetweenInstances() throws {
        let read = try Self.read(
            Self.entry("plan.item", "beds", number: 3) + Self.entry("plan.item", "food", number: 7)
        )
        #expect(read.response?.answers[AnswerKey(ItemID("plan.item"), instance: 1)] == .item(ItemID("beds")))
        #expect(read.response?.answers[AnswerKey(ItemID("plan.item"), instance: 2)] == .item(ItemID("food")))
        #expect(read.response?.instances == ["plan": 2])
    }

    @Test func keepsTheCalculatedValueBesideThatOfAPerson() throws {
        let read = try Self.read(
            Self.entry("override.total", "20") + Self.entry("override.total.reason", "Seen twice")
                + Self.entry("food", "5")
        )
        let total = read.result?.score(ScoreID("total"))
        #expect(total?.value == 20)
        #expect(total?.calculated == 5)
        #expect(total?.override == Override(value: 20, reason: "Seen twice"))
    }

    @Test func saysWhatAnswersLackThatClaimToBeComplete() throws {
        let read = try Self.read([], status: .completed)
        #expect(read.diagnostics.map(\.summary) == ["the answers stand as completed and lack beds"])
        #expect(read.result?.isComplete == false)
    }

    @Test func quotesAnotherToolOrVersionOnlyInTheFormOfOne() throws {
        let words = "Ella Harper says Dad hits her"
        for read in [try Self.read([], tool: words), try Self.read([], version: words)] {
            #expect(read.diagnostics.count == 1)
            #expect(read.diagnostics.allSatisfy { !$0.summary.contains("Ella") && $0.value == words })
        }
    }

    @Test func usesNothingOfAnotherToolOrVersion() throws {
        let other = try Self.read([], tool: "garden")
        #expect(other.result == nil)
        #expect(other.diagnostics.map(\.summary) == ["the answers are for the tool 'garden', not for home"])
        let older = try Self.read([], version: "0.9")
        #expect(older.result == nil)
        #expect(
            older.diagnostics.map(\.summary) == [
                "the answers are for version 0.9 of home, and the definition is version 1.0"
            ]
        )
        #expect(try Self.read([], status: .enteredInError).result == nil)
    }
}
