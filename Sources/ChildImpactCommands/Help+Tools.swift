extension Help {
    /// The options of `tools`.
    static let tools = """
        list      the tools that there are; without a word after 'tools' too
        show ID   all that a tool asks and works out
        check     reads definitions, and reports every fault with its line and column; a PATH is a file or a folder;
                  without one, what is loaded is checked
        export    writes the built-in definitions into DIR, to be edited and loaded with --definitions DIR; with --fhir the
                  tools that are loaded, as FHIR R4 Questionnaires

        Options:
          --definitions DIR     definitions in place of the built-in ones, or beside them: DIR/tools/*.xml
          --tool-version NAME   the version to show; the latest that is for use if not given
          --fhir                write FHIR R4 Questionnaires
          --force               write over files that are there
          --json                the machine form of the result
          -h, --help            this text

        Examples:
          child-impact tools
          child-impact tools show neglect-screen
          child-impact tools check our-definitions
          child-impact tools export our-definitions

        """
}
