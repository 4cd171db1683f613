import CareTools
import CaseDates
import Testing

@Suite struct DialogueTests {
    @Test func asksInOrderAndEnds() throws {
        var dialogue = try SmallTool.dialogue(
            SmallTool.tool(
                [SmallTool.choice("a"), SmallTool.text("b")],
                about: [AboutField(name: .completed, label: "Date", isRequired: true)]
            )
        )
        #expect(dialogue.asks == "completed")
        #expect(dialogue.progress == (0, 3))
        #expect(dialogue.replies("31/03/2026") == [.taken])
        #expect(dialogue.asks == "a")
        #expect(dialogue.replies("1", "some words") == [.taken, .taken])
        #expect(dialogue.question == nil)
        #expect(dialogue.progress == (3, 3))
        #expect(dialogue.response.about == [.completed: "2026-03-31"])
        #expect(dialogue.response.answers == [key("a"): .codes(["met"]), key("b"): .text("some words")])
        #expect(dialogue.reply("more") == .quit)
    }

    @Test(arguments: ["1", "met", "MET", " Met "])
    func takesTheKeyTheCodeOrTheWordsOfAnOption(_ line: String) throws {
        var dialogue = try SmallTool.dialogue(SmallTool.tool([SmallTool.choice("a")]))
        #expect(dialogue.reply(line) == .taken)
        #expect(dialogue.response.answers == [key("a"): .codes(["met"])])
    }

    @Test func whatIsNotKnownIsK() throws {
        var dialogue = try SmallTool.dialogue(SmallTool.tool([SmallTool.choice("a")]))
        #expect(dialogue.question?.choices.map(\.key) == ["1", "2", "k"])
        #expect(dialogue.reply("k") == .taken)
        #expect(dialogue.response.answers == [key("a"): .codes(["not-known"])])
    }

    @Test func codesThatAreNumbersAreTypedAsTheyAre() throws {
        var tool = SmallTool.tool([SmallTool.choice("a")])
        tool.scales = [
            Scale(
                id: "grade",
                polarity: .none,
                options: [
                    .init(code: "0", label: "None", value: 0), .init(code: "1", label: "One", value: 1),
                    .init(code: "na", label: "Does not apply", value: nil, kind: .notApplicable),
                ]
            )
        ]
        var dialogue = try SmallTool.dialogue(tool)
        #expect(dialogue.question?.choices.map(\.key) == ["0", "1", "n"])
        #expect(dialogue.reply("1") == .taken)
        #expect(dialogue.response.answers == [key("a"): .codes(["1"])])
    }

    @Test func refusesWhatIsNoOptionWithoutRepeatingIt() throws {
        var dialogue = try SmallTool.dialogue(SmallTool.tool([SmallTool.choice("a")]))
        #expect(dialogue.reply("Ann Smith") == .refused("type one of 1, 2, k"))
        #expect(dialogue.asks == "a")
    }

    @Test func severalOptionsStandWithSpacesOrCommasBetween() throws {
        var item = SmallTool.choice("a")
        item.kind = .choices
        var dialogue = try SmallTool.dialogue(SmallTool.tool([item]))
        #expect(dialogue.reply("1 9") == .refused("type one of 1, 2, k; several with spaces between"))
        #expect(dialogue.reply("2, 1") == .taken)
        #expect(dialogue.response.answers == [key("a"): .codes(["met", "not-met"])])
    }

