extension Help {
    /// The options of `report`.
    static let report = """
        screening   tools that suggest a next step: how many, by month, agency, level of help and role; suggested against
                    decided; forms of neglect; what is not known; what followed and how soon; repeat screens
        survey      tools that practitioners answer: each question by round, the same persons from round to round, by agency
        audit       tools that look at the work on a case: judgements by standard, moderation, actions

        A PATH is a file of saved answers or a folder; a folder is read with everything in it. Each version of each tool is
        reported apart. No child and no person is named. Counts of 1 to 5 are not shown, nor what would give them away: whole
        tables where need be, and all that is under 6 sets of answers. Answers that are still in progress are left out.

        Options:
          -o, --output FILE     write the report as FILE.html (a page for print), FILE.csv (a row for each count) or FILE.json
          --tool ID             only this tool; also the tool of answers that do not say which one they are for
          --as-of DATE          the day on which actions are held against their dates; today if not given
          --show-small          show counts of 1 to 5: for use inside the agency only
          --show-values         show what was written in answer to open questions, where its number may be shown, and owners
                                of actions; with --show-small also cases one by one, and agencies and rounds that fewer
                                than 6 name; and quote the record in findings
          --force               write over a file that child-impact did not make
          --definitions DIR     definitions in place of the built-in ones, or beside them
          --exports DIR         styles in place of the built-in ones
          --json                the machine form of the result
          -q, --quiet           only errors among the findings
          -h, --help            this text

        Examples:
          child-impact report screening answers
          child-impact report survey answers --tool practitioner-confidence -o survey.html
          child-impact report audit answers --as-of 2026-03-31 -o audit.csv

        """
}
