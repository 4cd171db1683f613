import Testing

@testable import NamesAndLabels

@Suite struct NameFormsTests {
    @Test(arguments: [
        ("Seen with Ella Harper today.", "Seen with {Child A} today."),
        ("Ella was late", "{Child A} was late"),
        ("HARPER, Ella", "{Child A}"),
        ("Harper,Ella", "{Child A}"),
        ("HARPER Ella", "{Child A}"),
        ("E. Harper and E Harper", "{Child A} and {Child A}"),
        ("Harper, E", "{Child A}"),
        ("Ella H said", "{Child A} said"),
        ("ELLA HARPER", "{Child A}"),
        ("ella harper", "{Child A}"),
        ("Ella\nHarper", "{Child A}"),
        ("Ella \r\n   Harper", "{Child A}"),
        ("Noah James Harper", "{Child B}"),
        ("Noah Harper, James", "{Child B}, {Child B}"),
        ("N J Harper; NJ Harper", "{Child B}; {Child B}"),
        ("N.J.H. came", "{Child B} came"),
        ("NJH came", "{Child B} came"),
        ("Ms Harper", "Ms {Family A}"),
        ("Kay and Kay Harper", "{Mother} and {Mother}"),
        ("EllaHarper", "{Child A}"),
        ("EllaNotes, MrsHarper, SeenEllaToday", "{Child A}Notes, Mrs{Family A}, Seen{Child A}Today"),
        ("EllaHarperChronology, EHarper", "{Child A}Chronology, {Child A}"),
        ("Har-\nper and Har\u{2010}\r\n  per", "{Family A} and {Family A}"),
        ("Ella Har\u{AD}\nper", "{Child A}"),
        ("Ella-\nMae", "{Cousin}"),
    ])
    func aNameIsFoundHoweverItIsWritten(text: String, expected: String) throws {
        #expect(try Sample.anonymised(text) == expected)
    }

    @Test(arguments: [
        ("Ella's bag, Ella\u{2019}s coat", "{Child A}'s bag, {Child A}\u{2019}s coat"),
        ("Ellas bag", "{Child A}s bag"),
        ("the Harpers", "the {Family A}s"),
        ("the Harpers' house", "the {Family A}s' house"),
    ])
    func aPossessiveKeepsItsEnding(text: String, expected: String) throws {
        #expect(try Sample.anonymised(text) == expected)
    }

    @Test(arguments: [
        "agreed with Umbrella", "sharper Ellan", "a red-\nhot day", "Harperson", "Kayak", "Roses are red",
        "e harp", "A Kayo",
    ])
    func aNameInsideAnotherWordStays(text: String) throws {
        #expect(try Sample.anonymised(text) == text)
    }

    @Test(arguments: [
        ("ella_harper_notes.csv", "{Child A}_notes.csv"),
        ("O\u{2BC}Brien, O\u{2032}Brien", "{Father}, {Father}"),
        ("Ella20190201093015.jpg", "{Child A}20190201093015.jpg"),
        ("Ella2 and 3Ella", "{Child A}2 and 3{Child A}"),
        ("Ella-Harper", "{Child A}"),
        ("Ella-Mae", "{Cousin}"),
        ("Ella\u{2011}Mae", "{Cousin}"),
        ("Mae", "{Cousin}"),
        ("O'Brien, O\u{2019}Brien, OBrien, O Brien", "{Father}, {Father}, {Father}, {Father}"),
        ("Mr O'Brien's", "Mr {Father}'s"),
        ("step-Ella-by", "step-{Child A}-by"),
        ("http://x.org/Ella/Harper", "http://x.org/{Child A}/{Family A}"),
    ])
    func hyphensApostrophesUnderscoresAndFiguresAreBoundaries(text: String, expected: String) throws {
        #expect(try Sample.anonymised(text) == expected)
    }

    @Test(arguments: [
        ("Chloe", "{Cousin}"), ("CHLOÉ", "{Cousin}"), ("Chloe\u{301}", "{Cousin}"), ("Chlo\u{E9} Zeller", "{Cousin}"),
        ("Élla", "{Child A}"), ("El\u{AD}la", "{Child A}"),
        ("\u{FF25}\u{FF4C}\u{FF4C}\u{FF41}", "{Child A}"), ("El\u{200E}la", "{Child A}"),
    ])
    func accentsMakeNoDifference(text: String, expected: String) throws {
        #expect(try Sample.anonymised(text) == expected)
    }