    @Test func aNumberAndADayAreCheckedAndAskedAgain() throws {
        var dialogue = try SmallTool.dialogue(
            SmallTool.tool([
                Item(id: ItemID("n"), text: "How many?", kind: .number(from: 0, to: 10, places: 0)),
                Item(id: ItemID("d"), text: "When?", kind: .day(mayLieAhead: false)),
            ])
        )
        #expect(dialogue.question?.form == "a number from 0 to 10")
        #expect(dialogue.reply("ten") == .refused("n is no plain decimal number"))
        #expect(dialogue.reply("11") == .refused("n is not from 0 to 10"))
        #expect(dialogue.reply("10") == .taken)
        #expect(
            dialogue.reply("31/02/2026")
                == .refused("d is no day of the calendar; it is not used; write it as 2026-03-31 or 31/03/2026")
        )
        #expect(
            dialogue.reply("1/4/2026") == .refused("d is 2026-04-01, which lies after 2026-03-31; it is not used")
        )
        #expect(dialogue.reply("01/03/2026") == .taken)
        #expect(dialogue.question == nil)
    }

    @Test func aGateOpensAndClosesWithTheAnswer() throws {
        let gate = Condition.isAnswered(ItemID("a"), code: "not-met")
        var dialogue = try SmallTool.dialogue(
            SmallTool.tool([SmallTool.choice("a"), SmallTool.choice("b", when: gate), SmallTool.text("c")])
        )
        #expect(dialogue.replies("2") == [.taken])
        #expect(dialogue.asks == "b")
        #expect(dialogue.replies("back", "1") == [.taken, .taken])
        #expect(dialogue.asks == "c")
    }

    @Test func evidenceIsAskedWhereAnAnswerNeedsIt() throws {
        var item = SmallTool.choice("a")
        item.takesEvidence = true
        var dialogue = try SmallTool.dialogue(SmallTool.tool([item]))
        #expect(dialogue.reply("2") == .taken)
        #expect(dialogue.asks == "evidence for a")
        #expect(dialogue.reply("") == .refused("an answer is needed; s leaves it for later, ? helps"))
        #expect(dialogue.reply("seen on 1 March") == .taken)
        #expect(dialogue.response.evidence == [key("a"): "seen on 1 March"])
        #expect(dialogue.question == nil)
    }

    @Test func anOptionThatStandsAloneIsNotTakenWithOthers() throws {
        var item = SmallTool.choice("a")
        item.kind = .choices
        var tool = SmallTool.tool([item])
        tool.scales[0].options[0].standsAlone = true
        var dialogue = try SmallTool.dialogue(tool)
        #expect(dialogue.reply("1 2") == .refused("“Met” excludes the others; choose it alone, or the others"))
        #expect(dialogue.response.answers.isEmpty)
        #expect(dialogue.reply("1") == .taken)
        #expect(dialogue.response.answers == [key("a"): .codes(["met"])])
    }

    /// A draft of another program may hold both: it is asked again, else it could never be completed.
    @Test func aSavedAnswerThatContradictsItselfIsAskedAgain() throws {
        var item = SmallTool.choice("a")
        item.kind = .choices
        var tool = SmallTool.tool([item, SmallTool.text("b")])
        tool.scales[0].options[0].standsAlone = true
        var saved = Response(to: tool)
        saved.answers = [key("a"): .codes(["met", "not-met"]), key("b"): .text("there")]
        var dialogue = try SmallTool.dialogue(tool, resuming: saved)
        #expect(dialogue.asks == "a")
        #expect(dialogue.reply("1") == .taken)
        #expect(dialogue.question == nil)
        #expect(dialogue.outcome.isComplete)
    }

    @Test func guidanceOfASectionComesWithTheFirstOfItsQuestionsThatIsAsked() throws {
        let hidden = SmallTool.choice("b", when: .isAnswered(ItemID("a"), code: "not-met"))
        var inner = Section(id: "inner", title: "Inner", items: [hidden, SmallTool.text("c")])
        inner.guidance = ["Of the inner one."]
        var outer = Section(id: "outer", title: "Outer", items: [])
        outer.guidance = ["Of the outer one."]
        outer.sections = [inner]
        let first = Section(id: "first", title: "First", items: [SmallTool.choice("a")])
        var dialogue = try SmallTool.dialogue(SmallTool.tool(sections: [first, outer]))
        #expect(dialogue.reply("1") == .taken)
        #expect(dialogue.asks == "c")
        #expect(dialogue.question?.notes == ["Of the outer one.", "Of the inner one."])
    }

    @Test func skippingLeavesAnAnswerOutAndIsNotAskedAgain() throws {
        var dialogue = try SmallTool.dialogue(SmallTool.tool([SmallTool.choice("a"), SmallTool.choice("b")]))
        #expect(dialogue.replies("s", "1") == [.taken, .taken])
        #expect(dialogue.question == nil)
        #expect(dialogue.outcome.requiredUnanswered == [key("a")])
    }

    @Test func enterKeepsTheAnswerThatIsThereAndADashTakesItAway() throws {
        var dialogue = try SmallTool.dialogue(SmallTool.tool([SmallTool.text("a"), SmallTool.text("b")]))
        #expect(dialogue.replies("first", "b") == [.taken, .taken])
        #expect(dialogue.question?.answer == "first")
        #expect(dialogue.reply("") == .taken)
        #expect(dialogue.response.answers == [key("a"): .text("first")])
        #expect(dialogue.replies("b", "-") == [.taken, .taken])
        #expect(dialogue.response.answers.isEmpty)
        #expect(dialogue.asks == "b")
    }

    @Test func nothingLiesBeforeTheFirstQuestion() throws {
        var dialogue = try SmallTool.dialogue(SmallTool.tool([SmallTool.text("a")]))
        #expect(dialogue.reply("b") == .refused("this is the first question"))
    }

    @Test func aRepeatedSectionAsksForAnother() throws {
        let section = Section(
            id: "carers",
            title: "Carers",
            repetition: .init(label: "Carer", most: 2),
            items: [SmallTool.text("name")]
        )
        var dialogue = try SmallTool.dialogue(SmallTool.tool(sections: [section]))
        #expect(dialogue.question?.heading == "Carers: Carer 1")
        #expect(dialogue.replies("first") == [.taken])
        #expect(dialogue.asks == "another carers after 1")
        #expect(dialogue.question?.text == "1 so far. Another one (Carer)?")
        #expect(dialogue.reply("perhaps") == .refused("answer y or n"))
        #expect(dialogue.replies("y") == [.taken])
        #expect(dialogue.asks == "name#2")
        #expect(dialogue.replies("second") == [.taken])
        #expect(dialogue.question == nil)
        #expect(dialogue.response.instances == ["carers": 2])
        #expect(
            dialogue.response.answers == [
                AnswerKey(ItemID("name"), instance: 1): .text("first"),
                AnswerKey(ItemID("name"), instance: 2): .text("second"),
            ]
        )
    }

    @Test func savedAnswersGoOnBehindTheLast() throws {
        let tool = SmallTool.tool([SmallTool.text("a"), SmallTool.text("b"), SmallTool.text("c")])
        var saved = Response(to: tool)
        saved.answers = [key("b"): .text("there")]
        var dialogue = try SmallTool.dialogue(tool, resuming: saved)
        #expect(dialogue.asks == "c")
        #expect(dialogue.replies("s") == [.taken])
        #expect(dialogue.asks == "a")
    }

    @Test func aQuestionComesWithWhatHelpsAtThisAgeAndHelpSaysWhatOptionsMean() throws {
        var item = SmallTool.choice("a")
        item.guidance = ["Ask openly."]
        item.prompts = [
            .init(text: "A cot.", ages: AgeBand(from: nil, to: 11)),
            .init(text: "A bed.", ages: AgeBand(from: 12, to: nil)),
        ]
        item.anchors = [.init(code: "met", text: "All is there.")]
        let about = [AboutField(name: .born, label: "Born"), AboutField(name: .completed, label: "Date")]
        var dialogue = try SmallTool.dialogue(SmallTool.tool([item], about: about))
        #expect(dialogue.replies("01/03/2020", "01/03/2026") == [.taken, .taken])
        #expect(dialogue.question?.notes == ["Ask openly.", "Look for: A bed."])
        #expect(dialogue.reply("?") == .help(["1 Met: All is there."]))
        #expect(dialogue.asks == "a")
    }

    @Test func anAlertIsRaisedOnceAtTheAnswerThatRaisesIt() throws {
        var tool = SmallTool.tool([SmallTool.choice("a"), SmallTool.text("b")])
        tool.alerts = [
            Alert(id: "x", title: "Act", text: [], condition: .isAnswered(ItemID("a"), code: "not-met"))
        ]
        var dialogue = try SmallTool.dialogue(tool)
        #expect(dialogue.reply("2") == .taken)
        #expect(dialogue.newAlerts.map(\.id) == ["x"])
        #expect(dialogue.reply("words") == .taken)
        #expect(dialogue.newAlerts.isEmpty)
    }

    @Test func datesThatContradictAreRefusedAndAnAgeOutsideIsSaid() throws {
        var tool = SmallTool.tool(
            [SmallTool.text("a")],
            about: [AboutField(name: .completed, label: "Date"), AboutField(name: .born, label: "Born")]
        )
        tool.ages = AgeBand(from: 132, to: 215)
        var dialogue = try SmallTool.dialogue(tool)
        #expect(dialogue.reply("01/03/2026") == .taken)
        #expect(
            dialogue.reply("02/03/2026") == .refused("the date of birth lies after the day of completion")
        )
        #expect(dialogue.reply("01/03/2020") == .taken)
        #expect(
            dialogue.newWarning
                == "the age on the day of completion lies outside 11 to 17 years, for which the tool is made"
        )
    }

    @Test func overridesAreAskedOnlyOnRequestAndWithAReason() throws {
        var tool = SmallTool.tool([SmallTool.choice("a")])
        var score = Score(
            id: ScoreID("s"),
            title: "All",
            method: .highest,
            polarity: .higherIsWorse,
            inputs: [.init(.item(ItemID("a")))]
        )
        score.isOverridable = true
        tool.scores = [score]
        var plain = try SmallTool.dialogue(tool)
        #expect(plain.replies("1") == [.taken])
        #expect(plain.question == nil)
        var dialogue = try SmallTool.dialogue(tool, asksForOverrides: true)
        #expect(dialogue.replies("1") == [.taken])
        #expect(dialogue.question?.text == "All: 0. Another value?")
        #expect(dialogue.replies("1") == [.taken])
        #expect(dialogue.asks == "reason for s")
        #expect(dialogue.replies("seen otherwise") == [.taken])
        #expect(dialogue.response.overrides == [ScoreID("s"): Override(value: 1, reason: "seen otherwise")])
        #expect(dialogue.question == nil)
    }

    @Test func controlsAreRefusedAndAMarkInFrontOfTheFirstLineIsNot() throws {
        var dialogue = try SmallTool.dialogue(SmallTool.tool([SmallTool.choice("a")]))
        #expect(dialogue.reply("a\u{1B}[Ab") == .refused("a key was pressed that writes nothing; type the line again"))
        #expect(dialogue.reply("\u{FEFF}1\r") == .taken)
    }

    private func key(_ id: String) -> AnswerKey { AnswerKey(ItemID(id)) }
}
