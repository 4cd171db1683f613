extension Help {
    /// The options of `compare`.
    static let compare = """
        Lays the results of one tool and one child (and carer) side by side, in the order of their days. Each score and answer
        is improved, same, worse, or not comparable, and then it says why: not known, not asked, another version. A score that
        looks better while an answer below it is worse or no longer known is called mixed, never improved. Values that a
        person put in the place of a score are shown as such, and targets with how far they are met. Nothing is averaged. Alerts,
        the suggested step and the decision of each result stand first. Results are refused where they name two children or carers,
        where a date of birth does not fit the other, or lies more than 20 weeks before or 4 weeks after the expected one; where
        a profile from before birth gives none, more than 20 weeks before or 44 weeks after the day of the profile. Where nothing
        says whether they are about the same child, a note says so.

        Options:
          -o, --output FILE     write to a file: .html a paper with a picture of the way, .json the machine form
          --json                the machine form
          --tool ID             the tool, where a file does not say; ID|VERSION for one version
          --as-of DATE          the day on which a target may be overdue; today if not given
          --force               write over a file that child-impact did not make
          --definitions DIR     tools in place of the built-in ones, or beside them
          --exports DIR         styles in place of the built-in ones
          --show-values         show in messages what the answers say; without it no name and no narrative is shown
          -q, --quiet           no findings but errors
          -h, --help            this text

        Examples:
          child-impact compare april.json october.json
          child-impact compare april.json october.json -o change.html

        """
}
