extension Help {
    /// The options of `score`.
    static let score = """
        Reads saved answers and says what they come to: alerts, the step that is suggested beside the one that was decided,
        every score with its value, its rule, how much of it is answered and which answers decide, and what is not known yet.

        A FILE is a FHIR R4 QuestionnaireResponse (a Bundle, or one on each line), or a CSV with a row for each person and
        the columns Tool, Version and one for each item, headed by its identifier or its words. ITEM#2 heads the second
        instance of a repeated section, ITEM.evidence the evidence, about.NAME who and when, override.SCORE and
        override.SCORE.reason a value in the place of a score. Several codes stand in a cell with semicolons between them.
        Files in a folder that hold no answers are passed over. What does not fit is listed, and the rest is scored.

        Options:
          -o, --output FILE     write to a file: .html the result of one person as a paper, .xml all results
                                (exports/schema/assessment.xsd), .json one result on each line
          --json                one result on each line, as JSON
          --tool ID             the tool, where a file does not say; ID|VERSION for one version
          --as-of DATE          the day after which nothing can have happened; today if not given
          --force               write over a file that child-impact did not make
          --definitions DIR     tools in place of the built-in ones, or beside them
          --exports DIR         styles in place of the built-in ones
          --show-values         show in messages what the answers say; without it no name and no narrative is shown
          -q, --quiet           no findings but errors
          -h, --help            this text

        Examples:
          child-impact score screen.json
          child-impact score profile.json -o profile.html
          child-impact score screens.csv --tool neglect-screen --json

        """
}