    @Test func aLigatureIsItsLettersAndATimeBehindANameMakesNoDigest() throws {
        let people = [Sample.person("C1", "Fiona Voss", "child"), Sample.person("A1", "Bea Zill", "aunt")]
        #expect(try Sample.anonymised("\u{FB01}ona", people: people, families: [nil]) == "{Child A}")
        #expect(
            try Sample.anonymised("Bea20190201093015.jpg", people: people, families: [nil])
                == "{Aunt}20190201093015.jpg"
        )
    }

    @Test func lettersThatAreBytesAreNotTakenApart() throws {
        let bytes = String(repeating: "xElla9", count: 40)
        #expect(try Sample.anonymised(bytes) == bytes)
    }

    @Test func theLongestNameWins() throws {
        let people = [
            Sample.person("C1", "Ann Marie Voss", "child"), Sample.person("C2", "Ann Zill", "child"),
        ]
        let text = try Sample.anonymised("Ann Marie Voss, Ann Zill, Ann", people: people, families: [nil])
        #expect(text == "{Child A}, {Child B}, {Child A or Child B}")
    }

    @Test func aForenameThatTwoShareGetsBothLabels() throws {
        let people = [
            Sample.person("C1", "Jamie Voss", "child", label: "Child A"), Sample.person("A1", "Jamie Zill", "uncle"),
        ]
        let text = try Sample.anonymised("Jamie, J Voss, Jamie Z, Voss", people: people, families: [nil])
        #expect(text == "{Child A or Uncle}, {Child A}, {Uncle}, {Child A}")
    }

    @Test func initialsAreReplacedInCapitalsAndUsualAbbreviationsAreLeft() throws {
        let people = [
            Sample.person("C1", "Xanthe Zill", "child"), Sample.person("A1", "Gill Potts", "mother"),
        ]
        #expect(
            try Sample.anonymised("XZ, X.Z., xz and X.Z.", people: people) == "{Child A}, {Child A}, xz and {Child A}"
        )
        #expect(try Sample.anonymised("GP rang", people: people) == "GP rang")
        #expect(try Sample.anonymised("G.P. rang, ref XZ12", people: people) == "{Mother} rang, ref XZ12")
        var glossary = try Sample.glossary(people)
        let paper = AnonymisedPaper(of: Array("The GP rang".utf8), named: "a.txt", &glossary)
        #expect(paper.reviews.map(\.reason) == [.abbreviation])
        #expect(paper.reviews.map(\.column) == [5])
    }

    @Test(arguments: [
        ("a red rose grew", "a red rose grew", [ReviewReason.lowerCase]),
        ("and Rose said", "and {Aunt} said", [.commonWord]),
        ("Late. Rose said", "Late. {Aunt} said", [.sentenceStart]),
        ("MUM AND ROSE", "MUM AND {Aunt}", [.commonWord]),
        ("rose quarry", "{Aunt}", []),
        ("saw rose_notes.csv", "saw {Aunt}_notes.csv", [.commonWord]),
        ("on 12 May 2020", "on 12 May 2020", [.date]),
        ("in May 2020; May 3rd", "in May 2020; May 3rd", [.date, .date]),
        ("April and May", "April and May", [.date]),
        ("told May Fenwick", "told {Neighbour}", []),
        ("rang May again", "rang {Neighbour} again", [.commonWord]),
        ("they may go", "they may go", [.lowerCase]),
    ])
    func aNameThatIsAWordTooNeedsACapitalAndIsListed(text: String, expected: String, reasons: [ReviewReason]) throws {
        #expect(try Sample.anonymised(text) == expected)
        #expect(try Sample.reviews(text) == reasons)
    }

    @Test func aNameBehindATitleThatIsNotListedIsShownForReview() throws {
        #expect(try Sample.reviews("Mrs Zobel rang, and Mr O'Brien") == [.unlisted])
    }

    @Test func wordsForKinAreReplacedOnlyWhereTheyAreListed() throws {
        let people = [
            Sample.person("C1", "Unborn baby Voss", "child", known: ["Baby Voss", "unborn baby", "Bump"]),
            Sample.person("A1", "Ida Voss", "grandmother", known: ["Nan"]),
        ]
        let text = try Sample.anonymised(
            "Unborn baby Voss; Baby Voss; the unborn baby; a baby; Nan; Voss; Bump; a bump",
            people: people,
            families: ["Voss (invented family)"]
        )
        #expect(
            text == "{Child A}; {Child A}; the {Child A}; a baby; {Grandmother}; {Family A}; {Child A}; a bump"
        )
    }
}
